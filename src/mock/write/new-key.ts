import { generateResource } from "../generate/generate-resource.ts";
import { hash, Random } from "../generate/random.ts";
import type { Call } from "../route/call.ts";
import { storePath } from "../route/resource-path.ts";
import { keyLike, shownKey } from "./shown-key.ts";

/** A key that no resource of the collection has or had, as far as the type leaves a choice. */
export function newKey(
  { contract, resourceType, operation, served: { store }, resourcePath: { steps, node } }: Call,
  property: string,
): { readonly key: string; readonly seed: string } {
  const shown = shownKey(contract, operation, node, property);
  for (let tries = 0; ; tries++) {
    const number = store.next();
    const seed = `created/${storePath(steps)}/${number}`;
    const like = shown === undefined ? undefined : keyLike(shown, randomOf(seed));
    const generated =
      like === undefined &&
      resourceType &&
      tries < 10 &&
      generateResource(contract, resourceType.name, { seed });
    const key = like ?? ((generated && keyOf(generated[property])) || String(number + 1));
    if (!store.holds(steps, key)) return { key, seed };
  }
}

function randomOf(seed: string): Random {
  const random = new Random(seed);
  random.at(hash("id"));
  return random;
}

/** What can be a key: a text that is not empty, or a number. */
export function keyOf(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;
}
