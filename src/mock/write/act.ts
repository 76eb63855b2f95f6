import type { Call } from "../call.ts";
import type { ServiceResponse } from "../message.ts";
import { notFound } from "../not-found.ts";
import type { Step } from "../place.ts";
import type { Refusal } from "../refusal.ts";
import { actionEffects } from "./action-effects.ts";
import { answerPromised } from "./answer-promised.ts";
import { successOf } from "./success-of.ts";

/** Calls an action: it answers as its page says; what it leaves behind, its name and the types tell. */
export function act(call: Call, body: unknown): ServiceResponse | Refusal {
  const { place, operation } = call;
  const owner = place.steps.slice(0, -1);
  if (owner.some(({ key }) => key !== undefined) && !ownerExists(call, owner)) return notFound(call);
  actionEffects(call, body);
  const status = successOf(call, 204);
  const promised = operation?.responses.find((response) => response.status === status)?.body;
  if (status === 204 || !promised) return { status, headers: {} };
  return answerPromised(call, promised, status);
}

function ownerExists({ served }: Call, owner: readonly Step[]): boolean {
  const last = owner.at(-1);
  if (last?.key !== undefined) return served.store.resource(owner) !== undefined;
  return served.store.list(owner) !== undefined;
}
