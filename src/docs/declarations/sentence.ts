const abbreviation = /(?:\be\.g|\bi\.e|\bvs|\bapprox|\bincl)$/i;

/** A parenthesis that is not closed within this many characters is a slip. */
const longestRemark = 400;

/**
 * Where the sentence that `from` stands in ends: behind its full stop, at a line break, or at the end of the text.
 * A full stop inside of ticks, parentheses, a name (`v1.0`) or an abbreviation ends nothing.
 */
export function endOfSentence(text: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") return at;
    if (character === "`") {
      const close = text.slice(at + 1, at + longestRemark).search(/[`\n]/);
      if (text[at + 1 + close] === "`") at += 1 + close;
    } else if (character === "(") {
      const close = text.slice(at, at + longestRemark).indexOf(")");
      if (close !== -1) at += close;
    } else if (character === "." && /\s|^$/.test(text.charAt(at + 1))) {
      if (!abbreviation.test(text.slice(Math.max(0, at - 8), at))) return at + 1;
    }
  }
  return text.length;
}

/** The sentences of a text, without the blanks around them. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = Math.max(endOfSentence(text, from), from + 1);
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  return sentences.filter((sentence) => sentence !== "");
}
