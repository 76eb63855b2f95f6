import { onceFor } from "../../base/once-for.ts";
import type { Resource } from "../message.ts";

/** In characters of JSON. */
const usualLength = 1000;

/** How many resources of the usual length one is; that there is none takes as much as one, and nothing nothing. */
export function weightOf(resource: Resource | null | undefined): number {
  if (!resource) return resource === null ? 1 : 0;
  return weightOfOne(resource);
}

const weightOfOne = onceFor(
  (resource: Resource) => 1 + Math.floor(JSON.stringify(resource).length / usualLength),
);
