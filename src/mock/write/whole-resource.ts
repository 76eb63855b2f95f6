import type { Call } from "../call.ts";
import { completeResource } from "../mend/complete-resource.ts";
import { mendResource } from "../mend/mend-resource.ts";
import type { Resource } from "../message.ts";

/** What was sent, as a whole resource of its type. */
export function wholeResource({ contract, resourceType }: Call, sent: Resource, seed: string): Resource {
  if (!resourceType) return sent;
  const mended = mendResource(contract, resourceType.name, sent);
  return completeResource(contract, resourceType.name, mended, seed);
}
