import { pageName } from "../docs/page-name.ts";
import type { Assertion, Failed, Finding, Judgement } from "../rules/assertion.ts";
import { type BaselineOutcome, isKnown, type KnownFinding } from "./baseline/outcome.ts";
import { knownPlace, knownText } from "./baseline/phrases.ts";
import { byText, isAtLeast } from "./order.ts";
import { hintOf, place } from "./phrases.ts";
import type { Report, WaivedFinding } from "./report.ts";
import { visibleLines } from "./visible-text.ts";

type Outcome = "passed" | "failed" | "skipped";

interface Case {
  readonly outcome: Outcome;
  readonly xml: string;
}

/**
 * The report as JUnit XML: a test suite for each page and exchange, a test case for each rule that applied
 * there. What a waiver accepts, what a baseline has, what was not verified and what weighs less than `failOn` is
 * skipped with its reason, never passed; what did not apply is left out. What was fixed since the baseline has passed.
 */
export function renderJunit(report: Report): string {
  const aboutWaivers = report.findings.filter(({ subject }) => subject.kind === "waiver");
  const waived = new Map<unknown, WaivedFinding>(report.waived.map((finding) => [finding, finding]));
  const suites = [
    ...report.judgements.map((judgement) => {
      const name = [judgement.source, judgement.version, judgement.title, judgement.example ?? ""];
      const cases = casesOf(judgement, report, waived);
      return suite(name.filter((part) => part !== "").join(" "), judgement.file, cases);
    }),
    ...(aboutWaivers.length === 0
      ? []
      : [
          suite(
            "waivers",
            aboutWaivers[0]?.span.file ?? "",
            aboutWaivers.map((each) => failure("waivers", each)),
          ),
        ]),
    ...(report.baseline ? [baselineSuite(report.baseline)] : []),
  ];
  const counts = sum(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(report.tool.name)}" ${counts}>`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

/** What the baseline has and this run has not found: a case for each. */
function baselineSuite({ file, fixed, notJudged }: BaselineOutcome) {
  const nameOf = (known: KnownFinding) => ({ rule: `${known.rule} ${knownPlace(known)}` });
  const cases = [
    ...fixed.map(
      (known): Case => ({ outcome: "passed", xml: `${open("baseline", `fixed: ${nameOf(known).rule}`)}/>` }),
    ),
    ...notJudged.map((known) =>
      skipped("baseline", nameOf(known), `not judged now, ${known.why}: ${knownText(known)}`),
    ),
  ];
  return suite("baseline", file, cases);
}

function suite(name: string, file: string, cases: readonly Case[]) {
  const xml = [
    `<testsuite name="${escapeXml(name)}" file="${escapeXml(file)}" ${sum(cases)}>`,
    ...cases.map((each) => each.xml),
    "</testsuite>",
  ].join("\n");
  return { cases, xml };
}

function casesOf(
  judgement: Judgement,
  report: Report,
  waived: ReadonlyMap<unknown, WaivedFinding>,
): readonly Case[] {
  const source = judgement.source === "documented" ? "" : judgement.source;
  const place = [source, `${judgement.version}/${pageName(judgement.file)}`, judgement.example ?? ""];
  const className = place.filter((part) => part !== "").join("/");
  const cases = judgement.assertions.flatMap(
    (assertion) => caseOf(className, assertion, report, waived) ?? [],
  );
  return cases.sort((left, right) => byText(left.xml, right.xml));
}

/** Nothing for what did not apply. */
function caseOf(
  className: string,
  assertion: Assertion,
  { failOn }: Report,
  waived: ReadonlyMap<unknown, WaivedFinding>,
): Case | undefined {
  switch (assertion.status) {
    case "pass":
      return { outcome: "passed", xml: `${open(className, assertion.rule)}/>` };
    case "fail":
      return isAtLeast(assertion.severity, failOn) && !isKnown(assertion)
        ? failure(className, assertion)
        : skipped(className, assertion, mildText(assertion));
    case "waived":
      return skipped(className, assertion, waivedText(waived.get(assertion)));
    case "not-verified":
      return skipped(className, assertion, `not verified, ${assertion.reason}: ${assertion.message}`);
    case "not-applicable":
      return undefined;
  }
}

function failure(className: string, finding: Finding): Case {
  const hint = hintOf(finding);
  const text = [place(finding.span), finding.message, ...(hint === undefined ? [] : [`hint: ${hint}`])];
  return {
    outcome: "failed",
    xml:
      `${open(className, caseName(finding))}>` +
      `<failure type="${escapeXml(finding.severity)}" message="${escapeXml(finding.message)}">` +
      `${escapeXml(text.join("\n"))}</failure></testcase>`,
  };
}

function skipped(className: string, assertion: Named, why: string): Case {
  return {
    outcome: "skipped",
    xml: `${open(className, caseName(assertion))}><skipped message="${escapeXml(why)}"/></testcase>`,
  };
}

function waivedText(finding: WaivedFinding | undefined): string {
  if (finding === undefined) return "waived";
  const { waiver } = finding;
  return `waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason} (${waiver.link})`;
}

function open(className: string, name: string): string {
  return `<testcase classname="${escapeXml(className)}" name="${escapeXml(name)}"`;
}

interface Named {
  readonly rule: string;
  readonly pointer?: string;
}

function caseName({ rule, pointer }: Named): string {
  return pointer === undefined || pointer === "" ? rule : `${rule} ${pointer}`;
}

function sum(cases: readonly Case[]): string {
  const count = (outcome: Outcome) => cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count("failed")}" errors="0" skipped="${count("skipped")}"`;
}

/** Text for an attribute or an element. Characters that XML 1.0 (section 2.2) cannot hold are shown by their code. */
export function escapeXml(text: string): string {
  return visibleLines(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"'\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Why a finding fails nothing. */
function mildText(failed: Failed): string {
  return `${isKnown(failed) ? "known from the baseline, " : ""}${failed.severity}: ${failed.message}`;
}
