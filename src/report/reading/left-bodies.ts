import type { Assertion, Judgement, NotVerified } from "../../rules/assertion.ts";
import { invalidJson } from "../../rules/body/invalid-json.ts";
import { unknownProperty } from "../../rules/body/unknown-property.ts";
import type { ReadingClass } from "../../rules/reading-class.ts";
import { body as requestBody } from "../../rules/request/body.ts";
import type { LeftOf, LeftPlace } from "./reading.ts";

/**
 * The JSON bodies of documented examples, and those of no known type: of an answer the rule says so that cannot judge
 * without one, of a request the one rule that judges it whole.
 */
export function leftBodies(judgements: readonly Judgement[]): LeftOf {
  let of = 0;
  const places: LeftPlace[] = [];
  for (const { kind, source, file, assertions } of judgements) {
    if (kind !== "exchange" || source !== "documented") continue;
    const said = (rule: string) => assertions.filter((assertion) => assertion.rule === rule);
    const sent = said(requestBody.id);
    const answered = said(invalidJson.id);
    if (isJudged(sent)) of++;
    if (isJudged(answered)) of++;
    const unsent = sent.find(isWhole);
    if (unsent) places.push(placeOf(unsent, file, "body-undocumented"));
    const unanswered = said(unknownProperty.id).find(isWhole);
    if (unanswered) places.push(placeOf(unanswered, file, "body-unsaid"));
  }
  return { part: "body", of, places };
}

function isJudged(assertions: readonly Assertion[]): boolean {
  return assertions.some(({ status }) => status !== "not-applicable");
}

/** It says of the whole body that it is not judged. */
function isWhole(assertion: Assertion): assertion is NotVerified {
  return (
    assertion.status === "not-verified" &&
    (assertion.pointer ?? "") === "" &&
    (assertion.reason === "not-in-folder" || assertion.reason === "undocumented")
  );
}

function placeOf({ reason, message, span }: NotVerified, file: string, unsaid: ReadingClass): LeftPlace {
  const text = message.slice(message.indexOf(": ") + 2);
  return { left: reason === "not-in-folder" ? "body-undeclared" : unsaid, file, line: span.start.line, text };
}
