import type { Location } from "../../base/location.ts";
import type { Failed, Finding, Judgement, NotVerified } from "../../rules/assertion.ts";
import type { Source } from "../../rules/exchange.ts";
import { freshAndGravestFirst } from "../order.ts";
import type { Report } from "../report.ts";
import { type AnchoredDisagreement, disagreementsByJudgement } from "./anchored-disagreements.ts";
import { type Html, html } from "./escape.ts";
import { Url } from "./url.ts";

export interface HtmlOptions {
  /**
   * The path from a document's folder, `""` for the report's own, to a file of the report, with forward slashes; unless
   * given, files are linked as the report names them.
   */
  pathTo?(file: string, folder?: string): string;
  /** The address of a line of a file of the report on the web, which is linked in the place of the file. */
  sourceUrl?(file: string, line: number): string | undefined;
  /** The lines of a file of the report as it was judged, where they are at hand. */
  linesOf?(file: string): readonly string[] | undefined;
  /** All in one document, however large the report is. */
  readonly singleFile?: boolean;
}

/** One HTML document of a report; `file` is its path in the report's folder. */
export interface HtmlFile {
  readonly file: string;
  readonly text: string;
}

/** The documents beside it, and the one in which all findings are searched. */
export const detailsFolder = "details";
export const searchFile = `${detailsFolder}/search.html`;

/** The document that every report has. */
export const indexFile = "index.html";

/** Of a source with more pages and exchanges than this, those without a finding are shown in brief, without messages. */
export const briefAbove = 300;

/** What all sections of the document share. */
export interface View {
  readonly report: Report;
  /** Positions in `findings`, and those in `waived`. */
  readonly findingNumbers: ReadonlyMap<Finding, number>;
  /** `f-` and the fingerprint: a link to a finding holds in the next report. */
  anchorOf(finding: Finding): string;
  /** A link to an anchor of the report, wherever it stands. */
  to(anchor: string): Url;
  /** A link to the search for findings, where it stands in another document. */
  search(query: string): Url;
  /** The same view, out of another document of the report. */
  from(file: string): View;
  /** Whether the pages and exchanges stand in documents of their own. */
  readonly split: boolean;
  /** The position in `judgements` of where a finding was made; none about a waiver. */
  readonly judgementOf: ReadonlyMap<Finding, number>;
  /** In which settled disagreements a judgement, by its position, is a side. */
  readonly disagreementsOf: ReadonlyMap<number, readonly AnchoredDisagreement[]>;
  /** The documentation is one of those sources: its pages are too many for all of the report. */
  readonly brief: boolean;
  /** Whether a page or an exchange is shown in brief. */
  isBrief(judgement: Judgement): boolean;
  /** Positions in `judgements`. */
  readonly numbers: ReadonlyMap<Judgement, number>;
  /** `pages/run.md:43`, linked to the file. */
  place(location: Location): Html;
  /** `run.md:43`, where the folder has been said. */
  shortPlace(location: Location): Html;
  /** The number of a line, where its file has been said. */
  lineOnly(location: Location): Html;
  /** A rule's id, linked to its rule page below. */
  rule(id: string): Html;
  /** What holds when a rule passes, in a sentence; undefined where the report does not have it. */
  promiseOf(rule: string): string | undefined;
  /** The lines of a page as it was judged, where they are at hand. */
  linesOf(file: string): readonly string[] | undefined;
}

/** The documents of a report that is split: which one each anchor stands in, but for those of `index.html`. */
export type Homes = ReadonlyMap<string, string>;

/** What says where an anchor stands. */
export type ShownReport = Pick<View, "report" | "anchorOf" | "judgementOf">;

/** Prepares a report to be shown; `homesOf` says where its anchors stand, unless they all stand in `index.html`. */
export function viewOf(data: Report, options: HtmlOptions, homesOf?: (shown: ShownReport) => Homes): View {
  const report = { ...data, findings: freshAndGravestFirst(data.findings) };
  const anchors = anchorsOf(report);
  const large = largeSources(report);
  const told = new Set(
    report.disagreements
      .flatMap(({ examples }) => examples.flatMap(({ sides }) => sides))
      .map(({ judgement }) => report.judgements[judgement]),
  );
  const shared = {
    report,
    split: homesOf !== undefined,
    anchorOf: (finding: Finding) => anchors.get(finding) ?? "",
    findingNumbers: new Map(
      [...report.findings.entries(), ...report.waived.entries()].map(([number, finding]) => [
        finding,
        number,
      ]),
    ),
    judgementOf: judgementOf(report),
    disagreementsOf: disagreementsByJudgement(report),
    brief: large.has("documented") || report.systems.length > briefAbove,
    isBrief: (judgement: Judgement) =>
      large.has(judgement.source) &&
      !told.has(judgement) &&
      judgement.assertions.every(({ status }) => status !== "fail" && status !== "waived"),
    numbers: new Map(report.judgements.map((judgement, number) => [judgement, number])),
  };
  const homes = homesOf?.(shared) ?? new Map<string, string>();
  const rules = new Map(report.rules.map(({ id, promise }) => [id, promise]));
  return seenFrom(indexFile);

  function seenFrom(current: string): View {
    const folder = current.slice(0, Math.max(current.lastIndexOf("/"), 0));
    const source = ({ file, line }: Location): Url =>
      Url.web(options.sourceUrl?.(file, line) ?? "") ??
      Url.file(options.pathTo?.(file, folder) ?? file, line);
    const place = (location: Location, name: string) =>
      html`<a class="place" href="${source(location)}">${breakable(name)}:${location.line}</a>`;
    const to = (anchor: string): Url => {
      const home = homes.get(homeAnchor(anchor)) ?? indexFile;
      return home === current ? Url.anchor(anchor) : Url.document(pathBetween(folder, home), anchor);
    };
    return {
      ...shared,
      to,
      search: (query) => Url.search(pathBetween(folder, searchFile), query),
      from: seenFrom,
      place: (location) => place(location, location.file),
      shortPlace: (location) => place(location, location.file.slice(location.file.lastIndexOf("/") + 1)),
      lineOnly: (location) =>
        html`<a class="place" href="${source(location)}"><span class="hidden">line </span>${location.line}</a>`,
      rule: (id) =>
        rules.has(id)
          ? html`<a class="rule" href="${to(`rule-${id}`)}">${id}</a>`
          : html`<span class="rule">${id}</span>`,
      promiseOf: (id) => rules.get(id) || undefined,
      linesOf: (file) => options.linesOf?.(file),
    };
  }
}

/** The mark of a finding stands where its judgement does, and so does an assertion. */
function homeAnchor(anchor: string): string {
  return anchor.replace(/^at-/, "").replace(/^assertion-(\d+)-\d+$/, "judgement-$1");
}

/** The documents stand in the report's folder, or in a folder of it. */
function pathBetween(folder: string, file: string): string {
  if (folder === "") return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : `../${file}`;
}

/** The same fingerprint may come again, where a resource stands twice in one body. */
function anchorsOf({ findings, waived }: Report): ReadonlyMap<Finding, string> {
  const counts = new Map<string, number>();
  return new Map(
    [...findings, ...waived].map((finding) => {
      const count = (counts.get(finding.fingerprint) ?? 0) + 1;
      counts.set(finding.fingerprint, count);
      return [finding, `f-${finding.fingerprint}${count === 1 ? "" : `-${count}`}`];
    }),
  );
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

/** The anchor of a judgement's section. */
export function judgementAnchor(number: number): string {
  return `judgement-${number + 1}`;
}

/** Where an assertion is told in full: in a list of findings, or in its judgement. */
export function assertionAnchor(view: View, judgement: Judgement, assertion: Failed | NotVerified): string {
  if (assertion.status !== "not-verified") return view.anchorOf(assertion);
  const number = view.numbers.get(judgement) ?? 0;
  return `assertion-${number + 1}-${judgement.assertions.indexOf(assertion) + 1}`;
}

/** A long path or name that may be broken after its punctuation. */
export function breakable(text: string): Html {
  const parts = text.split(/(?<=[/._])/);
  return html`${parts.map((part, index) => (index === 0 ? part : html`<wbr>${part}`))}`;
}
