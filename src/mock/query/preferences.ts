/** What the `Prefer` header of a request asks of the answer. */
export interface Preferences {
  /** `odata.maxpagesize`: at most so many items on a page. */
  readonly maxPageSize?: number;
  /** `include-unknown-enum-members`. */
  readonly allMembers: boolean;
}

/**
 * Reads a `Prefer` header: preferences between commas, their parameters behind semicolons, names without letter case,
 * the first of two with one name (RFC 7240, section 2). A preference that is not known, or has no usable value, asks
 * for nothing: a service never refuses one.
 */
export function readPreferences(header: string): Preferences {
  const found = new Map<string, string>();
  for (const preference of splitUnquoted(header, ",")) {
    const [written = ""] = splitUnquoted(preference, ";");
    const equals = written.indexOf("=");
    const name = (equals < 0 ? written : written.slice(0, equals)).trim().toLowerCase();
    const value = equals < 0 ? "" : written.slice(equals + 1).trim();
    if (name !== "" && !found.has(name)) found.set(name, value.replace(/^"(.*)"$/s, "$1"));
  }
  // OData 4.01 lets the prefix be left out (Protocol, section 8.2.8.5).
  const size = found.get("odata.maxpagesize") ?? found.get("maxpagesize") ?? "";
  const maxPageSize = /^\d{1,9}$/.test(size) ? Number(size) : 0;
  return {
    ...(maxPageSize > 0 ? { maxPageSize } : {}),
    allMembers: found.has("include-unknown-enum-members"),
  };
}

function splitUnquoted(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (quoted && character === "\\") index++;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}
