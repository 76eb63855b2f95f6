// ECMA-48 select graphic rendition
const sgr = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, underline: 4 } as const;

/** Gives a text a style, or none where colours are not wanted. */
export type Paint = (style: keyof typeof sgr, text: string) => string;

export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? `\u001b[${sgr[style]}m${text}\u001b[0m` : text);
}

const narrowest = 40;

/**
 * A line cut at its blanks into those that a terminal of that many columns has room for; what goes on is indented. A
 * word that is longer stays whole, and so does everything where the width is not known: in a file, or in a pipe.
 */
export function wrapped(line: string, columns: number | undefined, indent: number): readonly string[] {
  const width = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(columns, narrowest);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const cut = rest.lastIndexOf(" ", width);
    const blank = rest.slice(0, cut).trim() === "" ? rest.indexOf(" ", rest.search(/\S/)) : cut;
    if (blank === -1) break;
    lines.push(rest.slice(0, blank).trimEnd());
    rest = " ".repeat(indent) + rest.slice(blank + 1).trimStart();
  }
  return [...lines, rest];
}

/** Texts behind their label, the label once: `Judged       26 pages, 17 operations`. */
export function labelled(
  label: string,
  texts: readonly string[],
  columns: number | undefined,
): readonly string[] {
  return texts.flatMap((text, index) => wrapped((index === 0 ? label : "").padEnd(13) + text, columns, 15));
}
