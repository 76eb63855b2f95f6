/** Names that a file must not have on Windows, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const longestName = 80;

/**
 * A file name for each text, without extension: its letters and digits, the same for the same texts, no two alike on a
 * file system that takes `A` for `a`.
 */
export function fileNames(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const plain = text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, longestName);
    const name = plain === "" || reserved.test(plain) ? `system-${plain}`.replace(/-$/, "") : plain;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    // What ends in a number itself may be in the way.
    return count === 1 ? name : `${name}--${count}`;
  });
}
