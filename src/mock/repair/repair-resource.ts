import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeRef } from "../../contract/contract.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { judgeBody } from "../../contract/validation/body-violations.ts";
import type { Gap, Violation } from "../../contract/validation/violation.ts";
import { stepsOf, valueAt } from "../../http/json-pointer.ts";
import { generateResource } from "../generate/generate-resource.ts";
import { generateItem, generateValue } from "../generate/generate-value.ts";
import { hash } from "../generate/random.ts";
import type { Resource } from "../message.ts";
import { changeAt } from "./change-at.ts";
import { clearResource } from "./clear-resource.ts";

/** A repaired place can show what was wrong below it or beside it; no example needs more. */
const ROUNDS = 8;

/**
 * A documented example's resource as the contract says it: what stood for a value is one, misspelt names are spelt
 * right, names that nobody documents are gone, and a value that breaks its type gives way to a generated one. What
 * cannot be repaired at its place goes. A value that is no object becomes a generated resource.
 */
export function repairResource(contract: Contract, typeName: string, value: unknown): Resource {
  const text = JSON.stringify(value) ?? "";
  const seed = `${hash(text)} ${hash(text, text.length)}`;
  if (!isObject(value)) return generateResource(contract, typeName, { seed });
  return repairObject(contract, typeName, clearResource(contract, typeName, value, seed), seed);
}

function repairObject(contract: Contract, typeName: string, cleared: Resource, seed: string): Resource {
  const type: TypeRef = { kind: "type", name: typeName, collection: false };
  let repaired = cleared;
  for (let round = 0; round < ROUNDS; round++) {
    const { violations, gaps } = judgeBody(contract, type, repaired, { memberPreference: true });
    if (violations.length === 0) return repairUnjudged(contract, typeName, repaired, gaps, seed);
    // The last round takes no more chances.
    const repair = round < ROUNDS - 1 ? replacement(contract, seed) : () => undefined;
    repaired = changed(
      repaired,
      new Map(violations.map((violation) => [violation.pointer, repair(violation)])),
    );
  }
  return repaired;
}

/** What is put in the place of a violation; undefined where nothing can be. */
function replacement(contract: Contract, seed: string): (violation: Violation) => unknown {
  return ({ keyword, type, property: name, pointer }) => {
    if (keyword === "unknown-property") return undefined;
    const owner = typeNamed(contract, type);
    const property = owner?.properties.find((other) => other.name === name);
    if (!property) return undefined;
    const whole = stepsOf(pointer).at(-1) === property.name;
    return (whole ? generateValue : generateItem)(contract, property, `${seed}${pointer}`) ?? undefined;
  };
}

/**
 * An object that names a type which pages do not connect with the declared one is not judged. It is repaired by both:
 * what the declared type has is as that says, and the rest as the named one says, when a page declares that.
 */
function repairUnjudged(
  contract: Contract,
  typeName: string,
  resource: Resource,
  gaps: readonly Gap[],
  seed: string,
): Resource {
  const changes = new Map<string, unknown>();
  for (const { kind, name, type: owner, pointer } of gaps) {
    const object = valueAt(resource, pointer);
    const declared = pointer === "" ? typeName : declaredAt(contract, owner, pointer);
    if (kind !== "type" || declared === undefined || !isObject(object)) continue;
    const { "@odata.type": annotation, ...rest } = object;
    if (annotation === undefined) continue;
    const own = new Set(typeNamed(contract, declared)?.properties.map((property) => property.name));
    const ofDeclared = Object.entries(rest).filter(([inner]) => own.has(inner));
    const ofNamed = Object.fromEntries(Object.entries(rest).filter(([inner]) => !own.has(inner)));
    const named = findType(contract, name);
    const whole = {
      "@odata.type": annotation,
      ...(named?.kind === "type"
        ? repairObject(contract, named.name, ofNamed, `${seed}${pointer}`)
        : ofNamed),
      ...repairObject(contract, declared, Object.fromEntries(ofDeclared), `${seed}${pointer}`),
    };
    changes.set(pointer, whole);
  }
  return changed(resource, changes);
}

function declaredAt(contract: Contract, owner: string, pointer: string): string | undefined {
  const name = stepsOf(pointer).findLast((step) => !/^\d+$/.test(step));
  const properties = typeNamed(contract, owner)?.properties;
  const type = properties?.find((property) => property.name === name)?.type;
  return type?.kind === "type" ? type.name : undefined;
}

function changed(resource: Resource, changes: ReadonlyMap<string, unknown>): Resource {
  const whole = changeAt(resource, changes);
  return isObject(whole) ? whole : {};
}
