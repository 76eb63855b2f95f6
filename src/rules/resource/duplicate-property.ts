import { spanOfText } from "../../base/span.ts";
import type { PropertyDeclaration } from "../../docs/page.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";

/** Rows that declare the same property twice. */
export const duplicateProperty = definePageRule("resource/duplicate-property", {
  promise: "Rows that name the same property of a type agree on its type and its members.",
  weighs: { documented: "warning" },
  judge({ page }) {
    const tables = page.types.flatMap(({ name, properties, relationships }) => [
      { name, rows: properties },
      { name, rows: relationships },
    ]);
    if (tables.every(({ rows }) => rows.length === 0)) return "not-applicable";
    return tables.flatMap(({ name, rows }) => disagreements(name, rows));
  },
});

function disagreements(type: string, rows: readonly PropertyDeclaration[]): Outcome[] {
  const first = new Map<string, PropertyDeclaration>();
  return rows.flatMap((row): Outcome[] => {
    const earlier = first.get(row.name);
    if (!earlier) {
      first.set(row.name, row);
      return [];
    }
    const difference = differenceOf(earlier, row);
    if (difference === undefined) return [];
    return [
      {
        status: "fail",
        message: `"${row.name}" of ${type} has two rows that disagree: ${difference} (first in line ${earlier.location.line})`,
        span: spanOfText(row.location, row.row ?? row.name),
        promise: citedRow(earlier),
        pointer: pagePointer("properties", row.name),
        cause: { id: `duplicate-property ${type}/${row.name}` },
      },
    ];
  });
}

/** In words; a row that names no type or lists no members says nothing against the other. */
function differenceOf(first: PropertyDeclaration, second: PropertyDeclaration): string | undefined {
  const types = [first, second].map(({ type }) => `${type.name}${type.collection ? " collection" : ""}`);
  const [one = "", other = ""] = types;
  if (first.type.name !== "" && second.type.name !== "" && one.toLowerCase() !== other.toLowerCase()) {
    return `its type is "${one}" and "${other}"`;
  }
  const members = first.facts.members;
  const others = second.facts.members;
  if (!members || !others) return undefined;
  const lacking = [
    ...members.filter((name) => !others.includes(name)),
    ...others.filter((name) => !members.includes(name)),
  ];
  return lacking.length > 0
    ? `only one of them has ${lacking.map((name) => `"${name}"`).join(", ")}`
    : undefined;
}
