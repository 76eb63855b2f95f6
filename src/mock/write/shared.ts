import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { resourcePathOf, type Step } from "../route/resource-path.ts";
import { graphFacts } from "../store/said-nowhere.ts";

/**
 * Shows a resource that was created where another owner has it as well, which a property of it says: the one that there
 * is of those that may be meant.
 */
export function share({ contract, served }: Call, steps: readonly Step[], resource: Resource): void {
  const name = steps.at(-1)?.name.toLowerCase();
  for (const { fact } of graphFacts.shared) {
    const key = resource[fact.property];
    if (fact.of.toLowerCase() !== name || typeof key !== "string") continue;
    const place = fact.owners
      .map((owner) => resourcePathOf(contract, [owner, key, fact.as], false))
      .find((path) => path && served.store.resource(path.owner));
    if (place) served.store.link(place.steps, steps, true);
  }
}
