import { nearestName } from "../base/nearest-name.ts";
import { spanAt } from "../base/span.ts";
import type { GraphVersion } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import type { Finding } from "../rules/assertion.ts";
import type { Source } from "../rules/exchange.ts";
import { fingerprint } from "../rules/fingerprint.ts";
import type { RuleEntry, Waiver } from "./report.ts";

type WaiverRule = Pick<RuleEntry, "id" | "promise">;

export const expiredRule: WaiverRule = {
  id: "waiver/expired",
  promise: "A waiver is used no longer than the day until which it was granted.",
};

export const unusedRule: WaiverRule = {
  id: "waiver/unused",
  promise: "Every waiver accepts at least one finding.",
};

export const unknownNameRule: WaiverRule = {
  id: "waiver/unknown-name",
  promise: "What a waiver names is there: its rule, and something in its scope.",
};

/**
 * The rules that are judged on the list of waivers. They have rule pages like every rule, but no page
 * and no exchange to be judged on, so the report applies them itself.
 */
export const waiverRules: readonly WaiverRule[] = [expiredRule, unusedRule, unknownNameRule];

/** Whose findings a waiver accepts. */
export function waivedSource({ source = "documented" }: Waiver): Source {
  return source;
}

/** The finding about a waiver whose last day has passed. */
export function expiredWaiver(waiver: Waiver, version: GraphVersion): Finding {
  return finding(
    waiver,
    version,
    expiredRule.id,
    `the waiver for ${subject(waiver)} expired on ${waiver.expires}; it no longer accepts anything`,
    `repair what it accepted, or agree on a new date with ${waiver.owner}`,
  );
}

/** The finding about a waiver that accepts nothing; `others` are the sources that do have such a finding. */
export function unusedWaiver(waiver: Waiver, version: GraphVersion, others: readonly Source[] = []): Finding {
  if (others.length > 0) {
    const found = others.map((other) => `"${other}"`).join(" and ");
    return finding(
      waiver,
      version,
      unusedRule.id,
      `the waiver for ${subject(waiver)} is for "${waivedSource(waiver)}", where there is no such finding; ${found} has one`,
      `to accept it there, write "source": "${others[0]}"`,
    );
  }
  return finding(
    waiver,
    version,
    unusedRule.id,
    `the waiver for ${subject(waiver)} accepts no finding of this run`,
    "remove it, or correct what it names",
  );
}

/** The finding about a waiver for a rule that is none of these. */
export function unknownRule(waiver: Waiver, version: GraphVersion, rules: readonly string[]): Finding {
  const { rule = "" } = waiver;
  return finding(
    waiver,
    version,
    unknownNameRule.id,
    `the waiver is for "${rule}", and there is no such rule`,
    proposal(rule, rules),
  );
}

/** The finding about a waiver in whose scope nothing was judged, by the names that it could have. */
export function unknownScope(waiver: Waiver, version: GraphVersion, names: readonly string[]): Finding {
  const { scope = "" } = waiver;
  return finding(
    waiver,
    version,
    unknownNameRule.id,
    `the waiver for ${subject(waiver)} is for nothing: no page, operation or type of this run ${scope.includes("*") ? "fits" : "is called"} "${scope}"`,
    // A page is named without its folder and its ending.
    proposal(names.includes(pageName(scope)) ? pageName(scope) : scope, names),
  );
}

function proposal(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === undefined ? "correct what it names, or remove it" : `did you mean "${near}"?`;
}

function finding(
  waiver: Waiver,
  version: GraphVersion,
  rule: string,
  message: string,
  advice: string,
): Finding {
  const id = waiver.fingerprint ?? `${waiver.rule ?? ""} ${waiver.scope ?? ""}`;
  // A waiver is of no version: the same one keeps its name whichever pages a run is over.
  const cause = waiver.source === undefined ? {} : { cause: waiver.source };
  const mark = fingerprint({ rule, version: "", subject: id, ...cause });
  const span = spanAt(waiver.location);
  return {
    rule,
    severity: "error",
    message,
    subject: { kind: "waiver", id },
    source: waivedSource(waiver),
    version,
    span,
    advice,
    cause: { id: mark, span, sentence: message },
    fingerprint: mark,
  };
}

function subject(waiver: Waiver): string {
  return waiver.fingerprint === undefined
    ? `"${waiver.rule ?? ""}" in "${waiver.scope ?? ""}"`
    : `fingerprint "${waiver.fingerprint}"`;
}
