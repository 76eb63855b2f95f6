import type { Location } from "../../base/location.ts";
import { spanAt } from "../../base/span.ts";
import type { Paragraph, Table, TableRow } from "../block.ts";
import { declarationColumns } from "../declarations/declaration-table.ts";
import { type KnownHeading, knownHeadingOf } from "../declarations/known-headings.ts";
import { isOfPermissions } from "../declarations/permission-table.ts";
import { namesOption } from "../declarations/query-options.ts";
import { plainText } from "../markdown/inline.ts";
import type { Page } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import type { Left, LeftPart, LeftRow } from "./page-reading.ts";

const delimiter = /^:?-+:?$/;
const include = /\[!INCLUDE\b/i;
const ofValues = /\b(?:values?|members?)$/i;
const longest = 80;

/** The rows below a known heading of which nothing was read, each with the reason. */
export function leftRows(page: Omit<Page, "reading">, placed: readonly PlacedBlock[]): Left {
  let of = 0;
  const left: LeftPart[] = [];
  let lines: ReadonlySet<number> | undefined;
  for (const { block, under } of placed) {
    if (block.kind === "table") {
      const heading = knownHeadingOf(under) ?? (isOfPermissions(block) ? "permissions" : undefined);
      if (!heading) continue;
      of += block.rows.length;
      lines ??= linesRead(page);
      for (const row of block.rows) {
        if (lines.has(row.location.line) || isRead(row, block, heading, page)) continue;
        left.push(leftRow(row, classOf(row, block, heading, page), block.location.line));
      }
    } else if (block.kind === "paragraph" && block.text.startsWith("|") && knownHeadingOf(under)) {
      const rows = brokenRows(block);
      of += rows.length;
      left.push(...rows);
    }
  }
  return { of, left };
}

/** Where something stands that a row declares. */
function linesRead({ types, operation, permissions }: Omit<Page, "reading">): ReadonlySet<number> {
  const lines = new Set<number>();
  const add = (places: readonly { readonly location: Location }[] = []) => {
    for (const { location } of places) lines.add(location.line);
  };
  for (const { properties, relationships, methods } of types) {
    add(properties);
    add(relationships);
    add(methods);
  }
  add(operation?.parameters);
  add(operation?.requestHeaders);
  add(permissions);
  return lines;
}

/** What has one place for the whole table. */
function isRead(row: TableRow, table: Table, heading: KnownHeading, page: Omit<Page, "reading">): boolean {
  if (heading === "queryOptions")
    return page.operation !== undefined && namesOption(row.cells[0]?.text ?? "");
  const { line } = table.location;
  return (
    page.enums.some(({ location }) => location.line === line) ||
    page.types.some(({ properties }) => properties.some(({ facts }) => facts.membersIn?.line === line))
  );
}

function classOf(
  row: TableRow,
  table: Table,
  heading: KnownHeading,
  { kind, flaws }: Omit<Page, "reading">,
): LeftRow {
  const { line } = row.location;
  if (flaws.some(({ span }) => span.start.line === line)) return "row-flawed";
  if (include.test(row.text)) return "row-include";
  if (isSubHeading(row)) return "row-heading";
  if (kind === "other") return "row-overview";
  return ofTable(table, heading, kind);
}

/** **Onboarding** |:---|:---|, or a row of empty cells */
function isSubHeading({ cells }: TableRow): boolean {
  const written = cells.filter(({ text }) => text !== "");
  const told = written.filter(({ text }) => !delimiter.test(text));
  if (told.length === 0) return true;
  return told.length === 1 && (written.length > 1 || /^(?:\*\*|__)/.test(told[0]?.text ?? ""));
}

/** What the columns of the table say of a row that was not read. */
function ofTable(table: Table, heading: KnownHeading, page: Page["kind"]): LeftRow {
  const headers = table.header.map(({ text }) => plainText(text));
  const [first = ""] = headers;
  const { nameAt, typeAt } = declarationColumns(table);
  switch (heading) {
    case "permissions":
      return isOfPermissions(table) ? "row-cells" : "row-other";
    case "requestHeaders":
      return page === "api" ? "row-cells" : "row-apart";
    case "methods":
      if (headers.some((header) => /return|type/i.test(header)))
        return page === "resource" ? "row-cells" : "row-apart";
      return /\b(?:method|task|function|action)s?\b/i.test(first) ? "row-columns" : "row-other";
    case "members":
      return ofValues.test(first) ? "row-members" : "row-other";
    default:
      if (nameAt !== -1 && typeAt !== -1) return isPlaceOf(heading, page) ? "row-cells" : "row-apart";
      if (heading === "queryOptions") return typeAt > 0 ? "row-columns" : "row-other";
      if (nameAt === 0 || typeAt > 0) return "row-columns";
      return ofValues.test(first) ? "row-members" : "row-other";
  }
}

function isPlaceOf(heading: KnownHeading, page: Page["kind"]): boolean {
  return page === (heading === "properties" || heading === "relationships" ? "resource" : "api");
}

/** Lines with bars and no delimiter row below the first of them: a paragraph, as Markdown has it. */
function brokenRows({ text, location }: Paragraph): LeftPart[] {
  return text.split("\n").flatMap((line, at) => {
    if (!line.trimStart().startsWith("|")) return [];
    const place = { ...location, line: location.line + at };
    return {
      part: "row",
      left: "row-broken",
      span: spanAt(place, line.length),
      text: line.slice(0, longest),
      table: location.line,
    };
  });
}

function leftRow({ text, location }: TableRow, left: LeftRow, table: number): LeftPart {
  return { part: "row", left, span: spanAt(location, text.length), text: text.slice(0, longest), table };
}
