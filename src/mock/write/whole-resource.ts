import type { Call } from "../call.ts";
import { completeResource } from "../mend/complete-resource.ts";
import { mendResource } from "../mend/mend-resource.ts";
import type { Resource } from "../message.ts";

/** What was sent, as a whole resource of its type. */
export function wholeResource(call: Call, sent: Resource, seed: string): Resource {
  const { contract, resourceType } = call;
  const mended = mendedResource(call, sent);
  return resourceType ? completeResource(contract, resourceType.name, mended, seed) : mended;
}

/** What was sent of a resource, without what its type does not take. */
export function mendedResource({ contract, resourceType }: Call, sent: Resource): Resource {
  return resourceType ? mendResource(contract, resourceType.name, sent) : sent;
}
