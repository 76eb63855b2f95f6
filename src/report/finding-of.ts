import type { Assertion, Judgement } from "../rules/assertion.ts";
import { findingPlace } from "./finding-place.ts";
import type { Finding } from "./report.ts";

/** A failed or waived assertion as a finding. Throws when the judge left out its message or fingerprint. */
export function findingOf(judgement: Judgement, assertion: Assertion): Finding {
  const { rule, message, fingerprint } = assertion;
  if (message === undefined || fingerprint === undefined) {
    throw new Error(
      `a ${assertion.status} assertion of ${rule} in ${judgement.file} has no message or fingerprint`,
    );
  }
  return {
    rule,
    severity: assertion.severity,
    message,
    location: findingPlace(judgement, assertion),
    ...(assertion.pointer === undefined ? {} : { pointer: assertion.pointer }),
    ...(judgement.operation === undefined ? {} : { operation: judgement.operation }),
    ...(judgement.example === undefined ? {} : { example: judgement.example }),
    source: judgement.source,
    version: judgement.version,
    fingerprint,
    cause: assertion.cause ?? fingerprint,
    ...(assertion.hint === undefined ? {} : { hint: assertion.hint }),
  };
}
