import { basename } from "node:path";

/** A row of a table of properties or relationships, read without the reader that is measured. */
export interface Row {
  readonly name: string;
  readonly cell: string;
  readonly description: string;
  readonly navigation: boolean;
}

/** What a resource page says of its type, with all that its base types say. */
export interface Declared {
  readonly name: string;
  readonly open: boolean;
  /** False where a base type has no page. */
  readonly complete: boolean;
  readonly bases: readonly string[];
  readonly rows: ReadonlyMap<string, Row>;
}

interface Own extends Omit<Declared, "complete" | "bases"> {
  readonly base?: string;
}

/** The types of resource pages, by `x.md` and by name in lower case: what the pages say, in the plainest reading. */
export class DeclaredTypes {
  readonly #own = new Map<string, Own>();
  readonly #whole = new Map<string, Declared | undefined>();

  constructor(pages: Iterable<readonly [file: string, text: string]>) {
    for (const [file, text] of pages) {
      const own = ownOf(text);
      if (!own) continue;
      const key = keyOf(own.name);
      this.#own.set(basename(file).toLowerCase(), own);
      const other = this.#own.get(key);
      this.#own.set(key, other ? together(own, other) : own);
    }
  }

  /** By the file of a link, or by a name with or without `microsoft.graph.` */
  find(named: string): Declared | undefined {
    const key = /\.md$/i.test(named) ? basename(named).toLowerCase() : keyOf(named);
    if (!this.#whole.has(key)) this.#whole.set(key, this.#inherit(key, []));
    return this.#whole.get(key);
  }

  #inherit(key: string, above: readonly string[]): Declared | undefined {
    const own = this.#own.get(key);
    if (!own || above.includes(key)) return undefined;
    const { name, open, rows, base } = own;
    if (base === undefined) return { name, open, rows, complete: true, bases: [] };
    const baseKey = /\.md$/i.test(base) ? basename(base).toLowerCase() : keyOf(base);
    const inherited = this.#inherit(baseKey, [...above, key]);
    if (!inherited) return { name, open, rows, complete: /(?:^|\.)entity$/i.test(base), bases: [base] };
    return {
      name,
      open: open || inherited.open,
      complete: inherited.complete,
      bases: [inherited.name, ...inherited.bases],
      rows: new Map([...inherited.rows, ...rows]),
    };
  }

  all(): Declared[] {
    return [...new Set([...this.#own.values()].map(({ name }) => name))].flatMap(
      (name) => this.find(name) ?? [],
    );
  }
}

/** The file or the name that a cell links or says, the kind of a primitive, and whether there are many. */
export function typeIn(cell: string): { readonly named: string; readonly many: boolean } {
  const many = /collection|\[\]\s*$/i.test(cell.replace(/\]\([^)]*\)/g, "]"));
  const file = /\]\(\s*([^)\s#]+\.md)/i.exec(cell)?.[1];
  const word = cell
    .replace(/collection(?:\s+of)?/gi, " ")
    .replace(/[`*()[\]]/g, " ")
    .trim()
    .split(/\s+/)[0];
  return { named: file ?? (word ?? "").replace(/^Edm\./i, "").toLowerCase(), many };
}

/** A type of several pages has what any of them says. */
function together(one: Own, other: Own): Own {
  return { ...other, ...one, open: one.open || other.open, rows: new Map([...other.rows, ...one.rows]) };
}

function keyOf(name: string): string {
  return name.replace(/^#?(?:microsoft\.graph\.)?/i, "").toLowerCase();
}

function ownOf(text: string): Own | undefined {
  const annotation = /<!--\s*(\{(?:(?!-->)[\s\S])*?"blockType"\s*:\s*"resource"[\s\S]*?)-->/.exec(text)?.[1];
  const name = annotation && /"@odata\.type"\s*:\s*"#?([\w.]+)"/.exec(annotation)?.[1];
  if (!annotation || !name) return undefined;
  const said = /"baseType"\s*:\s*"#?(?:microsoft\.graph\.)?([\w.]+)"/.exec(annotation)?.[1];
  const linked = /(?:inherits|derive[sd]?|extends)\b[^.\n|]{0,60}?\]\(\s*([^)\s]*?[\w-]+\.md)/i.exec(
    text,
  )?.[1];
  const base = linked ?? said;
  const open =
    /"openType"\s*:\s*true/i.test(annotation) ||
    /open type|untyped propert/i.test(text.split("\n|")[0] ?? "");
  return { name, open, rows: rowsOf(text), ...(base === undefined ? {} : { base }) };
}

function rowsOf(text: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  let heading = "";
  let inFence = false;
  for (const line of text.split("\n")) {
    if (/^\s*```/.test(line)) inFence = !inFence;
    if (inFence) continue;
    heading = /^#+\s*(.*)/.exec(line)?.[1] ?? heading;
    const isOwn = /^propert|^relationship/i.test(heading);
    const cells = line.includes("|") && isOwn ? line.replace(/^\s*\|/, "").split("|") : [];
    const name = /^[\s*`]*([a-zA-Z_]\w*)[\s*`]*(?:\(.*\))?\s*$/.exec(cells[0] ?? "")?.[1];
    const cell = cells[1]?.trim() ?? "";
    if (!name || cell === "" || /^[:\s-]*$/.test(cell) || /^(?:type|return type)$/i.test(cell)) continue;
    const description = cells.slice(2).join("|").trim();
    rows.set(name, { name, cell, description, navigation: /^relationship/i.test(heading) });
  }
  return rows;
}
