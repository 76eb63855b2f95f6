import { briefFinding } from "../report/brief-findings.ts";
import { briefText } from "../report/brief-text.ts";
import { severities } from "../report/order.ts";
import { counted, hintOf } from "../report/phrases.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Failed } from "../rules/assertion.ts";
import type { Verdict } from "./verdict.ts";

/** What was expected of a response, as a test says it. */
export interface Expectation {
  /** `expect(response).toHonour("GET /users")`. */
  readonly call: string;
  /** `honours "GET /users"`. */
  readonly kept: string;
  /** `breaks what "GET /users" promises`. */
  readonly broken: string;
}

/** So many findings are told in full. */
const most = 20;
/** So much of a row of a page is told. */
const longest = 300;

/** Why an assertion on a response fails: what was found, or that nothing was where something had to be. */
export function failureText(verdict: Verdict, { call, kept, broken }: Expectation): string {
  const { outcome, failed, unverified, held, about } = verdict;
  const left = failed.length - most;
  const sentence = {
    broken: `The response ${broken}: ${countOf(failed)}.`,
    kept: `The response ${kept}: ${held.length} rules hold, and nothing that weighs enough is broken.`,
    unverified: "Nothing that decides it could be verified, which is no pass.",
  }[outcome];
  return [
    call,
    "",
    sentence,
    visibleText(about),
    ...failed.slice(0, most).flatMap((finding) => ["", ...findingLines(briefFinding(finding))]),
    ...(left > 0 ? ["", `… and ${left} more`] : []),
    ...(unverified.length > 0
      ? ["", "Not verified:", ...unverified.slice(0, most).map((one) => `  ${visibleText(briefText(one))}`)]
      : []),
    ...(outcome === "kept" ? ["", `Held: ${held.join(", ")}`] : []),
  ].join("\n");
}

function countOf(failed: readonly Failed[]): string {
  return severities
    .map((severity) => ({ severity, count: failed.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity))
    .join(", ");
}

function findingLines(finding: Failed): readonly string[] {
  const { severity, rule, pointer, message, promise } = finding;
  const hint = hintOf(finding);
  // A line and a column at the end would be taken for a part of the stack.
  const { file, start } = (promise ?? finding).span;
  return [
    `  ${severity}  ${rule}${pointer ? `  ${visibleText(pointer)}` : ""}`,
    `    ${visibleText(message)}`,
    ...(promise ? [`    expected  ${cut(visibleText(promise.text))}`] : []),
    `    page      ${visibleText(file)}, line ${start.line}`,
    ...(hint === undefined ? [] : [`    hint      ${visibleText(hint)}`]),
  ];
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
