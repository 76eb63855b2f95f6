import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type {
  Contract,
  Example,
  JsonForm,
  Property,
  TypeContract,
  TypeRef,
} from "../../contract/contract.ts";
import { formOfJson } from "../../contract/derive/represented-form.ts";
import { enumNamed, typeNamed } from "../../contract/names/type-named.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import { promisedOfExample } from "../promised-of-example.ts";

/** What one answered example shows, in its order. Plain data: what is said of a type is said by its name. */
export interface Sightings {
  readonly file: string;
  /** The example, by its file and line. */
  readonly example: string;
  readonly shown: readonly Sighting[];
}

export type Sighting =
  /** An object with names that its type, which is not open, does not declare. */
  | {
      readonly saw: "stranger";
      readonly type: string;
      readonly undeclared: readonly string[];
      readonly declared: readonly string[];
    }
  | { readonly saw: "misspelt"; readonly type: string; readonly name: string; readonly meant: string }
  /** A declared name, by `ownerOf`, and its value's form, placeholders left out. */
  | { readonly saw: "row"; readonly row: string; readonly form?: JsonForm }
  /** A value of a list of members, see `listOf`. */
  | { readonly saw: "value"; readonly list: string; readonly value: string };

/** A property by the type that declares it. */
export function ownerOf(type: string, { name, inheritedFrom }: Property): string {
  return `${inheritedFrom ?? type}/${name}`;
}

/** The list of members that a property's values come from: an enumeration, or that of its own row. */
export function listOf(type: string, property: Property): string {
  return property.type.kind === "enum" ? property.type.name : ownerOf(type, property);
}

export function membersOf(contract: Contract, { type, values }: Property): readonly string[] | undefined {
  return values?.members ?? (type.kind === "enum" ? enumNamed(contract, type.name)?.members : undefined);
}

/** What an example shows of the types that its answer holds; nothing where it is not known what the answer is. */
export function sightingsOf(contract: Contract, example: Example): Sightings {
  const { file, location, response } = example;
  const shown: Sighting[] = [];
  const seen = new Set<string>();
  const type = response && promisedOfExample(contract, example, response).type;
  const body = response?.body?.json?.value;
  if (type?.kind === "type" && isObject(body)) {
    for (const { value } of resourcesInBody(contract, type, body).resources)
      look({ ...type, collection: false }, value);
  }
  return { file, example: `${file}:${location.line}`, shown };

  function look(ref: TypeRef, value: unknown): void {
    if (Array.isArray(value)) for (const item of value) look(ref, item);
    if (!isObject(value)) return;
    const type = typeNamed(contract, judgingType(contract, ref.name, value));
    if (!type) return;
    const names = Object.keys(value).filter((name) => !name.includes("@") && !name.startsWith("#"));
    const properties = rowsOf(type);
    const undeclared = names.filter((name) => !properties.has(name));
    if (undeclared.length > 0 && (type.complete || type.open)) {
      for (const [name, meant] of misspeltNames(contract, type, value))
        shown.push({ saw: "misspelt", type: type.name, name, meant });
    }
    if (undeclared.length > 0 && type.complete && !type.open) {
      const declared = names.filter((name) => properties.has(name));
      shown.push({ saw: "stranger", type: type.name, undeclared, declared });
    }
    for (const name of names) {
      const declared = properties.get(name);
      if (!declared) continue;
      const { property, row } = declared;
      const form = isPlaceholder(value[name]) ? undefined : formOfJson(value[name]);
      if (isFirst(`${row} ${form}`)) shown.push({ saw: "row", row, ...(form === undefined ? {} : { form }) });
      if (property.type.kind === "type") look(property.type, value[name]);
      else note(type.name, property, value[name]);
    }
  }

  function note(type: string, property: Property, value: unknown): void {
    const members = membersOf(contract, property);
    if (!members) return;
    const list = listOf(type, property);
    for (const one of [value].flat()) {
      if (typeof one !== "string" || one === "" || isPlaceholder(one, members)) continue;
      for (const value of one.split(",").map((part) => part.trim()))
        if (isFirst(`${list} "${value}`)) shown.push({ saw: "value", list, value });
    }
  }

  /** The many items of a list show the same again. */
  function isFirst(sighting: string): boolean {
    if (seen.has(sighting)) return false;
    seen.add(sighting);
    return true;
  }
}

/** The properties of a type by their names, each with what its sightings call it. */
const rowsOf = onceFor(
  (type: TypeContract) =>
    new Map(
      type.properties.map((property) => [property.name, { property, row: ownerOf(type.name, property) }]),
    ),
);

const known = new WeakMap<Contract, () => Iterable<Sightings>>();

/** Says what the examples of a contract show, where it is known without looking: by earlier runs of the same contract. */
export function knowSightings(contract: Contract, sightings: () => Iterable<Sightings>): void {
  known.set(contract, sightings);
}

/** What all examples of a contract show, one after another. */
export const allSightings = onceFor((contract: Contract): readonly Sightings[] => {
  const before = known.get(contract)?.();
  return before ? [...before] : contract.examples.map((example) => sightingsOf(contract, example));
});
