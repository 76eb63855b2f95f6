const abbreviation = /(?:\be\.g|\bi\.e|\bvs|\bapprox|\bincl)$/i;

/**
 * Where the sentence that `from` stands in ends: behind its full stop, at a line break, or at the end of the text.
 * A full stop inside of ticks, parentheses, a name (`v1.0`) or an abbreviation ends nothing.
 */
export function endOfSentence(text: string, from = 0): number {
  const lastClose = text.lastIndexOf(")");
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") return at;
    if (character === "`") {
      const close = text.indexOf("`", at + 1);
      const line = text.indexOf("\n", at);
      if (close !== -1 && (line === -1 || close < line)) at = close;
    } else if (character === "(" && at < lastClose) {
      at = text.indexOf(")", at);
    } else if (character === "." && /\s|^$/.test(text.charAt(at + 1))) {
      if (!abbreviation.test(text.slice(Math.max(0, at - 8), at))) return at + 1;
    }
  }
  return text.length;
}
