import { withoutTail } from "../../base/trim-characters.ts";
import type { Cell, Table } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { PropertyDeclaration } from "../page.ts";
import { readPropertyFacts } from "./property-facts.ts";
import { isCalledDeprecated, readNotice } from "./read-notice.ts";
import { readTypeReference } from "./read-type-reference.ts";

const nameColumn =
  /^(?:property|properties|name|parameter|parameters|query parameter|relationship|navigation property|element|attribute)\b/i;
const name = /^[@A-Za-z_][\w.@-]*$/;
const typeWord =
  /^`?(?:(?:edm\.)?(?:string|boolean|int(?:eger|32|64)?|double|date(?:time(?:offset)?)?|guid)|etag|object)`?$|^\[\w+\]\(|^\[\w+\](?:\[\w*\])?$/i;
const saysNothing = /^(?:[-–—.\s]|&nbsp;|<br\s*\/?>)*$/i;
/** What a row declares stands at its beginning. */
const longestRow = 300;

/** True for a table of properties, relationships or parameters: it has a column of names and one of types. */
export function isDeclarationTable(table: Table): boolean {
  const { nameAt, typeAt } = declarationColumns(table);
  return nameAt !== -1 && typeAt !== -1;
}

/**
 * The rows of a `Property|Type|Description` table and its variants. A row that declares nothing (a sub-heading,
 * a delimiter) is passed over.
 */
export function readDeclarationTable(
  table: Table,
  references: ReadonlyMap<string, string>,
): PropertyDeclaration[] {
  const { nameAt, typeAt } = declarationColumns(table);
  const requiredAt = column(table, /^required\??$/i);
  const nullableAt = column(table, /^nullable\??$/i);
  const rows = table.rows.flatMap((row): PropertyDeclaration[] => {
    const nameCell = row.cells[nameAt];
    const typeCell = row.cells[typeAt];
    if (!nameCell || !typeCell) return [];
    const written = plainText(nameCell.text);
    const declared = joinedName(written) ?? bareName(written);
    if (!name.test(declared) || /^[:-]+$/.test(typeCell.text)) return [];
    // A sub-heading inside of the table: a bold word with nothing beside it.
    if (typeCell.text === "" && /^\*\*|^__/.test(nameCell.text)) return [];
    const description = row.cells.filter((_, index) => index !== nameAt && index !== typeAt);
    const text = textOf(description);
    const nullable = answerIn(row.cells[nullableAt]);
    const deprecated = readNotice(
      declared,
      isCalledDeprecated(written) ? `${text}\nDeprecated.` : text,
      "property",
    );
    return [
      {
        name: declared,
        type: readTypeReference(typeCell.text, typeCell.location, references),
        ...(description.every((cell) => saysNothing.test(cell.text)) ? { undescribed: true } : {}),
        facts: {
          ...(nullable === undefined ? {} : { nullable }),
          ...readPropertyFacts(text, description[0]?.location ?? row.location, references),
          ...(answerIn(row.cells[requiredAt]) ? { required: true } : {}),
          ...(deprecated ? { deprecated } : {}),
        },
        row: row.text.slice(Math.max(0, nameCell.location.column - row.location.column)).slice(0, longestRow),
        location: nameCell.location,
      },
    ];
  });
  return deprecatedTogether(rows);
}

/** What a second row of the same name, put in when it was deprecated, says of the first one, too. */
function deprecatedTogether(rows: readonly PropertyDeclaration[]): PropertyDeclaration[] {
  const notices = new Map(
    rows.flatMap(({ name, facts }) => (facts.deprecated ? [[name, facts.deprecated]] : [])),
  );
  return rows.map((row) => {
    const deprecated = notices.get(row.name);
    return deprecated && !row.facts.deprecated ? { ...row, facts: { ...row.facts, deprecated } } : row;
  });
}

/** What a column answers with yes or no: | Required | Nullable | */
function answerIn(cell: Cell | undefined): boolean | undefined {
  const [answer] = /^(?:yes|true|no|false)\b/i.exec(plainText(cell?.text ?? "")) ?? [];
  return answer === undefined ? undefined : /^[yt]/i.test(answer);
}

/** Where the names stand, and where the types. */
export function declarationColumns(table: Table): { readonly nameAt: number; readonly typeAt: number } {
  // | Property type | Remarks |: a column of types is none of names, and one column is not both.
  const nameAt = table.header.findIndex(({ text }) => isOfNames(plainText(text)));
  // | Permission type | Property | Type |: what is called Type is it, wherever it stands.
  const calledType = column(table, /^type$/i);
  const typeAt = calledType === -1 ? column(table, /\btype\b/i) : calledType;
  return { nameAt, typeAt: typeAt === -1 && nameAt !== -1 ? typesCalledValues(table) : typeAt };
}

function isOfNames(header: string): boolean {
  return nameColumn.test(header) && !/\btypes?$/i.test(header);
}

/** | Name | Value | Description |, and below it nothing but the names of types */
function typesCalledValues(table: Table): number {
  const at = column(table, /^value$/i);
  const isType = table.rows.every(({ cells }) => typeWord.test(cells[at]?.text ?? ""));
  return at !== -1 && table.rows.length > 0 && isType ? at : -1;
}

/** `burn Hours` as the name that it must mean; undefined for a name that is one, and for prose. */
export function joinedName(written: string): string | undefined {
  const words = bareName(written).split(" ");
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^[A-Za-z]\w*$/.test(word)))
    return undefined;
  if (words.some((word) => /^(?:and|or|the|of|in|for|a|an)$/i.test(word)) || /^[A-Z]/.test(words[0] ?? ""))
    return undefined;
  return words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}

/** Control information is often written without its `@`: `odata.type`. */
function bareName(written: string): string {
  const name = written
    .replace(/\s+/g, " ")
    .replace(/ ?\([^()]*\)$/, "")
    .replace(/^[*_](.+)[*_]$/, "$1");
  return withoutTail(name, "*: ").replace(/^(?=odata\.\w+$)/, "@");
}

function column(table: Table, header: RegExp): number {
  return table.header.findIndex((cell) => header.test(plainText(cell.text)));
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join(" <br> ");
}
