/** A decoded path as a URL has it. */
export function writePath(segments: readonly string[]): string {
  return segments.map((segment) => `/${written(segment, /%(?:24|2C|3A|3B|3D|40)/g)}`).join("");
}

/** Query options as a URL has them, with the `?`; nothing when there are none. */
export function writeQuery(options: Readonly<Record<string, string>>): string {
  const bare = /%(?:24|2C|2F|3A|3B|40)/g;
  const parts = Object.entries(options).map(
    ([name, value]) => `${written(name, bare)}=${written(value, bare)}`,
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** What OData writes bare (ABNF, `pchar` and `qchar-no-AMP-EQ`) stays bare, for the sake of readers. */
function written(text: string, bare: RegExp): string {
  return encodeURIComponent(text).replace(bare, (code) => decodeURIComponent(code));
}
