/** Characters of a text, and what belongs into their place. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A text with edits made, which come in their order and do not overlap; in one pass, however many there are. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { offset, length, text: by } of edits) {
    parts.push(text.slice(at, offset), by);
    at = offset + length;
  }
  return parts.join("") + text.slice(at);
}
