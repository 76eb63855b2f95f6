/**
 * Negative, zero or positive by ASCII letters without their case, and digits. Undefined where another character
 * decides: there a service's collation is its own.
 */
export function compareText(one: string, other: string): number | undefined {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const [x, y] = [a.charAt(index), b.charAt(index)];
    if (x === y) continue;
    if (!/^[a-z0-9]?$/.test(x) || !/^[a-z0-9]?$/.test(y)) return undefined;
    return x < y ? -1 : 1;
  }
  return 0;
}

/** A text without what collations pass over: letter case, accents, width, spaces at the ends. */
export function looseText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();
}
