import type { ErrorResponse } from "../errors/error-response.ts";
import { notFound } from "../errors/not-found.ts";
import type { ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { actionEffects } from "./action-effects.ts";
import { answerPromised } from "./answer-promised.ts";
import { ownerExists } from "./owner-exists.ts";
import { successOf } from "./success-of.ts";

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
