/**
 * A text without some characters at its end, as `replace(/[…]+$/, "")`: that looks for an end behind each run of them,
 * which takes minutes in a long one.
 */
export function withoutTail(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The same at both ends. */
export function withoutEnds(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start++;
  return withoutTail(text.slice(start), characters);
}
