import type { Table } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { PropertyDeclaration } from "../page.ts";
import type { PlacedBlock } from "../section.ts";

// ### mediaSizes values, ### Group visibility options, ### Scope enumeration, ### Legal age group classification
const ofValues = /\s+(?:property\s+)?(?:values|options|enum(?:eration)?)$/i;
const longestValue = 100;

/**
 * The values of a property of text that a table of its own lists, below a heading that names the property: they are the
 * members of that property, as those are that its row lists in prose. Where the row lists some, too, all of them count.
 */
export function withValueTables(
  rows: readonly PropertyDeclaration[],
  placed: readonly PlacedBlock[],
): PropertyDeclaration[] {
  const tables = new Map<string, Table>();
  for (const { block, under } of placed) {
    if (block.kind !== "table" || !isOfValues(block)) continue;
    for (const name of namesIn(plainText(under.at(-1)?.text ?? ""))) {
      if (!tables.has(name)) tables.set(name, block);
    }
  }
  if (tables.size === 0) return [...rows];
  return rows.map((row) => {
    const table = isText(row) ? tables.get(row.name.toLowerCase()) : undefined;
    const values = table && valuesOf(table);
    if (!table || !values) return row;
    const { unreadMembers, members = [], ...facts } = row.facts;
    const added = values.filter((value) => !members.includes(value));
    return { ...row, facts: { ...facts, members: [...added, ...members], membersIn: table.location } };
  });
}

/** The properties that a heading may mean, in lower case: all of its words, or the last of them. */
function namesIn(heading: string): string[] {
  const words = heading.replace(ofValues, "").toLowerCase().split(/\s+/);
  return [words.join(""), ...(ofValues.test(heading) ? words.slice(-1) : [])];
}

function isOfValues({ header }: Table): boolean {
  return /^(?:(?:\w+ )?values?|members?)$/i.test(plainText(header[0]?.text ?? ""));
}

function isText({ type }: PropertyDeclaration): boolean {
  return /^(?:edm\.)?string$/i.test(type.name);
}

/** The first column, where nothing else than values stands in it. */
function valuesOf({ rows }: Table): string[] | undefined {
  const values = rows.map(({ cells }) => plainText(cells[0]?.text ?? "")).filter((value) => value !== "null");
  const isWhole = values.every(
    (value) => /^[\p{L}\p{N}]/u.test(value) && value.length <= longestValue && !/[{}<>*|]/.test(value),
  );
  return isWhole && values.length > 1 ? [...new Set(values)] : undefined;
}
