import { isObject } from "../../base/is-object.ts";
import type { Operation } from "../../contract/contract.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import type { Call } from "../route/call.ts";
import { facetsOf } from "../store/facets.ts";

/** Why a resource is no one thing: it is sent as two of which it can be one, and no example of the operation does so. */
export function facetsTogether(
  { contract, resourceType }: Call,
  operation: Operation,
  value: unknown,
): string | undefined {
  if (!isObject(value) || !resourceType || operation.parameters.length > 0) return undefined;
  const sent = facetsOf(resourceType).filter((name) => isObject(value[name]));
  const [one, other] = sent;
  if (other === undefined) return undefined;
  const isShown = examplesThatCall(contract, operation).some(({ request }) => {
    const shown = request.body?.json?.value;
    return isObject(shown) && sent.every((name) => isObject(shown[name]));
  });
  return isShown ? undefined : `"${one}" and "${other}" exclude each other: what is sent is one of them`;
}
