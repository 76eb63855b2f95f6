import { spanOfText } from "../../base/span.ts";
import { afterSentinel } from "../../contract/derive/derive-enums.ts";
import { shortName } from "../../contract/names/short-name.ts";
import type { EnumDeclaration, Page, PropertyDeclaration } from "../../docs/page.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";

/**
 * The members that a row lists, against those that a table of the same page lists, and those of them that it says have
 * to be asked for, against those that stand behind the sentinel.
 */
export const memberLists = definePageRule("resource/member-lists", {
  promise:
    "A row that lists the members of an enumeration lists those that the page's table of them has, and says of all behind the sentinel that they have to be asked for.",
  weighs: { documented: "warning" },
  judge({ page }) {
    const twice = listedTwice(page);
    const asked = page.types.flatMap(({ name: type, properties }) =>
      properties.flatMap((row) => (row.facts.membersOnRequest ? [{ type, row }] : [])),
    );
    if (twice.length + asked.length === 0) return "not-applicable";
    return [...twice.flatMap(compare), ...asked.flatMap(unasked)];
  },
});

interface ListedTwice {
  readonly type: string;
  readonly row: PropertyDeclaration;
  readonly members: readonly string[];
  readonly table: EnumDeclaration;
}

/** A row that says that it lists a subset lists what it may. */
const partly = /\bsubset\b/i;

function listedTwice({ types, enums }: Page): ListedTwice[] {
  const tables = new Map(enums.map((table) => [nameIn(table.name), table]));
  return types.flatMap(({ name: type, properties }) =>
    properties.flatMap((row): ListedTwice[] => {
      const { members } = row.facts;
      const table = tables.get(nameIn(row.type.name));
      return members && table && !partly.test(row.row ?? "") ? [{ type, row, members, table }] : [];
    }),
  );
}

function nameIn(type: string): string {
  return shortName(type).toLowerCase();
}

function compare({ type, row, members, table }: ListedTwice): Outcome[] {
  const inRow = lacking(members, table.members);
  const inTable = lacking(table.members, members);
  if (inRow.length === 0 && inTable.length === 0) return [];
  const { line } = table.location;
  const rowOf = `the row of "${row.name}"`;
  const message =
    inTable.length === 0
      ? `${rowOf} lists ${quoted(inRow)}, which the table of its members lacks (line ${line})`
      : inRow.length === 0
        ? `${rowOf} lacks ${quoted(inTable)}, which the table of its members has (line ${line})`
        : `${rowOf} lists ${quoted(inRow)}, where the table of its members has ${quoted(inTable)} (line ${line})`;
  return [failure(row, message, `member-lists ${type}/${row.name}`)];
}

/** Members behind the sentinel that the row's own list of those that come on request has forgotten. */
function unasked({ type, row }: { readonly type: string; readonly row: PropertyDeclaration }): Outcome[] {
  const { members = [], membersOnRequest: named = [] } = row.facts;
  const forgotten = lacking(afterSentinel(members), named);
  if (forgotten.length === 0) return [];
  const message = `the row of "${row.name}" lists ${quoted(named)} as to be asked for, and leaves out ${quoted(forgotten)}, behind the sentinel, too`;
  return [failure(row, message, `member-lists-on-request ${type}/${row.name}`)];
}

function failure(row: PropertyDeclaration, message: string, id: string): Outcome {
  return {
    status: "fail",
    message,
    span: spanOfText(row.location, row.row ?? row.name),
    promise: citedRow(row),
    pointer: pagePointer("properties", row.name),
    cause: { id },
  };
}

/** The sentinel is left out where a list is short. */
function lacking(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((member) => !others.includes(member) && !/^unknownFutureValue$/i.test(member));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
