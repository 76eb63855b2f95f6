import type { Property, TypeRef } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { describeValue } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Outcome, type PageContext } from "../rule.ts";
import { misfit } from "./misfit.ts";
import { ownerOf } from "./sightings.ts";
import { type Representation, representationsOf, type ShownName } from "./two-declarations.ts";
import { wrongForms } from "./wrong-forms.ts";

/** What the JSON representation shows for a property, against what the property's row says. */
export const representation = definePageRule("resource/representation", {
  promise:
    "The JSON representation shows one value or several, text or an object, as the row of the property says.",
  weighs: { documented: "error" },
  judge(context) {
    const { read } = representationsOf(context);
    return read.length === 0 ? "not-applicable" : read.flatMap((each) => compare(context, each));
  },
});

function compare({ contract }: PageContext, { type, shown }: Representation): Outcome[] {
  const declared = typeNamed(contract, type.name)?.properties ?? [];
  return shown.flatMap((each) => {
    const property = declared.find(({ name }) => name === each.name);
    // Only a row says what it is; two rows that disagree are resource/duplicate-property.
    if (property?.row === undefined || isAmbiguous(type.properties, property.name)) return [];
    const isOther = property.representedAs !== undefined;
    const isAgreed = isOther && wrongForms(contract).has(ownerOf(type.name, property));
    const wrong =
      misfit(contract, property.type, each.value) ?? (isAgreed ? describeValue(each.value) : undefined);
    return wrong === undefined ? [] : [failure(type.name, property, each, wrong, isAgreed)];
  });
}

function failure(
  type: string,
  property: Property,
  { name, span }: ShownName,
  wrong: string,
  isAgreed: boolean,
): Outcome {
  const also = isAgreed ? ", as all examples do" : "";
  return {
    status: "fail",
    message: `the JSON representation of ${shortName(type)} shows ${wrong} for "${name}"${also}; its row says ${kindOf(property.type)}`,
    span,
    pointer: pagePointer("properties", name),
    promise: citedRow(property),
    cause: { id: `representation ${type}/${name}` },
  };
}

function kindOf(type: TypeRef): string {
  return type.kind === "enum" ? `${describeTypeRef(type)}, an enumeration` : describeTypeRef(type);
}

function isAmbiguous(
  rows: readonly {
    readonly name: string;
    readonly type: { readonly name: string; readonly collection: boolean };
  }[],
  name: string,
): boolean {
  const types = rows
    .filter((row) => row.name === name)
    .map((row) => `${row.type.name} ${row.type.collection}`.toLowerCase());
  return new Set(types).size > 1;
}
