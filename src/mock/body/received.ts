import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, EnumValues, Operation, Property, TypeRef } from "../../contract/contract.ts";
import { enumNamed, keyPropertyOf, typeNamed } from "../../contract/names/type-named.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import type { Resource } from "../message.ts";
import { changeAt } from "../repair/change-at.ts";
import { isContent } from "../repair/clear-resource.ts";
import { rightType } from "../repair/right-type.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { shownNames } from "./parameter-letters.ts";

/**
 * A resource as a client sent it: no value of it is changed. An enumeration's members get the letters of the contract,
 * an object that only a derived type fits says that it is one, and control information and names that nobody documents,
 * which are not the client's to write, are left out, but for the key and for what an example of the operation shows.
 */
export function receivedResource(
  contract: Contract,
  declared: string,
  sent: Resource,
  operation?: Operation,
): Resource {
  const { own, violations } = judgedOnce(contract, declared, sent);
  if (violations.length === 0) return own;
  const kept = operation ? shownNames(contract, operation) : undefined;
  const key = keyPropertyOf(typeNamed(contract, declared));
  const unknown = violations.filter(
    ({ keyword, expected: name }) =>
      keyword === "unknown-property" && name !== key && !kept?.has(String(name)),
  );
  if (unknown.length === 0) return own;
  const known = changeAt(own, new Map(unknown.map(({ pointer }) => [pointer, undefined])));
  return isObject(known) ? known : {};
}

/** True where each value that is sent is one that the declared type takes: there is nothing to refuse. */
export function isRight(contract: Contract, declared: string, sent: Resource): boolean {
  return judgedOnce(contract, declared, sent).violations.length === 0;
}

/** The first text that stands for a value where its type takes none: what a page writes, and no client. */
export function blankIn(contract: Contract, declared: string, sent: Resource): Violation | undefined {
  return judgedOnce(contract, declared, sent).violations.find(
    ({ keyword, value }) =>
      keyword !== "unknown-property" && typeof value === "string" && isPlaceholder(value),
  );
}

/** A body is asked about when it is read, and when it is stored. */
const judgedOnce = onceForAll((contract: Contract, declared: string, sent: Resource) => {
  const own = receivedObject(contract, declared, sent);
  const type: TypeRef = { kind: "type", name: declared, collection: false };
  return { own, violations: bodyViolations(contract, type, own, { memberPreference: true }) };
});

function receivedObject(contract: Contract, declared: string, sent: Resource): Resource {
  const { type, annotation } = rightType(contract, declared, sent);
  const said = annotation === undefined ? {} : { "@odata.type": annotation };
  const own = Object.entries(sent).flatMap(([name, value]) => {
    const property = type?.properties.find((other) => other.name === name);
    if ((!property && !isContent(name, type)) || isSecret(type?.name, name)) return [];
    return [[name, property ? receivedValue(contract, property, value) : value] as const];
  });
  return { ...said, ...Object.fromEntries(own) };
}

function isSecret(type: string | undefined, name: string): boolean {
  return graphFacts.secrets.some(({ fact }) => fact.type === type && fact.property === name);
}

function receivedValue(contract: Contract, property: Property, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => receivedValue(contract, property, item));
  const { kind, name } = property.type;
  if (isObject(value)) return kind === "type" ? receivedObject(contract, name, value) : value;
  const values = kind === "type" ? undefined : (enumNamed(contract, name) ?? property.values);
  return values && typeof value === "string" ? inTheirLetters(values, value) : value;
}

/** A member in other letters is that member; of what is none nothing is changed. */
function inTheirLetters({ members, multiValued }: EnumValues, text: string): string {
  const known = new Map(members.map((member) => [member.toLowerCase(), member]));
  const one = known.get(text.toLowerCase());
  if (one !== undefined || !multiValued) return one ?? text;
  const several = text.split(",").map((part) => known.get(part.trim().toLowerCase()));
  return several.every((member) => member !== undefined) ? several.join(",") : text;
}
