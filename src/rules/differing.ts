import type { Judgement, Severity } from "./assertion.ts";
import type { Past } from "./past.ts";
import type { Failure, Outcome } from "./rule.ts";

/** A difference to an earlier answer, which is a finding only where nothing has changed in between. */
export function differing({ again }: Past, failure: Failure): Outcome {
  if (again === "same") return failure;
  const { span, pointer } = failure;
  const why = again === "changed" ? "the list, read again, has changed" : notReadAgain;
  const message = `${failure.message}; ${why}`;
  return {
    status: "not-verified",
    reason: "no-data",
    message,
    span,
    ...(pointer === undefined ? {} : { pointer }),
  };
}

const notReadAgain = "the list was not read again, and may have changed";

/** How much weighs what was left undecided and the list, read again, could decide; undefined where nothing was. */
export function unsureOf({ assertions }: Pick<Judgement, "assertions">): Severity | undefined {
  const unsure = assertions.flatMap((assertion) =>
    assertion.status === "not-verified" && assertion.message.endsWith(notReadAgain) ? assertion.severity : [],
  );
  return unsure.includes("error") ? "error" : unsure[0];
}
