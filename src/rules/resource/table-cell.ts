import type { Span } from "../../base/span.ts";
import { formOf } from "../../contract/derive/represented-form.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { definePageRule, type PageContext } from "../rule.ts";
import { shownInExamples } from "./shown-in-examples.ts";
import { ownerOf } from "./sightings.ts";

/** Cells of the tables of a resource page that cannot be right. */
export const tableCell = definePageRule("resource/table-cell", {
  promise:
    "Every row of a table of properties has all its cells, the name of a property, and a type that there is.",
  weighs: { documented: "error" },
  judge(context) {
    const { page } = context;
    const rows = page.types.flatMap(({ properties, relationships }) => [...properties, ...relationships]);
    const flaws = page.flaws.filter(({ rule }) => rule === "resource/table-cell");
    if (rows.length + flaws.length === 0) return "not-applicable";
    return flaws.map(({ message, span, advice, edits }) => ({
      status: "fail",
      message,
      span,
      advice,
      fix: edits && !isContradicted(context, span) ? { edits } : undefined,
      cause: { id: `table-cell ${message}` },
    }));
  },
});

/** Whether the metadata, the JSON representation or an example has another type than the cell is read as. */
function isContradicted({ page, contract }: PageContext, { file, start }: Span): boolean {
  const type = typeNamed(contract, page.types[0]?.name ?? "");
  const row = type?.properties.find(({ location }) => location.file === file && location.line === start.line);
  if (!type || !row) return false;
  const own = formOf(row.type);
  const forms = [...(shownInExamples(contract).forms.get(ownerOf(type.name, row))?.keys() ?? [])];
  const isOther = own !== undefined && forms.some((form) => form !== own);
  return row.otherType !== undefined || row.representedAs !== undefined || isOther;
}
