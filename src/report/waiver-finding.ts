import { createHash } from "node:crypto";
import type { Finding, Waiver } from "./report.ts";
import { expiredRule, unusedRule } from "./waiver-rules.ts";

/** The finding about a waiver whose last day has passed. */
export function expiredWaiver(waiver: Waiver): Finding {
  return finding(
    waiver,
    expiredRule.id,
    `the waiver for ${subject(waiver)} expired on ${waiver.expires}; it no longer accepts anything`,
    `mend what it accepted, or agree on a new date with ${waiver.owner}`,
  );
}

/** The finding about a waiver that accepts nothing. */
export function unusedWaiver(waiver: Waiver): Finding {
  return finding(
    waiver,
    unusedRule.id,
    `the waiver for ${subject(waiver)} accepts no finding of this run`,
    "remove it, or correct what it names",
  );
}

function finding(waiver: Waiver, rule: string, message: string, hint: string): Finding {
  const fingerprint = createHash("sha256")
    .update([rule, waiver.fingerprint ?? "", waiver.rule ?? "", waiver.scope ?? ""].join("\n"))
    .digest("hex")
    .slice(0, 12);
  return {
    rule,
    severity: "error",
    message,
    location: waiver.location,
    source: "documented",
    fingerprint,
    cause: fingerprint,
    hint,
  };
}

function subject(waiver: Waiver): string {
  return waiver.fingerprint === undefined
    ? `"${waiver.rule ?? ""}" in "${waiver.scope ?? ""}"`
    : `fingerprint "${waiver.fingerprint}"`;
}
