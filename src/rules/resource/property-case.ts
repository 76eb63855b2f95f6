import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { type Representation, representationsOf } from "./two-declarations.ts";

/** Letter case between the tables and the JSON representation. */
export const propertyCase = definePageRule("resource/property-case", {
  promise: "The tables and the JSON representation write the names of properties in the same letter case.",
  weighs: { documented: "warning" },
  judge(context) {
    const { read } = representationsOf(context);
    return read.length === 0 ? "not-applicable" : read.flatMap(failures);
  },
});

function failures({ type, rows, tabled, inherited, shown }: Representation): Outcome[] {
  const spellings = new Map([...inherited, ...tabled].map((name) => [name.toLowerCase(), name]));
  return shown.flatMap(({ name, span }): Outcome[] => {
    const spelling = spellings.get(name.toLowerCase());
    if (spelling === undefined || tabled.has(name) || inherited.has(name)) return [];
    return [
      {
        status: "fail",
        message: `the JSON representation writes "${name}", the table of ${type.name} writes "${spelling}"`,
        span,
        meant: spelling,
        promise: citedRow(rows.find((row) => row.name === spelling)),
        pointer: pagePointer("properties", spelling),
        cause: { id: `property-case ${type.name}/${spelling}` },
      },
    ];
  });
}
