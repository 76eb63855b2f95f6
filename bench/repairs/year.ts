/** What the pages of the first year say all together, read without the reader that is measured where that is easy. */
export interface Year {
  /** Names of types as some page declares them. */
  readonly types: ReadonlySet<string>;
  /** By type the one that it derives from. */
  readonly bases: ReadonlyMap<string, string>;
  /** Names of types that no object has itself. */
  readonly abstract: ReadonlySet<string>;
  /** How many pages name a permission. */
  readonly permissions: ReadonlyMap<string, number>;
  /** How many requests have a name. */
  readonly requestNames: ReadonlyMap<string, number>;
  /** How many bodies of examples have a property of that name. */
  readonly keys: ReadonlyMap<string, number>;
  /** By name of a front matter value and directory, the share of pages that give it one. */
  readonly matter: ReadonlyMap<string, number>;
  /** The text of a page, and that of the year after; empty where there is none. */
  text(file: string): string;
  after(file: string): string;
}

/** What kind of a repair a line is, and why the pages alone could not tell, where they could not. */
export interface Kind {
  readonly kind: string;
  readonly excluded?: string;
}

/** A kind whose repairs the pages can tell where something holds, else for that reason not. */
export function toldIf(kind: string, isTold: boolean, excluded: string): Kind {
  return isTold ? { kind } : { kind, excluded };
}

/** The text of the section below a heading, up to the next one. */
export function sectionOf(text: string, heading: RegExp): string {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => /^#+ /.test(line) && heading.test(line.replace(/^#+ */, "")));
  if (from < 0) return "";
  const end = lines.findIndex((line, at) => at > from && /^#+ /.test(line) && !/#tab\//.test(line));
  return lines.slice(from, end < 0 ? lines.length : end).join("\n");
}

/** The pages that a text links, below the folder. */
export function linkedFiles(text: string): string[] {
  return [...text.matchAll(/\]\((?:\.\.\/)?(?:(api|resources)\/)?([\w-]+\.md)/g)].map(
    ([, directory = "resources", name = ""]) => `${directory}/${name}`,
  );
}

/** The cells of a row, dressed as they are. */
export function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.trim());
}

/** A cell without links, marks and blanks. */
export function bare(cell: string): string {
  return cell
    .replace(/\]\([^)]*\)?/g, "]")
    .replace(/[[\]`*_\s]/g, "")
    .replace(/Edm\./g, "");
}

/** The name of a type in a cell or a value: `user` of `[microsoft.graph.user](user.md) collection`. */
export function typeIn(cell: string): string | undefined {
  return bare(cell)
    .replace(/collection/gi, "")
    .replace(/[()#"]/g, "")
    .replace(/^microsoft\.graph\./i, "")
    .match(/^[A-Za-z][\w.]*/)?.[0];
}
