import { pageName } from "../../docs/page-name.ts";
import type { Finding, Judgement } from "../../rules/assertion.ts";
import type { Source } from "../../rules/exchange.ts";
import { briefFinding } from "../brief-findings.ts";
import type { Basis } from "../report.ts";
import type { KnownFinding } from "./outcome.ts";

/** What an earlier report, or a baseline that was written of one, says of what was found. */
export interface Baseline {
  /** Of the tool that wrote it. */
  readonly version: string;
  readonly sources: readonly Source[];
  /** As they were named on the command line. */
  readonly inputs: readonly string[];
  /** What was judged: `v1.0/run-get`, a page, or `v1.0 GET /users/{}`, what a service was asked. By name. */
  readonly judged: readonly string[];
  /** What a gate was judged by, and needed. */
  readonly basis?: Basis;
  readonly findings: readonly KnownFinding[];
}

/** Where there is none yet. */
export const emptyBaseline: Baseline = { version: "", sources: [], inputs: [], judged: [], findings: [] };

/** What a baseline knows of a finding, as a report tells it: neither where its line was, nor what a service answered. */
export function knownFinding(finding: Finding, judgement: Pick<Judgement, "file"> | undefined): KnownFinding {
  const { rule, severity, source, version, subject, example, pointer, message, fingerprint } =
    briefFinding(finding);
  if (source === "documented") {
    return {
      rule,
      severity,
      source,
      version,
      page: pageName(judgement?.file ?? finding.span.file),
      subject,
      ...(example === undefined ? {} : { example }),
      ...(pointer === undefined ? {} : { pointer }),
      message,
      fingerprint,
    };
  }
  const at = pointer === undefined ? undefined : anyItem(pointer);
  return {
    rule,
    severity,
    source,
    version,
    subject,
    // What was recorded is named by its URL, with the ids in it.
    ...(example === undefined || source === "recorded" ? {} : { example: askedAs(example) }),
    ...(at === undefined ? {} : { pointer: at }),
    fingerprint,
  };
}

/**
 * By this a finding is known again. On a page that is its fingerprint. A service may have the same flaw in each item of
 * each answer, today in three and tomorrow in five: there it is the rule, the operation, and the place whatever the item.
 * What was asked tells apart only what has no place in an answer, or is about the question.
 */
export function keyOf(finding: Omit<KnownFinding, "severity" | "message">): string {
  const { source, version, rule, subject, example, pointer, fingerprint } = finding;
  // A request that nobody documents has no name but its URL.
  const isNamed = source === "tenant" || subject.kind === "operation";
  if (!isOneFlaw(source) || !isNamed) return `${source} ${fingerprint}`;
  const isOfQuestion = pointer === undefined || pointer === "" || rule.startsWith("query/");
  const asked = source === "tenant" && isOfQuestion ? askedAs(example) : "";
  return [source, version, rule, subject.id, asked, pointer === undefined ? "" : anyItem(pointer)].join("\n");
}

/** What a gate asked, whichever time it was: `pages to the end, page 3` is `pages to the end`. */
export function askedAs(example = ""): string {
  return example.replace(/, (?:page )?\d+$/, "");
}

/**
 * The place of a finding on a page, whatever operation the page says it documents: the example and the pointer in it, or
 * else what is said. None of what a service answered, whose places are named by the operation.
 */
export function placeKeyOf(finding: KnownFinding): string | undefined {
  const { source, version, rule, page = "", example = "", pointer, message = "" } = finding;
  if (source !== "documented") return undefined;
  const at = pointer === undefined || pointer === "" ? message.replace(/\.md:\d+|line \d+/g, "") : pointer;
  return [version, rule, page, example, at].join("\n");
}

/** Whether the same flaw in several answers is one. */
export function isOneFlaw(source: Source): boolean {
  return source === "tenant" || source === "recorded";
}

/** A pointer to any item of a list: which one it was is a matter of what data there is. */
export function anyItem(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

/** The name of what a judgement is on, as a baseline has it; undefined for a request that nobody documents. */
export function nameOfJudged({
  source,
  version,
  file,
  subject,
}: Pick<Judgement, "source" | "version" | "file" | "subject">): string | undefined {
  if (source === "documented") return `${version}/${pageName(file)}`;
  return subject.kind === "operation" ? `${version} ${subject.id}` : undefined;
}

/** The name of where a known finding stands, in the same form. */
export function nameOfPlace({ source, version, page, subject }: KnownFinding): string {
  return source === "documented" ? `${version}/${page ?? ""}` : `${version} ${subject.id}`;
}
