import { nearestName } from "../../base/nearest-name.ts";
import { spanAt, spanOfText } from "../../base/span.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import type { PropertyDeclaration } from "../../docs/page.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure, type Outcome } from "../rule.ts";
import { type Representation, representationsOf, type ShownName } from "./two-declarations.ts";

/** The property table and the JSON representation of a resource page. */
export const tableAndJson = definePageRule("resource/table-and-json", {
  promise: "The property table and the JSON representation of a type name the same properties.",
  weighs: { documented: "error" },
  judge(context) {
    const { read, unreadable } = representationsOf(context);
    if (read.length + unreadable.length === 0) return "not-applicable";
    const unread = unreadable.map(({ type, location }): Outcome => {
      const span = spanAt(location);
      const message = `the JSON representation of ${type.name} cannot be read as a JSON object`;
      return { status: "not-verified", reason: "unreadable", message, span };
    });
    return [...read.flatMap(compare), ...unread];
  },
});

function compare(representation: Representation): Outcome[] {
  const { type, basesKnown } = representation;
  const onlyInTable = rowsNotInJson(representation);
  const forgotten = new Map(onlyInTable.map((row) => [row.name, row]));
  const fromJson = namesNotInTable(representation).map((shown): Outcome => {
    // A misspelt name is missing on one side and unknown on the other: one defect.
    const meant = nearestName(shown.name, [...forgotten.keys()]);
    if (meant !== undefined) forgotten.delete(meant);
    if (meant === undefined && !basesKnown) return mayBeInherited(shown);
    const message =
      meant === undefined
        ? `"${shown.name}" is in the JSON representation, but in no table of ${type.name} or its base types`
        : `"${shown.name}" is in the JSON representation, but the table of ${type.name} has "${meant}"`;
    return {
      ...failure(representation, shown, message),
      promise: citedRow(onlyInTable.find((row) => row.name === meant)),
    };
  });
  const fromTable = [...forgotten.values()].map((row) =>
    failure(
      representation,
      { name: row.name, span: spanOfText(row.location, row.row ?? row.name) },
      `"${row.name}" is in the property table, but not in the JSON representation of ${type.name}`,
    ),
  );
  return [...fromJson, ...fromTable];
}

function namesNotInTable({ type, tabled, inherited, shown }: Representation): ShownName[] {
  if (type.open) return [];
  // Other letter case is resource/property-case.
  const spelled = lowerCase([...tabled, ...inherited]);
  return shown.filter(({ name }) => !spelled.has(name.toLowerCase()));
}

/** A table may repeat what the type inherits; a stream is no member of the JSON. */
function rowsNotInJson({
  type,
  rows,
  inherited,
  basesKnown,
  shown,
  whole,
}: Representation): PropertyDeclaration[] {
  if (!whole) return [];
  const spelled = lowerCase(shown.map(({ name }) => name));
  const key = basesKnown ? undefined : keyPropertyOf(type);
  return rows.filter(({ name, facts, type: { name: typeName } }) => {
    if (spelled.has(name.toLowerCase()) || name.includes("@") || name === key) return false;
    if (facts.inheritedFrom || inherited.has(name) || /^(edm\.)?stream$/i.test(typeName)) return false;
    return !type.optionalProperties.includes(name);
  });
}

function failure(
  { type }: Representation,
  { name, span }: Pick<ShownName, "name" | "span">,
  message: string,
): Failure {
  const cause = { id: `table-and-json ${type.name}/${name}` };
  return { status: "fail", message, span, pointer: pagePointer("properties", name), cause };
}

function mayBeInherited({ name, span }: ShownName): Outcome {
  const message = `"${name}" is in the JSON representation and in no table; the page of a base type was not read`;
  return {
    status: "not-verified",
    reason: "not-in-folder",
    message,
    span,
    pointer: pagePointer("properties", name),
  };
}

function lowerCase(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...names].map((name) => name.toLowerCase()));
}
