import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { actionEffects } from "./action-effects.ts";
import { create } from "./create.ts";
import { writeReference } from "./references.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";
import { withHeaders } from "./with-headers.ts";
import { answerPromised, ownerExists, successOf } from "./write-answer.ts";

/** Answers a POST, PATCH, PUT or DELETE; a refusal leaves the store as it was. */
export function write(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const result = perform(call, body);
  return "code" in result ? result : withHeaders(call, result);
}

function perform(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { request, resourcePath } = call;
  if (resourcePath.suffix === "$ref") return writeReference(call, body);
  if (request.method === "DELETE") return remove(call);
  if (request.method === "POST") return isCreation(call) ? create(call, body) : act(call, body);
  return update(call, body);
}

function isCreation({ resourcePath, type }: Call): boolean {
  return type?.collection === true && !resourcePath.called && resourcePath.steps.at(-1)?.key === undefined;
}

/** Calls an action: it answers as its page says; what it leaves behind, its name and the types tell. */
export function act(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { operation } = call;
  if (!ownerExists(call)) return notFound(call);
  actionEffects(call, body);
  const status = successOf(call, 204);
  const promised = operation?.responses.find((response) => response.status === status)?.body;
  if (status === 204 || !promised) return { status, headers: {} };
  return answerPromised(call, promised, status);
}
