import type { Assertion, Finding, Judgement, NotVerified } from "../rules/assertion.ts";
import { briefText } from "./brief-text.ts";
import type { Disagreement } from "./report.ts";

/**
 * What is shown of a judgement, its texts in brief (see `briefText`): so every format has the same, and none a line of a
 * megabyte. Places, fixes and fingerprints stay as they are, and so does what is brief already: it is the same value.
 */
export function briefJudgement(judgement: Judgement): Judgement {
  const assertions = judgement.assertions.map(briefAssertion);
  const isSame = assertions.every((each, index) => each === judgement.assertions[index]);
  const subject = briefMembers(judgement.subject, ["id"]);
  const whole = isSame && subject === judgement.subject ? judgement : { ...judgement, subject, assertions };
  return briefMembers(whole, ["title", "example"]);
}

function briefAssertion(assertion: Assertion): Assertion {
  switch (assertion.status) {
    case "fail":
    case "waived":
      return briefFinding(assertion);
    case "not-verified":
      return briefMembers<NotVerified>(assertion, ["message", "pointer"]);
    default:
      return assertion;
  }
}

/** A finding, its texts in brief. */
export function briefFinding<Each extends Finding>(finding: Each): Each {
  const brief = briefMembers<Each>(finding, ["message", "example", "pointer", "meant", "advice"]);
  const subject = briefMembers(finding.subject, ["id"]);
  const cause = briefMembers(finding.cause, ["id", "sentence"]);
  const promise = finding.promise && briefMembers(finding.promise, ["text"]);
  const isSame = subject === finding.subject && cause === finding.cause && promise === finding.promise;
  return isSame ? brief : { ...brief, subject, cause, ...(promise ? { promise } : {}) };
}

/** A disagreement, its texts in brief. */
export function briefDisagreement(disagreement: Disagreement): Disagreement {
  const examples = disagreement.examples.map((each) => ({
    ...briefMembers(each, ["example", "pointer"]),
    sides: each.sides.map((side) => briefMembers(side, ["pointer", "shows"])),
  }));
  return { ...briefMembers(disagreement, ["sentence", "why"]), examples };
}

/** The same value where all of these texts are brief. */
function briefMembers<Value extends object>(value: Value, names: readonly (keyof Value)[]): Value {
  let brief = value;
  for (const name of names) {
    const text = value[name];
    if (typeof text !== "string") continue;
    const short = briefText(text);
    if (short !== text) brief = { ...brief, [name]: short };
  }
  return brief;
}
