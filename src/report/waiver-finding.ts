import { createHash } from "node:crypto";
import type { Source } from "../rules/exchange.ts";
import type { Finding, Waiver } from "./report.ts";
import { waivedSource } from "./waived-source.ts";
import { expiredRule, unusedRule } from "./waiver-rules.ts";

/** The finding about a waiver whose last day has passed. */
export function expiredWaiver(waiver: Waiver): Finding {
  return finding(
    waiver,
    expiredRule.id,
    `the waiver for ${subject(waiver)} expired on ${waiver.expires}; it no longer accepts anything`,
    `repair what it accepted, or agree on a new date with ${waiver.owner}`,
  );
}

/** The finding about a waiver that accepts nothing; `others` are the sources that do have such a finding. */
export function unusedWaiver(waiver: Waiver, others: readonly Source[] = []): Finding {
  if (others.length > 0) {
    const found = others.map((other) => `"${other}"`).join(" and ");
    return finding(
      waiver,
      unusedRule.id,
      `the waiver for ${subject(waiver)} is for "${waivedSource(waiver)}", where there is no such finding; ${found} has one`,
      `to accept it there, write "source": "${others[0]}"`,
    );
  }
  return finding(
    waiver,
    unusedRule.id,
    `the waiver for ${subject(waiver)} accepts no finding of this run`,
    "remove it, or correct what it names",
  );
}

function finding(waiver: Waiver, rule: string, message: string, hint: string): Finding {
  const fingerprint = createHash("sha256")
    .update(
      [
        rule,
        waiver.fingerprint ?? "",
        waiver.rule ?? "",
        waiver.scope ?? "",
        ...(waiver.source ? [waiver.source] : []),
      ].join("\n"),
    )
    .digest("hex")
    .slice(0, 12);
  return {
    rule,
    severity: "error",
    message,
    location: waiver.location,
    source: waivedSource(waiver),
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
