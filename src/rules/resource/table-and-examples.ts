import { spanOfText } from "../../base/span.ts";
import type { Contract, Property } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { ownerOf } from "./sightings.ts";
import { wrongForms } from "./wrong-forms.ts";
import { wrongNames } from "./wrong-names.ts";

/** Rows that several examples agree against: the row is wrong, not they. */
export const tableAndExamples = definePageRule("resource/table-and-examples", {
  promise:
    "A row of a property table has the name that the examples show, and says one value or several as they do.",
  weighs: { documented: "error" },
  judge({ page, contract }) {
    if (!page.types.some(({ properties }) => properties.length > 0)) return "not-applicable";
    const names = wrongNames(contract).rows.filter(({ property }) => property.location.file === page.file);
    const types = new Set(page.types.map(({ name }) => name));
    const forms = [...types].flatMap((type) => rowsOf(contract, type, page.file));
    return [
      ...names.map(({ type, property, written }) =>
        failure(type, property, `write "${written}", and none has the "${property.name}" of this row`),
      ),
      ...forms.map(({ type, property }) => failure(type, property, otherForm(property))),
    ];
  },
});

/** The rows of a page whose form is wrong. Where the JSON representation shows that, resource/representation says so. */
function rowsOf(contract: Contract, type: string, file: string) {
  const properties = typeNamed(contract, type)?.properties ?? [];
  return properties
    .filter(
      (property) =>
        property.location.file === file &&
        property.representedAs === undefined &&
        wrongForms(contract).has(ownerOf(type, property)),
    )
    .map((property) => ({ type, property }));
}

function otherForm({ name, type: { collection } }: Property): string {
  const [shown, says] = collection ? ["one value", "several"] : ["several values", "one"];
  return `show ${shown} for "${name}", and none shows ${says} as this row says`;
}

function failure(type: string, { name, row = name, location }: Property, message: string): Outcome {
  return {
    status: "fail",
    message: `several examples of ${shortName(type)} ${message}`,
    span: spanOfText(location, row),
    advice: "mend the row, and the JSON representation with it, if the service answers as the examples show",
    cause: { id: `table-and-examples ${type}/${name}` },
  };
}
