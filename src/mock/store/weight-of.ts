import type { Resource } from "../message.ts";

/** In characters of JSON. */
const usualLength = 1000;

const weights = new WeakMap<Resource, number>();

/** How many resources of the usual length one is; that there is none takes as much as one, and nothing nothing. */
export function weightOf(resource: Resource | null | undefined): number {
  if (!resource) return resource === null ? 1 : 0;
  const weight = weights.get(resource) ?? 1 + Math.floor(JSON.stringify(resource).length / usualLength);
  weights.set(resource, weight);
  return weight;
}
