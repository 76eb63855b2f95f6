// C0 and C1 controls (the escape character among them), and the marks that turn the direction of writing:
// in a terminal they move the cursor and colour lines, in a source view they show another order than the file's.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text on one line with nothing in it that acts: control characters as `\u001b`, line breaks and tabs as a space. */
export function visibleText(text: string): string {
  return text.replace(/\s*[\r\n\t]+\s*/g, " ").replace(invisible, codePoint);
}

/** The same, but line breaks and tabs stay: for the text of a message. */
export function visibleLines(text: string): string {
  return text.replace(invisible, (character) =>
    /[\n\t]/.test(character) ? character : codePoint(character),
  );
}

function codePoint(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
