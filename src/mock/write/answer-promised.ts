import { isObject } from "../../base/is-object.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { ServiceResponse } from "../message.ts";
import { contextUrl } from "../query/context-url.ts";
import type { Call } from "../route/call.ts";
import { storePath } from "../route/resource-path.ts";

/** What an action returns, the same at every call: a generated value of the promised type, whose context names it. */
export function answerPromised(
  { request, served, contract, resourcePath }: Call,
  promised: TypeRef,
  status: number,
): ServiceResponse {
  const { name: type, collection } = promised;
  const { origin } = request;
  const { version } = served;
  const context = contextUrl({ origin, version, segments: [], type, collection, entity: false });
  const made = generateBody(contract, promised, storePath(resourcePath.steps));
  const members = isObject(made) ? made : { value: made };
  return { status, headers: {}, json: { "@odata.context": context, ...members } };
}
