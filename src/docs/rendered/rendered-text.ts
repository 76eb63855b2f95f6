/**
 * Joins lines that the rendering broke after every piece of inline code, and gives the code its back-ticks back:
 *
 *     This method supports the $select      ->  This method supports the `$select`, and `$top` options.
 *     , and $top
 *     options.
 */
export function joinBrokenLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce((joined, line) => {
      if (joined === "" || line === "") return joined + line;
      const before = isBroken(joined, line) ? withCode(joined) : joined;
      return /^[,.;:!?)\]'’]/.test(line) ? before + line : `${before} ${line}`;
    }, "");
}

/** True when `line` goes on with the sentence of the line before: inline code stands between the two. */
export function isBroken(before: string, line: string): boolean {
  if (/^[,.;:!?)\]]/.test(line)) return true;
  if (/[.!?:;]$/.test(before)) return false;
  // Two sentences, the first without its full stop; unless the last word can be nothing but code.
  return !/^\p{Lu}/u.test(line) || !/(^|\s)\p{L}+$/u.test(before) || status.test(before);
}

const status = /(?<=^|[\s(])\d{3} \p{Lu}\p{L}*( \p{Lu}\p{L}*)*$/u;
// `Prefer: include-unknown-enum-members`, but not `values are: one`.
const header = /(?<=^|[\s(])\p{Lu}\p{L}*(-\p{L}+)*: \S+$/u;

function withCode(text: string): string {
  const code = (status.exec(text) ?? header.exec(text) ?? /[^\s(]+$/.exec(text))?.[0] ?? "";
  return code === "" ? text : `${text.slice(0, -code.length)}\`${code}\``;
}
