import type { TypeContract } from "../../contract/contract.ts";
import type { Resource } from "../message.ts";
import type { Collection } from "./collection.ts";
import { graphFacts } from "./said-nowhere.ts";

/** The properties of a type whose values paths may give in place of the key. */
export function alternateKeysOf(type: TypeContract | undefined): readonly string[] {
  return graphFacts.alternateKeys.flatMap(({ fact: { property, type: of = type?.name } }) =>
    type?.name === of && type?.properties.some(({ name }) => name === property) ? [property] : [],
  );
}

/** By lower-case value, the key of the resource that had it last. */
type Names = Map<string, string>;

const namesOf = new WeakMap<Collection, Names>();

/** The key of the resource that has the name in another property by which paths know its kind. */
export function keyByName(collection: Collection, name: string): string | undefined {
  const properties = alternateKeysOf(collection.type);
  if (properties.length === 0) return undefined;
  let names = namesOf.get(collection);
  if (!names) {
    names = new Map();
    namesOf.set(collection, names);
    for (const [key, resource] of collection.items) noteNames(collection, key, resource);
  }
  const key = names.get(name.toLowerCase());
  const resource = key === undefined ? undefined : collection.items.get(key);
  // What was changed or removed since goes by that name no more.
  return resource && properties.some((property) => lower(resource[property]) === name.toLowerCase())
    ? key
    : undefined;
}

/**
 * The key of the resource that has a value in a property, both in any letter case; an address that begins with a slash is
 * that of the one that has it on whatever host.
 */
export function keyWith({ items }: Collection, property: string, value: string): string | undefined {
  const wanted = property.toLowerCase();
  const isRelative = value.startsWith("/");
  for (const [key, resource] of items) {
    const name =
      property in resource ? property : Object.keys(resource).find((own) => own.toLowerCase() === wanted);
    const own = name === undefined ? undefined : lower(resource[name]);
    if (own === value || (isRelative && own?.replace(/^https?:\/\/[^/]+/, "") === value)) return key;
  }
  return undefined;
}

/** Notes by which names a resource goes that is put into a collection. */
export function noteNames(collection: Collection, key: string, resource: Resource): void {
  const names = namesOf.get(collection);
  if (!names) return;
  for (const property of alternateKeysOf(collection.type)) {
    const name = lower(resource[property]);
    if (
      name !== undefined &&
      !(names.get(name) !== key && isNamed(collection, names.get(name), property, name))
    )
      names.set(name, key);
  }
}

/** The first of several that go by one name keeps it. */
function isNamed({ items }: Collection, key: string | undefined, property: string, name: string): boolean {
  return key !== undefined && lower(items.get(key)?.[property]) === name;
}

function lower(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value.toLowerCase() : undefined;
}
