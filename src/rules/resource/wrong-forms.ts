import type { Contract, JsonForm, Property, TypeRef } from "../../contract/contract.ts";
import { contractFact } from "../../contract/contract-fact.ts";
import { formOf } from "../../contract/derive/represented-form.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { shownInExamples } from "./shown-in-examples.ts";
import { ownerOf } from "./sightings.ts";

const fewest = 2;

/** A row whose second cell is written as in another language. */
const ofNoType = /^[^|]*\|\s*`?(?:bool|str|text)`?\s*(?:collection\s*)?\|/i;

/**
 * The properties, by `ownerOf`, whose row is wrong by the word of the JSON representation and of all the examples:
 * these show one and the same form (one value, a list, a number), and the row says another. One for several, or the
 * reverse, is wrong by the word of the examples alone where they stand on several pages.
 */
export const wrongForms = contractFact("wrong forms", (contract: Contract): ReadonlyMap<string, JsonForm> => {
  const { forms } = shownInExamples(contract);
  const wrong = new Map<string, JsonForm>();
  for (const { name: type, properties } of Object.values(contract.types)) {
    for (const property of properties) {
      const key = ownerOf(type, property);
      const form = agreedForm(property, forms.get(key), contract.metadata !== undefined);
      if (form !== undefined) wrong.set(key, form);
    }
  }
  return wrong;
});

function agreedForm(
  { type, representedAs, row, otherType, unconfirmed }: Property,
  shown: ReadonlyMap<JsonForm, ReadonlySet<string>> | undefined,
  isWitnessed: boolean,
): JsonForm | undefined {
  if (row === undefined || !shown) return undefined;
  // What the metadata says the row says, too.
  if (isWitnessed && !otherType && !unconfirmed) return undefined;
  const [only, ...others] = shown;
  if (!only || others.length > 0) return undefined;
  const [form, examples] = only;
  if (form === formOf(type) || examples.size < fewest) return undefined;
  if (representedAs === undefined)
    return isOneForMany(type, form) && pagesOf(examples) >= fewest ? form : undefined;
  // The representation of one value is mostly a placeholder, whatever the value is.
  const agrees = form === representedAs || (type.collection && representedAs === "text");
  return agrees ? form : undefined;
}

/** One for several, or the reverse. */
function isOneForMany({ collection, kind }: TypeRef, form: JsonForm): boolean {
  return kind !== "unknown" && collection !== (form === "list");
}

function pagesOf(examples: ReadonlySet<string>): number {
  return new Set([...examples].map((example) => example.slice(0, example.lastIndexOf(":")))).size;
}

/**
 * Whether the row of a property, as it stands on its page, is what is wrong where a value has another form than it says.
 * One that names no type of Graph's is found at its cell (`resource/table-cell`): what it was read as holds no example.
 */
export function isWrongRow(contract: Contract, type: string, property: string | undefined): boolean {
  const row = typeNamed(contract, type)?.properties.find(({ name }) => name === property);
  if (row === undefined) return false;
  return ofNoType.test(row.row ?? "") || wrongForms(contract).has(ownerOf(type, row));
}
