import { isObject } from "../../base/is-object.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { edmType } from "../../odata/edm-type.ts";
import type { Contract, TypeRef } from "../contract.ts";
import { typeNamed } from "../names/type-named.ts";
import { judgingType, namedType } from "./named-type.ts";

/** A value of the promised type and where it stands in the body. */
export interface BodyResource {
  readonly pointer: string;
  readonly value: unknown;
}

export interface BodyResources {
  readonly shape: "collection" | "single";
  readonly resources: readonly BodyResource[];
  /** Names beside the `value` of a collection that are no control information. */
  readonly strayNames: readonly string[];
}

/**
 * Takes a body apart by what it is, not by what is promised: the items of `{"value": [...]}`, or one resource,
 * which some functions wrap in `{"value": ...}`. A body that is no form of the promised type holds no resources.
 */
export function resourcesInBody(contract: Contract, promised: TypeRef, body: unknown): BodyResources {
  if (Array.isArray(body)) {
    // Envelopes in an array are no resources, whatever they hold.
    const resources = body.filter((item) => !isEnvelope(contract, promised, item));
    return collection("", resources.length < body.length ? [] : resources, []);
  }
  if (!isObject(body)) {
    return single(promised.collection ? [] : [{ pointer: "", value: body }]);
  }
  const strayNames = Object.keys(body).filter((name) => name !== "value" && !isControl(name));
  const wrapped = strayNames.length === 0 && wrapsOne(contract, promised, body.value);
  const enveloped = wrapped || (Object.hasOwn(body, "value") && !ownsValue(contract, promised));
  if (Array.isArray(body.value) && (promised.collection || (enveloped && strayNames.length === 0))) {
    return collection("/value", body.value, strayNames);
  }
  if (enveloped && strayNames.length === 0 && (isObject(body.value) || promised.kind !== "type")) {
    return single([{ pointer: "/value", value: body.value }]);
  }
  const [only, ...others] = strayNames;
  const misnamed = only === undefined ? undefined : body[only];
  if (
    promised.collection &&
    only &&
    others.length === 0 &&
    Array.isArray(misnamed) &&
    !owns(contract, promised, only)
  ) {
    // {"items": [...]}: an envelope whose "value" has another name.
    return collection(stepInto("", only), misnamed, strayNames);
  }
  const says = Object.keys(body).some((name) => !isControl(name));
  return single(says || !promised.collection ? [{ pointer: "", value: body }] : []);
}

/** True for one resource of the promised type in `{"value": {...}}`, where no function returns a primitive value. */
export function isWrapped(contract: Contract, promised: TypeRef, body: unknown): boolean {
  if (promised.kind !== "type" || promised.collection || !isObject(body) || !isObject(body.value))
    return false;
  const { shape, resources } = resourcesInBody(contract, promised, body);
  return shape === "single" && resources[0]?.pointer === "/value";
}

/** What stands in `value` is the resource itself, though its type has a property of that name, too. */
function wrapsOne(contract: Contract, { kind, name }: TypeRef, value: unknown): boolean {
  const type = kind === "type" ? typeNamed(contract, name) : undefined;
  const own = type?.properties.find((property) => property.name === "value");
  if (!type || !own) return false;
  if (Array.isArray(value) && own.type.kind === "primitive" && !own.type.collection)
    return value.some(isObject);
  if (!isObject(value)) return false;
  const named = namedType(value);
  if (named !== undefined && own.type.name !== named) return judgingType(contract, name, value) !== undefined;
  const names = Object.keys(value).filter((other) => !isControl(other));
  const isKnown = (other: string) => type.properties.some((property) => property.name === other);
  return own.type.kind === "primitive" && names.length > 1 && names.every(isKnown);
}

/** True for annotations and control information: `@odata.etag`, `tasks@odata.count`, the action `#microsoft.graph.stop`. */
export function isControl(name: string): boolean {
  return name.includes("@") || name.startsWith("#");
}

/** The property whose values stand under a name: what a delta answer has of `members` stands in `members@delta`. */
export function propertyNamed(name: string): string {
  return name.replace(/(?<=\w)@(?:odata\.)?delta$/, "");
}

/** True when the body has the promised form; a bare array has none. */
export function hasPromisedShape(contract: Contract, promised: TypeRef, body: unknown): boolean {
  const { shape } = resourcesInBody(contract, promised, body);
  return !Array.isArray(body) && (shape === "collection") === promised.collection;
}

function isEnvelope(contract: Contract, promised: TypeRef, item: unknown): boolean {
  const type = { ...promised, collection: false };
  return isObject(item) && Array.isArray(item.value) && !ownsValue(contract, type);
}

/** True when `value` is, or may be, part of the promised type itself, so that it is no envelope. */
function ownsValue(contract: Contract, { kind, name, collection }: TypeRef): boolean {
  if (collection) return false;
  if (kind === "primitive") return edmType(name)?.json === undefined;
  return owns(contract, { kind, name }, "value");
}

function owns(contract: Contract, { kind, name }: Pick<TypeRef, "kind" | "name">, property: string): boolean {
  const type = kind === "type" ? typeNamed(contract, name) : undefined;
  return type?.properties.some((other) => other.name === property) ?? false;
}

function collection(
  pointer: string,
  items: readonly unknown[],
  strayNames: readonly string[],
): BodyResources {
  const resources = items.map((value, index) => ({ pointer: `${pointer}/${index}`, value }));
  return { shape: "collection", resources, strayNames };
}

function single(resources: readonly BodyResource[]): BodyResources {
  return { shape: "single", resources, strayNames: [] };
}
