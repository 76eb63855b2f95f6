import type { ValueRange } from "../page.ts";

const number = "(-?\\d[\\d,]*)";
// Valid values 1 to 16. The value must be between 0 and 100.
const between = new RegExp(
  `\\b(?:(?:valid|possible|allowed|supported|permitted)\\s+(?:values?|range(?:\\s+of\\s+values?)?)(?:\\s+(?:are|is))?:?\\s+(?:between\\s+|from\\s+)?` +
    `|(?:must|should)\\s+be\\s+between\\s+)${number}\\s*(?:to|through|and|-|–)\\s*${number}(?![\\d.:%,]*\\d)(?=(\\s+characters)?)`,
  "i",
);
// Minimum 10, maximum 43200. The minimum value is 5; the maximum value is 1440.
const bound = (which: string) => `\\b${which}(?:\\s+value)?(?:\\s+is|:)?\\s+${number}`;
const fromTo = new RegExp(
  `${bound("minimum")}\\s*(?:[,;]|,?\\s*and)\\s*(?:the\\s+)?${bound("maximum")}(?![\\d.:%,]*\\d)`,
  "i",
);
// Maximum length is 64 characters. Must not exceed 120 characters. Maximum of 256 characters.
const longest = new RegExp(
  `\\bmax(?:imum)?\\s+(?:allowed\\s+)?length(?:\\s+(?:is|of))?:?\\s+(?:is\\s+|of\\s+)?${number}(?!\\s*(?:kb|mb|bytes?|items))` +
    `|\\b(?:not|n't|cannot)\\s+exceed\\s+${number}\\s+characters` +
    `|\\bmaximum(?:\\s+(?:allowed\\s+)?size)?(?:\\s+(?:of|is))?\\s+${number}\\s+characters`,
  "i",
);

/** The range of numbers, or the length, that a description gives. */
export function readRange(plain: string): ValueRange | undefined {
  if (!/\d/.test(plain)) return undefined;
  const [, low, high, characters] = between.exec(plain) ?? fromTo.exec(plain) ?? [];
  if (low && high) {
    return characters ? { maxLength: numberOf(high) } : { minimum: numberOf(low), maximum: numberOf(high) };
  }
  const [, length, atMost, size] = longest.exec(plain) ?? [];
  const most = length ?? atMost ?? size;
  return most ? { maxLength: numberOf(most) } : undefined;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}
