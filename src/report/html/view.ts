import type { Location } from "../../base/location.ts";
import { partition } from "../../base/partition.ts";
import type { Failed, Finding, Judgement, NotVerified } from "../../rules/assertion.ts";
import type { Source } from "../../rules/exchange.ts";
import { isKnown } from "../baseline/outcome.ts";
import { severities } from "../order.ts";
import type { Report } from "../report.ts";
import { type Html, html } from "./escape.ts";
import { Url } from "./url.ts";

export interface HtmlOptions {
  /**
   * The path from the report's folder to a file of the report, with forward slashes; unless given, files
   * are linked as the report names them.
   */
  pathTo?(file: string): string;
}

/** Of a source with more pages and exchanges than this, those without a finding are shown in brief, without messages. */
export const briefAbove = 300;

/** What all sections of the document share. */
export interface View {
  readonly report: Report;
  /** Positions in `findings`, and those in `waived`. */
  readonly findingNumbers: ReadonlyMap<Finding, number>;
  /** The position in `judgements` of where a finding was made; none about a waiver. */
  readonly judgementOf: ReadonlyMap<Finding, number>;
  /** The documentation is one of those sources: its pages are too many for all of the report. */
  readonly brief: boolean;
  /** Whether a page or an exchange is shown in brief. */
  isBrief(judgement: Judgement): boolean;
  /** Positions in `judgements`. */
  readonly numbers: ReadonlyMap<Judgement, number>;
  /** Positions in `findings` by their cause within their source. */
  readonly byCause: ReadonlyMap<string, readonly number[]>;
  /** `pages/run.md:43`, linked to the file. */
  place(location: Location): Html;
  /** `run.md:43`, where the folder has been said. */
  shortPlace(location: Location): Html;
  /** The number of a line, where its file has been said. */
  lineOnly(location: Location): Html;
  /** A rule's id, linked to its rule page below. */
  rule(id: string): Html;
}

/** Prepares a report to be shown. */
export function viewOf(data: Report, options: HtmlOptions): View {
  // What is new and gravest is read first; within a severity the order of the data stays.
  const [known, fresh] = partition(data.findings, isKnown);
  const report = {
    ...data,
    findings: [fresh, known].flatMap((findings) =>
      severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity)),
    ),
  };
  const pathTo = options.pathTo ?? ((file: string) => file);
  const place = ({ file, line }: Location, name: string) =>
    html`<a class="place" href="${Url.file(pathTo(file), line)}">${breakable(name)}:${line}</a>`;
  const large = largeSources(report);
  const told = new Set(
    report.disagreements
      .flatMap(({ examples }) => examples.flatMap(({ sides }) => sides))
      .map(({ judgement }) => report.judgements[judgement]),
  );
  const rules = new Set(report.rules.map(({ id }) => id));
  return {
    report,
    findingNumbers: new Map(
      [...report.findings.entries(), ...report.waived.entries()].map(([number, finding]) => [
        finding,
        number,
      ]),
    ),
    judgementOf: judgementOf(report),
    brief: large.has("documented") || report.systems.length > briefAbove,
    isBrief: (judgement) =>
      large.has(judgement.source) &&
      !told.has(judgement) &&
      judgement.assertions.every(({ status }) => status !== "fail" && status !== "waived"),
    numbers: new Map(report.judgements.map((judgement, number) => [judgement, number])),
    byCause: causes(report),
    place: (location) => place(location, location.file),
    shortPlace: (location) => place(location, location.file.slice(location.file.lastIndexOf("/") + 1)),
    lineOnly: ({ file, line }) =>
      html`<a class="place" href="${Url.file(pathTo(file), line)}"><span class="hidden">line </span>${line}</a>`,
    rule: (id) =>
      rules.has(id)
        ? html`<a class="rule" href="${Url.anchor(`rule-${id}`)}">${id}</a>`
        : html`<span class="rule">${id}</span>`,
  };
}

function judgementOf({ judgements }: Report): ReadonlyMap<Finding, number> {
  const made = new Map<Finding, number>();
  judgements.forEach(({ assertions }, number) => {
    for (const assertion of assertions) {
      if (assertion.status === "fail" || assertion.status === "waived") made.set(assertion, number);
    }
  });
  return made;
}

function largeSources({ judgements }: Report): ReadonlySet<Source> {
  const counts = new Map<Source, number>();
  for (const { source } of judgements) counts.set(source, (counts.get(source) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > briefAbove).map(([source]) => source));
}

function causes(report: Report): ReadonlyMap<string, readonly number[]> {
  const byCause = new Map<string, number[]>();
  report.findings.forEach((finding, number) => {
    const cause = causeOf(finding);
    const list = byCause.get(cause);
    if (list === undefined) byCause.set(cause, [number]);
    else list.push(number);
  });
  return byCause;
}

/** The root of a finding; a page and a service that break the same promise have a root each. */
export function causeOf({ source, cause }: Finding): string {
  return `${source} ${cause.id}`;
}

/** The anchor of a judgement's section. */
export function judgementAnchor(number: number): string {
  return `judgement-${number + 1}`;
}

/** Where an assertion is told in full: in the list of findings, of waived ones, or in its judgement. */
export function assertionAnchor(view: View, judgement: Judgement, assertion: Failed | NotVerified): string {
  if (assertion.status !== "not-verified") {
    const kind = assertion.status === "fail" ? "finding" : "waived";
    return `${kind}-${(view.findingNumbers.get(assertion) ?? 0) + 1}`;
  }
  const number = view.numbers.get(judgement) ?? 0;
  return `assertion-${number + 1}-${judgement.assertions.indexOf(assertion) + 1}`;
}

/** A long path or name that may be broken after its punctuation. */
export function breakable(text: string): Html {
  const parts = text.split(/(?<=[/._])/);
  return html`${parts.map((part, index) => (index === 0 ? part : html`<wbr>${part}`))}`;
}
