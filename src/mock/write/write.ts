import { isObject } from "../../base/is-object.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { contentOf } from "../content/content.ts";
import { copyItem } from "../content/copy-item.ts";
import { putContent, putsContent } from "../content/put-content.ts";
import { createUploadSession, isUploadSession } from "../content/upload-session.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceResponse } from "../message.ts";
import { refuseOutdated } from "../read/etag.ts";
import type { Call } from "../route/call.ts";
import { collectionOf, pathTo } from "../route/resource-path.ts";
import { actionEffects } from "./action-effects.ts";
import { addedByAction } from "./added-by-action.ts";
import { answerBound } from "./answer-bound.ts";
import { answerAskedIds } from "./asked-ids.ts";
import { answerMemberships } from "./asked-memberships.ts";
import { create } from "./create.ts";
import { restoreDeleted } from "./deleted.ts";
import { pageFor } from "./page-for.ts";
import { answerPromised } from "./promised-answer.ts";
import { writeReference } from "./references.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";
import { withHeaders } from "./with-headers.ts";
import { ownerExists, responsesOf, successOf } from "./write-answer.ts";

/** Answers a POST, PATCH, PUT or DELETE; a refusal leaves the store as it was. */
export function write(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { operation, contract } = call;
  const outdated = refuseOutdated(call);
  if (outdated) return outdated;
  const told = operation ? { ...call, operation: pageFor(contract, operation, body) } : call;
  const result = perform(told, body);
  return "code" in result ? result : withHeaders(call, result);
}

function perform(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { request, resourcePath } = call;
  if (resourcePath.suffix === "$ref") return writeReference(call, body);
  if (request.method === "DELETE") return remove(call);
  if (request.method === "POST" && isUploadSession(call)) return createUploadSession(call, body);
  if (putsContent(call)) return putContent(call, contentOf(request));
  if (request.method === "POST") {
    const adding = isCreation(call) ? undefined : addingTo(call);
    if (adding) return create(adding, declaredOnly(adding, body));
    return isCreation(call) ? create(call, body) : act(call, body);
  }
  return update(call, body);
}

function isCreation(call: Call): boolean {
  const { resourcePath, type } = call;
  if (resourcePath.called || resourcePath.steps.at(-1)?.key !== undefined) return false;
  return type?.collection === true || isAmongMany(call);
}

/** A GET may be told of as if it returned one: where keys stand behind the name, a POST that promises such makes it. */
function isAmongMany({ resourcePath, type, operation }: Call): boolean {
  if (!operation || !type || operation.parameters.length > 0 || !resourcePath.node.key) return false;
  const promised = successResponse(operation)?.body;
  return promised?.kind === "type" && !promised.collection && promised.name === type.name;
}

/** The call as one of the collection, where its action `add` promises one of what that holds (`tables/add`). */
function addingTo(call: Call): Call | undefined {
  const { contract, resourcePath, operation } = call;
  const { steps } = resourcePath;
  const last = steps.at(-1);
  const isKey = last?.key?.toLowerCase() === "add";
  const list = isKey
    ? collectionOf(steps, last)
    : last?.name.toLowerCase() === "add"
      ? steps.slice(0, -1)
      : [];
  const end = list.at(-1);
  const promised = successResponse(operation)?.body;
  if (!end || end.key !== undefined || promised?.kind !== "type" || promised.collection) return undefined;
  const one = typeAt(contract, end.named);
  if (one?.name !== promised.name || !one.collection) return undefined;
  const type = typeOfRef(contract, one);
  return {
    ...call,
    resourcePath: pathTo(contract, list),
    type: one,
    ...(type ? { resourceType: type } : {}),
  };
}

/** What parameters of an action say of what it makes; the others are the action's. */
function declaredOnly({ resourceType }: Call, body: unknown): unknown {
  const names = new Set(resourceType?.properties.map(({ name }) => name));
  return isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : body;
}

/** Calls an action: it answers as its page says; what it leaves behind, its name and the types tell. */
export function act(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { operation, contract } = call;
  if (!ownerExists(call)) return notFound(call);
  const copied = copyItem(call, body);
  if (copied) return copied;
  const status = successOf(call, 204);
  const restored = restoreDeleted(call, status);
  if (restored) return restored;
  const refused = addedByAction(call, body);
  if (refused) return refused;
  actionEffects(call, body);
  const responses = operation ? responsesOf(contract, operation) : [];
  const promised = responses.find((response) => response.status === status && response.body)?.body;
  if (status === 204 || !promised) return { status, headers: {} };
  return (
    answerBound(call, promised, body, status) ??
    answerMemberships(call, promised, body, status) ??
    answerAskedIds(call, promised, body, status) ??
    answerPromised(call, promised, status, body)
  );
}
