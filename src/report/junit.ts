import { groupBy } from "../base/group-by.ts";
import { pageName } from "../docs/page-name.ts";
import type { Assertion, Finding, Judgement } from "../rules/assertion.ts";
import { type BaselineOutcome, isKnown, type KnownFinding } from "./baseline/outcome.ts";
import { knownPlace, knownText } from "./baseline/phrases.ts";
import { type CauseGroup, causesOf, commonHint, reachPhrase } from "./causes.ts";
import { summariseSources } from "./counts.ts";
import { type CaseOutcome, type JunitCase, type JunitSuite, junitXml } from "./junit-xml.ts";
import { markOf } from "./news.ts";
import { byText, isAtLeast } from "./order.ts";
import { counted, grouped, place, without } from "./phrases.ts";
import type { Report, WaivedFinding } from "./report.ts";
import type { SourceSummary } from "./summary.ts";
import { visibleText } from "./visible-text.ts";

/** More lines of a case nobody reads in a CI server; the report has them all. */
const fewLines = 20;

/**
 * The report as JUnit XML: a test suite for each source and version, a test case for each operation and each page. It has
 * failed where something weighs `failOn`, told by cause; it has passed where something was verified and nothing is wrong,
 * waived or known; else it is skipped with the reason. What applied nowhere is left out. The counts stand in its
 * `properties`. What was fixed since the baseline has passed.
 */
export function renderJunit(report: Report): string {
  const { judgements, baseline, summary, failOn } = report;
  const waived = new Map<unknown, WaivedFinding>(report.waived.map((finding) => [finding, finding]));
  const suites = [...groupBy(judgements, ({ source, version }) => `${source}.${version}`)].map(
    ([name, own]): JunitSuite => {
      const units = groupBy(own, ({ subject, file }) =>
        subject.kind === "operation" ? subject.id : `${subject.kind} ${subject.id} ${file}`,
      );
      return {
        name,
        properties: [
          ["version", report.tool.version],
          ["failOn", failOn],
          ["verdict", summary.sentence],
        ],
        cases: [...units.values()]
          .flatMap((unit) => caseOf(name, unit, report, waived))
          .sort((one, other) => byText(one.className, other.className) || byText(one.name, other.name)),
      };
    },
  );
  return junitXml(report.tool.name, [
    ...suites,
    waiverSuite(report),
    ...(baseline ? [baselineSuite(baseline)] : []),
  ]);
}

/** All judgements of one operation, or of one page, by one source; nothing where no rule applied. */
function caseOf(
  suite: string,
  judgements: readonly Judgement[],
  { failOn }: Report,
  waived: ReadonlyMap<unknown, WaivedFinding>,
): readonly JunitCase[] {
  const [first] = judgements;
  const [summary] = summariseSources(judgements, failOn);
  const assertions = judgements.flatMap((judgement) => judgement.assertions);
  if (!first || !summary || assertions.every(({ status }) => status === "not-applicable")) return [];
  const failures = assertions.flatMap((each) =>
    each.status === "fail" && isAtLeast(each.severity, failOn) && !isKnown(each) ? [each] : [],
  );
  const failing = new Set<unknown>(failures);
  const rest = assertions
    .flatMap((each) => (failing.has(each) ? [] : lineOf(each, waived)))
    .sort((one, other) => one.weight - other.weight);
  const outcome = outcomeOf(summary);
  const why = outcome === "failed" ? failure(causesOf(failures)) : skippedFor(rest);
  return [
    {
      // Jenkins takes what is before the last dot for a package.
      className: `${suite}.${pageName(first.file).replaceAll(".", "_")}`,
      name: first.subject.kind === "operation" ? first.subject.id : first.title || first.subject.id,
      file: first.file,
      outcome,
      properties: propertiesOf(summary, judgements),
      ...(outcome === "passed" || why === undefined ? {} : { why }),
      ...(rest.length === 0 ? {} : { told: few(rest.map(({ text }) => text)).join("\n") }),
    },
  ];
}

function outcomeOf(summary: SourceSummary): CaseOutcome {
  switch (markOf(summary, [summary])) {
    case "good":
      return "passed";
    case "bad":
      return "failed";
    case "accepted":
    case "mild":
    case "open":
      return "skipped";
  }
}

function propertiesOf(summary: SourceSummary, judgements: readonly Judgement[]) {
  const { source, assertions, findings, known, judged } = summary;
  const fresh = without(findings, known);
  const examples = new Set(
    judgements.flatMap(({ example, title, kind }) => (kind === "page" ? [] : [example ?? title])),
  );
  const counts: readonly (readonly [string, number])[] = [
    ["errors", fresh.error],
    ["warnings", fresh.warning],
    ["infos", fresh.info],
    ["known", assertions.fail - fresh.error - fresh.warning - fresh.info],
    ["waived", assertions.waived],
    ["notVerified", assertions.notVerified],
    ["passed", assertions.pass],
    source === "documented" ? ["examples", examples.size] : ["exchanges", judged],
  ];
  return counts.filter(([, count]) => count > 0);
}

/** What does not fail a case, in words, what weighs more first. */
interface Line {
  readonly weight: number;
  readonly text: string;
}

function lineOf(assertion: Assertion, waived: ReadonlyMap<unknown, WaivedFinding>): readonly Line[] {
  const at = "pointer" in assertion && assertion.pointer ? ` ${assertion.pointer}` : "";
  const line = (weight: number, text: string) => [{ weight, text: `${text} (${assertion.rule}${at})` }];
  switch (assertion.status) {
    case "waived":
      return line(0, waivedText(waived.get(assertion)));
    case "fail":
      return line(
        isKnown(assertion) ? 1 : 2,
        `${isKnown(assertion) ? "known from the baseline, " : ""}${assertion.severity}: ${assertion.message}`,
      );
    case "not-verified":
      return line(3, `not verified, ${assertion.reason}: ${assertion.message}`);
    case "pass":
    case "not-applicable":
      return [];
  }
}

function skippedFor(lines: readonly Line[]): JunitCase["why"] {
  const [first, ...others] = lines;
  if (!first) return { message: "nothing was verified" };
  return { message: `${first.text}${others.length === 0 ? "" : `; and ${grouped(others.length)} more`}` };
}

function failure(causes: readonly CauseGroup[]): JunitCase["why"] {
  const [first, ...others] = causes;
  if (!first) return undefined;
  const more = others.length === 0 ? "" : `; and ${causesLeft(others.length)}`;
  return {
    type: first.first.rule,
    message: `${first.sentence}${more}`,
    text: few(causes.map(causeText)).join("\n\n"),
  };
}

function causeText(cause: CauseGroup): string {
  const { severity, first, sentence } = cause;
  const [reach, hint] = [reachPhrase(cause), commonHint(cause)];
  return [
    place(first.span),
    `${severity} ${first.rule}${first.pointer ? ` ${first.pointer}` : ""}${reach === undefined ? "" : `, ${reach}`}`,
    sentence,
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ].join("\n");
}

function few(lines: readonly string[]): readonly string[] {
  const left = lines.length - fewLines;
  return left > 0 ? [...lines.slice(0, fewLines), `… and ${grouped(left)} more, in the report`] : lines;
}

const causesLeft = (count: number): string => counted(count, "more cause");

/** What is wrong with the waivers: a case for each. */
function waiverSuite({ findings }: Report): JunitSuite {
  const own = findings.filter(({ subject }) => subject.kind === "waiver");
  const file = own[0]?.span.file;
  return {
    name: "waivers",
    ...(file === undefined ? {} : { file }),
    cases: own.map((finding: Finding): JunitCase => {
      const why = failure(causesOf([finding]));
      return {
        className: "waivers",
        name: `${finding.rule} ${visibleText(finding.subject.id)}`,
        outcome: "failed",
        ...(why ? { why } : {}),
      };
    }),
  };
}

/** What the baseline has and this run has not found: a case for each. */
function baselineSuite({ file, fixed, notJudged }: BaselineOutcome): JunitSuite {
  const nameOf = (known: KnownFinding) => `${known.rule} ${knownPlace(known)}`;
  return {
    name: "baseline",
    file,
    cases: [
      ...fixed.map(
        (known): JunitCase => ({
          className: "baseline",
          name: `fixed: ${nameOf(known)}`,
          outcome: "passed",
        }),
      ),
      ...notJudged.map(
        (known): JunitCase => ({
          className: "baseline",
          name: nameOf(known),
          outcome: "skipped",
          why: { message: `not judged now, ${known.why}: ${knownText(known)}` },
        }),
      ),
    ],
  };
}

function waivedText(finding: WaivedFinding | undefined): string {
  if (finding === undefined) return "waived";
  const { waiver } = finding;
  return `waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason} (${waiver.link})`;
}
