import { operationId } from "../contract/path/match-operation.ts";
import type { Page } from "../docs/page.ts";
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
  return isInScope(waiver.scope, judgement);
}

/** Whether a scope names what was judged: its operation or type, or its page. */
export function isInScope(scope: string, { operation = "", file, version }: Judgement): boolean {
  return fits(scope, [operation, ...pageNames(file, version)]);
}

/** Whether a scope could name what a page holds, were it judged. */
export function isPageInScope(scope: string, { file, version, operation, types }: Page): boolean {
  const operations = operation?.requests.map(({ method, path }) => operationId(method, path)) ?? [];
  return fits(scope, [...pageNames(file, version), ...operations, ...types.map(({ name }) => name)]);
}

function pageNames(file: string, version: string): readonly string[] {
  const page = pageName(file);
  return [page, `${version}/${page}`];
}

function fits(scope: string, names: readonly string[]): boolean {
  const pattern = wildcard(scope);
  return names.some((name) => pattern.test(name));
}

function wildcard(scope: string): RegExp {
  const literals = scope.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join(".*")}$`, "s");
}
