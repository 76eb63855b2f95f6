import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import { operationAt } from "../../contract/path/match-operation.ts";
import type { PathNode } from "../../contract/path/path-node.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { isGuid } from "../../odata/edm-format.ts";
import type { Random } from "../generate/random.ts";

/**
 * The key that an example shows of what an operation creates, else of what stands at the place: keys that the service
 * makes look like it.
 */
export const shownKey = onceForAll(
  (
    contract: Contract,
    operation: Operation | undefined,
    place: PathNode,
    property: string,
  ): string | undefined => {
    const reads = [place, place.key].flatMap((node) => (node && operationAt(contract, "GET", node)) || []);
    for (const shown of operation ? [operation, ...reads] : reads) {
      const keys = examplesThatCall(contract, shown)
        .flatMap(({ response }) => resourcesIn(response?.body?.json?.value))
        .map((resource) => resource[property]);
      const key = keys.find((value) => typeof value === "string" && value !== "" && !isPlaceholder(value));
      if (typeof key === "string") return key;
    }
    return undefined;
  },
);

function resourcesIn(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isObject(body)) return [];
  return Array.isArray(body.value) ? body.value.filter(isObject) : [body];
}

const guid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<![\da-z])[\da-f]{32}(?![\da-z])/gi;
/** `AAMkAGE1M2_bs88AACbuFiiAAA=`, `01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K` */
const opaque = /^(?=.*\d)(?=.*[A-Z])[\w!+/-]{16,}={0,2}$/;

/**
 * A new key of the form of one that is shown: `SHFT_` before another GUID, the letters and digits behind the first
 * ones of an opaque key changed. Undefined where a GUID is as good, and for a name that somebody chose.
 */
export function keyLike(shown: string, random: Random): string | undefined {
  if (isGuid(shown)) return undefined;
  const renewed = shown.replace(guid, (old) =>
    old.includes("-") ? random.guid() : random.guid().replaceAll("-", ""),
  );
  if (renewed !== shown) return renewed;
  if (!opaque.test(shown)) return undefined;
  const end = shown.replace(/=+$/, "").length;
  const changed = [...shown.slice(end - 8, end)].map((character) => anotherOf(character, random));
  return `${shown.slice(0, end - 8)}${changed.join("")}${shown.slice(end)}`;
}

/** A digit for a digit, a letter for a letter. */
function anotherOf(character: string, random: Random): string {
  if (/\d/.test(character)) return String(random.whole(0, 9));
  if (!/[A-Z]/i.test(character)) return character;
  const first = character < "a" ? 65 : 97;
  return String.fromCharCode(first + random.whole(0, 25));
}
