import type { Judgement } from "../rules/assertion.ts";

/** A judgement without the request and the answer as text, which are most of what is in it. */
export function withoutMessages({ request, response, ...brief }: Judgement): Judgement {
  return brief;
}
