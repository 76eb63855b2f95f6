import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, JsonForm, Property, TypeContract, TypeRef } from "../../contract/contract.ts";
import { formOfJson } from "../../contract/derive/represented-form.ts";
import { enumNamed, typeNamed } from "../../contract/names/type-named.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import { promisedExamples } from "../promised-of-example.ts";

/** What the documented answers show, all of them together: witnesses against a single row. */
export interface ShownInExamples {
  /** By the list of members, see `listOf`: the files that show a value. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** By type that is not open, the objects that have a name which it does not declare. */
  readonly strangers: ReadonlyMap<string, readonly Stranger[]>;
  /** The names that stand for declared ones which their objects lack. */
  readonly misspelt: readonly Misspelt[];
  /** By `ownerOf`, the examples that show a value, by its form; placeholders left out. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<JsonForm, ReadonlySet<string>>>;
  /** All declared names that stand in an object, see `ownerOf`. */
  readonly declared: ReadonlySet<string>;
}

export interface Misspelt {
  readonly file: string;
  /** The example, as in `forms`. */
  readonly example: string;
  readonly type: TypeContract;
  readonly name: string;
  readonly meant: string;
}

export interface Stranger {
  readonly file: string;
  readonly undeclared: readonly string[];
  readonly declared: readonly string[];
}

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

/** Looks once through all the examples of a contract. */
export const shownInExamples = onceFor((contract: Contract): ShownInExamples => {
  const values = new Map<string, Map<string, Set<string>>>();
  const strangers = new Map<string, Stranger[]>();
  const forms = new Map<string, Map<JsonForm, Set<string>>>();
  const misspelt: Misspelt[] = [];
  const declared = new Set<string>();
  let shownBy = "";
  for (const { example, response, promised } of promisedExamples(contract)) {
    const { type } = promised;
    const body = response.body?.json?.value;
    if (!isObject(body)) continue;
    if (type?.kind !== "type") continue;
    shownBy = `${example.file}:${example.location.line}`;
    for (const { value } of resourcesInBody(contract, type, body).resources)
      look({ ...type, collection: false }, value, example.file);
  }
  return { values, strangers, misspelt, forms, declared };

  function look(ref: TypeRef, value: unknown, file: string): void {
    if (Array.isArray(value)) for (const item of value) look(ref, item, file);
    if (!isObject(value)) return;
    const type = typeNamed(contract, judgingType(contract, ref.name, value));
    if (!type) return;
    const names = Object.keys(value).filter((name) => !name.includes("@") && !name.startsWith("#"));
    const properties = new Map(type.properties.map((property) => [property.name, property]));
    const undeclared = names.filter((name) => !properties.has(name));
    if (undeclared.length > 0 && (type.complete || type.open)) {
      for (const [name, meant] of misspeltNames(contract, type, value))
        misspelt.push({ file, example: shownBy, type, name, meant });
    }
    if (undeclared.length > 0 && type.complete && !type.open) {
      const known = names.filter((name) => properties.has(name));
      strangers.set(type.name, [...(strangers.get(type.name) ?? []), { file, undeclared, declared: known }]);
    }
    for (const name of names) {
      const property = properties.get(name);
      if (!property) continue;
      const row = ownerOf(type.name, property);
      declared.add(row);
      noteForm(row, value[name]);
      if (property.type.kind === "type") look(property.type, value[name], file);
      else note(type.name, property, value[name], file);
    }
  }

  function noteForm(key: string, value: unknown): void {
    const form = formOfJson(value);
    if (form === undefined || isPlaceholder(value)) return;
    const shown = forms.get(key) ?? new Map<JsonForm, Set<string>>();
    forms.set(key, shown);
    shown.set(form, (shown.get(form) ?? new Set()).add(shownBy));
  }

  function note(type: string, property: Property, value: unknown, file: string): void {
    const members = membersOf(contract, property);
    if (!members) return;
    const list = listOf(type, property);
    const shown = values.get(list) ?? new Map<string, Set<string>>();
    values.set(list, shown);
    for (const one of [value].flat()) {
      if (typeof one !== "string" || one === "" || isPlaceholder(one, members)) continue;
      for (const part of one.split(",").map((text) => text.trim()))
        shown.set(part, (shown.get(part) ?? new Set()).add(file));
    }
  }
});
