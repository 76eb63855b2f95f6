import { derivesFrom } from "../../contract/names/inheritance.ts";
import { keyPropertyOf, keyText } from "../../contract/names/type-named.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { type Call, leadsToMany } from "../route/call.ts";
import { responsesOf } from "../write/write-answer.ts";
import { answerCollection } from "./answer-collection.ts";
import { answerFunction } from "./answer-function.ts";
import { answerProperty } from "./answer-property.ts";
import { answerResource } from "./answer-resource.ts";
import { answerContent, answerValue } from "./answer-value.ts";
import { setSegments } from "./context-of.ts";
import { fromBeginning } from "./shown-tokens.ts";
import { withinView } from "./within-view.ts";

/** Whether a resource is what a cast at the end of the path says. */
function isCast({ contract, resourcePath: { cast, steps }, served }: Call): (resource: Resource) => boolean {
  const last = steps.at(-1);
  const declared = last && typeAt(contract, last.keyed ?? last.named)?.name;
  if (cast === undefined || declared === undefined || derivesFrom(contract, declared, cast) === true)
    return () => true;
  return (resource) => {
    const own = judgingType(contract, served.store.typeOf(resource) ?? declared, resource);
    return own !== undefined && derivesFrom(contract, own, cast) === true;
  };
}

/** The documented status; of content an example tells whether it comes at once or from elsewhere. */
function statusOf({ operation, contract }: Call, isContent: boolean): number {
  const responses = operation && isContent ? responsesOf(contract, operation) : operation?.responses;
  return responses?.find(({ status }) => status < 400)?.status ?? 200;
}

/** Sends to where the content is read without a token. */
function redirected(call: Call, status: number): ServiceResponse | ErrorResponse {
  const { request, served } = call;
  const content = answerContent(call, 200);
  if ("code" in content) return content;
  const { authorization: _token, ...headers } = request.headers;
  const path = served.transfers.address("downloads", request.target, (asked) =>
    answerContent({ ...call, request: { ...asked, headers: { ...headers, ...asked.headers } } }, 200),
  );
  return { status, headers: { location: `${request.origin}${path}` } };
}

/** Answers a GET: from the store, or, behind a function, from what the documentation shows. */
export function read(asked: Call): ServiceResponse | ErrorResponse {
  const call = fromBeginning(asked);
  const { resourcePath, served, type, request } = call;
  const status = statusOf(call, resourcePath.suffix === "$value" || type?.name === "Edm.Stream");
  if (status >= 300) return redirected(call, status);
  if (resourcePath.suffix === "$value" || type?.name === "Edm.Stream")
    return answerProperty(call, status) ?? answerContent(call, status);
  if (resourcePath.called) return answerFunction(call, status);
  const keyed = resourcePath.steps.at(-1)?.key !== undefined;
  if (leadsToMany(call) && type?.kind !== "primitive" && type?.kind !== "enum") {
    const resources = served.store.list(resourcePath.steps);
    if (!resources) return notFound(call);
    return answerCollection(call, withinView(call, resources.filter(isCast(call))), status);
  }
  const found = served.store.resource(resourcePath.steps);
  const resource = found && isCast(call)(found) ? found : undefined;
  if (!resource) {
    const answer = answerProperty(call, status);
    return answer ?? (keyed || type?.kind === "type" ? notFound(call) : answerValue(call, status));
  }
  if (resourcePath.suffix !== "$ref") return answerResource(call, resource, status);
  const { origin, target } = request;
  const root = `${origin}/${served.version}`;
  const set = setSegments(call.contract, resourcePath)?.[0];
  const key = keyText(resource[keyPropertyOf(call.resourceType)]);
  const id =
    set && key !== undefined
      ? `${root}/${set.name}/${encodeURIComponent(key)}`
      : `${origin}${target.replace(/\/\$ref.*$/i, "")}`;
  return { status, headers: {}, json: { "@odata.context": `${root}/$metadata#$ref`, "@odata.id": id } };
}
