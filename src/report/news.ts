import { groupBy } from "../base/group-by.ts";
import { partition } from "../base/partition.ts";
import type { Finding, Judgement } from "../rules/assertion.ts";
import { catalogue } from "../rules/catalogue.ts";
import type { Source } from "../rules/exchange.ts";
import type { News } from "../rules/rule.ts";
import type { Harmless } from "./phrases.ts";
import type { AppliedRule, Report } from "./report.ts";
import type { SourceSummary, Summary } from "./summary.ts";
import { noFindings } from "./summary.ts";
import { isConformant } from "./verdict.ts";

/** A service that is not ours. */
function isLive(source: Source): boolean {
  return source === "tenant" || source === "recorded";
}

const newsOfRule = new Map(catalogue.map(({ id, news }) => [id, news]));

/** What a finding says that breaks nothing: what a live service has beyond the pages, or leaves out of them. */
export function newsOf({
  rule,
  severity,
  source,
}: Pick<Finding, "rule" | "severity" | "source">): News | undefined {
  return isLive(source) && severity === "info" ? newsOfRule.get(rule) : undefined;
}

/** The same news, however often it came. */
export interface NewsItem {
  readonly news: News;
  readonly first: Finding;
  readonly times: number;
}

/** Findings that are none of news, in their order, and the news, each once, what is newer before what is left out. */
export function apart(findings: readonly Finding[]): {
  readonly findings: readonly Finding[];
  readonly news: readonly NewsItem[];
} {
  const [told, rest] = partition(findings, (finding) => newsOf(finding) !== undefined);
  const alike = groupBy(told, ({ rule, message, version }) => JSON.stringify([version, rule, message]));
  const items = [...alike.values()].flatMap((same): NewsItem[] => {
    const [first] = same;
    const news = first && newsOf(first);
    return first && news ? [{ news, first, times: same.length }] : [];
  });
  const [newer, left] = partition(items, ({ news }) => news === "newer");
  return { findings: rest, news: [...newer, ...left] };
}

/** How many failed assertions break nothing: the infos of live services, and of the others what a baseline has. */
export function harmlessIn(
  sources: readonly Pick<SourceSummary, "source" | "findings" | "known">[],
): Harmless {
  let infos = 0;
  let known = 0;
  for (const { source, findings, known: { error, warning, info } = noFindings } of sources) {
    if (isLive(source)) infos += findings.info;
    known += error + warning + (isLive(source) ? 0 : info);
  }
  return { infos, known };
}

/** What stands at a verdict: nothing is good beside which something was waived, is known or failed, however mildly. */
export type VerdictMark = "good" | "accepted" | "mild" | "bad" | "open";

/** The mark of the verdict over one source, or over all; infos of a live service break nothing. */
export function markOf(
  { verdict, assertions }: Pick<SourceSummary, "verdict" | "assertions">,
  sources: readonly Pick<SourceSummary, "source" | "findings" | "known">[],
): VerdictMark {
  if (verdict === "not conformant") return "bad";
  if (!isConformant(verdict)) return "open";
  const { infos, known } = harmlessIn(sources);
  if (assertions.fail > infos + known) return "mild";
  return assertions.waived + known > 0 ? "accepted" : "good";
}

/** How many findings are news of each kind; nothing where no live service was judged. */
export function newsIn(
  judgements: readonly Pick<Judgement, "source">[],
  findings: readonly Finding[],
): Pick<Summary, "news"> {
  if (!judgements.some(({ source }) => isLive(source))) return {};
  const count = (news: News) => findings.filter((finding) => newsOf(finding) === news).length;
  return { news: { newer: count("newer"), leftOut: count("left out") } };
}

/** `12 newer than the pages`, `4 left out by the service`: the infos that are news. */
export function newsPhrases({ news }: Pick<Summary, "news">): readonly string[] {
  const phrases: readonly (readonly [number, string])[] = [
    [news?.newer ?? 0, "newer than the pages"],
    [news?.leftOut ?? 0, "left out by the service"],
  ];
  return phrases.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
}

/** `(3 times)`, nothing for once. */
export function timesPhrase(times: number): string {
  return times === 1 ? "" : ` (${times} times)`;
}

/** The rules that had nothing to judge on a live service in all of the run, each with why. */
export function idleRules({ rules, summary }: Pick<Report, "rules" | "summary">): readonly {
  readonly id: string;
  readonly why: string;
}[] {
  if (!summary.sources.some(({ source }) => isLive(source))) return [];
  return rules.flatMap(({ id, idle }) => (idle === undefined ? [] : { id, why: idle }));
}

const idleOfRule = new Map(catalogue.map(({ id, idle }) => [id, idle]));

/** Why a rule had nothing to judge; undefined where it had. */
export function whyIdle(id: string, sources: AppliedRule["sources"]): string | undefined {
  const judged = sources.some(
    ({ assertions: { pass, fail, waived, notVerified } }) => pass + fail + waived + notVerified > 0,
  );
  if (judged || sources.length === 0) return undefined;
  return idleOfRule.get(id) ?? "nothing that came is what it judges";
}
