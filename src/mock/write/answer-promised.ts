import type { TypeRef } from "../../contract/contract.ts";
import { isObject } from "../../docs/http/is-object.ts";
import type { Call } from "../call.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { ServiceResponse } from "../message.ts";
import { type Place, storePath } from "../place.ts";
import { contextUrl } from "../query/context-url.ts";

// The same for every call of the action.
const results = new WeakMap<Place, unknown>();

/** What an action returns: a generated value of the promised type, whose context names it. */
export function answerPromised(
  { request, served, contract, place }: Call,
  promised: TypeRef,
  status: number,
): ServiceResponse {
  const { name: type, collection } = promised;
  const { origin } = request;
  const { version } = served;
  const context = contextUrl({ origin, version, segments: [], type, collection, entity: false });
  const made = results.get(place) ?? generateBody(contract, promised, storePath(place.steps));
  results.set(place, made);
  const members = isObject(made) ? made : { value: made };
  return { status, headers: {}, json: { "@odata.context": context, ...members } };
}
