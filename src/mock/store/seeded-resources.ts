import type { Contract, TypeContract } from "../../contract/contract.ts";
import { keyPropertyOf, keyText } from "../../contract/names/type-named.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { Resource } from "../message.ts";
import { wholeResource } from "../repair/complete-resource.ts";
import type { Seed } from "./seeds.ts";

/** Resources by lower-case key, with the other keys by which paths name them. */
export interface SeededResources {
  readonly items: Map<string, Resource>;
  readonly aliases: Map<string, string>;
}

/**
 * Makes whole resources of what examples show of them. Several examples of one resource are put together; where they
 * differ, the first has its say. A resource of which only the key is known is generated.
 */
export function seededResources(
  contract: Contract,
  type: TypeContract | undefined,
  seeds: readonly Seed[],
  seed: string,
): SeededResources {
  const property = keyPropertyOf(type);
  const shown = new Map<string, { readonly key: string; readonly value: Record<string, unknown> }>();
  const aliases = new Map<string, string>();
  for (const { key: named, value = {} } of seeds) {
    const own = isPlaceholder(value[property]) ? undefined : value[property];
    const key = keyText(own) ?? named ?? `${shown.size + 1}`;
    const known = shown.get(aliases.get(key.toLowerCase()) ?? key.toLowerCase());
    if (known) Object.assign(known.value, { ...value, ...known.value });
    else shown.set(key.toLowerCase(), { key, value: { ...value } });
    if (named !== undefined && named.toLowerCase() !== key.toLowerCase())
      aliases.set(named.toLowerCase(), key.toLowerCase());
  }
  const items = new Map<string, Resource>();
  for (const [lower, { key, value }] of shown) {
    items.set(lower, seededResource(contract, type, key, value, `${seed}/${lower}`));
  }
  return { items, aliases };
}

function seededResource(
  contract: Contract,
  type: TypeContract | undefined,
  key: string,
  value: Readonly<Record<string, unknown>>,
  seed: string,
): Resource {
  if (!type) return { id: key, ...value };
  const property = keyPropertyOf(type);
  if (Object.keys(value).length === 0) return generateResource(contract, type.name, { seed, key });
  return wholeResource(contract, type.name, { ...value, [property]: key }, seed);
}

/** The key of a resource; a resource without one goes by its place. */
export function keyOf(type: TypeContract | undefined, resource: Resource, place: number): string {
  const key = resource[keyPropertyOf(type)];
  return keyText(key) ?? `${place + 1}`;
}
