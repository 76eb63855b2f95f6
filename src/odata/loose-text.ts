/** A text without what collations pass over: letter case, accents, width, spaces at the ends. */
export function looseText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();
}
