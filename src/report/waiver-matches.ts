import { pageName } from "../docs/page-name.ts";
import type { Assertion, Judgement } from "../rules/assertion.ts";
import type { Waiver } from "./report.ts";
import { waivedSource } from "./waived-source.ts";

/** Whether a waiver speaks of this failed assertion, be it expired or not. */
export function waiverMatches(waiver: Waiver, judgement: Judgement, assertion: Assertion): boolean {
  return judgement.source === waivedSource(waiver) && namesFinding(waiver, judgement, assertion);
}

/** The same, whatever source the finding comes from. */
export function namesFinding(waiver: Waiver, judgement: Judgement, assertion: Assertion): boolean {
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === assertion.fingerprint;
  if (waiver.rule !== assertion.rule || waiver.scope === undefined) return false;
  const page = pageName(judgement.file);
  const pattern = wildcard(waiver.scope);
  return [judgement.operation ?? "", page, `${judgement.version}/${page}`].some((name) => pattern.test(name));
}

function wildcard(scope: string): RegExp {
  const literals = scope.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join(".*")}$`, "s");
}
