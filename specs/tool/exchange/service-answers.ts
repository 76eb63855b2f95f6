import type { Contract } from "../../../src/contract/contract.ts";
import type { Answer, PlannedRequest, Script, Step } from "../../../src/exchange/service/planned-request.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";

/** Takes a script to its end with the given answers: all that it asked for. */
export function follow(script: Script, answer: (step: Step) => Answer): Step[] {
  const steps: Step[] = [];
  let next = script.next();
  while (!next.done) {
    steps.push(next.value);
    next = script.next(answer(next.value));
  }
  return steps;
}

/** Answers with the documented example of the same path, whatever the query options; else with 404. */
export function documentedAnswers(contract: Contract): (step: Step) => Answer {
  return (step) => {
    if (step.kind === "unmade") return {};
    const method = step.kind === "request" ? step.method : "GET";
    const path = pathOf(step.target);
    const example = contract.examples.find(
      ({ request }) => request.method === method && pathOf(request.url) === path,
    );
    const { status = 404, body } = example?.response ?? {};
    return { status, json: body?.json?.value };
  };
}

/** A step in one line: `GET /users?$top=1`, with its probe and what it says beside. */
export function inLine(step: Step): string {
  if (step.kind === "lookup") return `lookup ${step.target}`;
  if (step.kind === "unmade") return `${step.reason} ${step.method} ${step.target}`;
  return [step.probe, step.method, step.target].filter(Boolean).join(" ");
}

export function requestsIn(steps: readonly Step[]): PlannedRequest[] {
  return steps.flatMap((step) => (step.kind === "request" ? [step] : []));
}

function pathOf(url: string): string {
  return readRequestUrl(url).segments.join("/").toLowerCase();
}
