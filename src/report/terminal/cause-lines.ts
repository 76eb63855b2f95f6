import type { Severity } from "../../rules/assertion.ts";
import { type CauseGroup, commonHint, reachPhrase } from "../causes.ts";
import { type NewsItem, timesPhrase } from "../news.ts";
import { severities } from "../order.ts";
import { grouped, place } from "../phrases.ts";
import { visibleText } from "../visible-text.ts";
import { type Paint, wrapped } from "./terminal-text.ts";

export interface CauseLinesOptions {
  readonly paint: Paint;
  readonly columns: number | undefined;
  /** Every cause of every severity, with the fingerprints of its findings. */
  readonly verbose: boolean;
}

const titles: Readonly<Record<Severity, string>> = { error: "Errors", warning: "Warnings", info: "Info" };
const colours = { error: "red", warning: "yellow", info: "blue" } as const;
/** A screen of each. */
const few: Readonly<Record<Severity, number>> = { error: 20, warning: 10, info: 0 };

/** What is wrong, a severity after the other: the cause, the first place, how far it reaches, what to do. */
export function causeLines(causes: readonly CauseGroup[], options: CauseLinesOptions): readonly string[] {
  return severities.flatMap((severity) => {
    const own = causes.filter((cause) => cause.severity === severity);
    const shown = options.verbose ? own : own.slice(0, few[severity]);
    if (shown.length === 0) return [];
    const left = own.length - shown.length;
    return [
      options.paint("underline", titles[severity]),
      ...shown.flatMap((cause) => linesOf(cause, options)),
      ...(left > 0 ? [`  … and ${grouped(left)} more; --verbose tells all, and the report`] : []),
      "",
    ];
  });
}

function linesOf(cause: CauseGroup, { paint, columns, verbose }: CauseLinesOptions): readonly string[] {
  const { first, severity, sentence, findings } = cause;
  const source = first.source === "documented" ? "" : `${first.source}: `;
  const rule = visibleText(first.rule);
  const hint = commonHint(cause);
  const reach = reachPhrase(cause);
  // A place stays whole, so that it can be clicked and copied.
  const where = `    ${visibleText(place(first.span))}${reach === undefined ? "" : `, ${reach}`}`;
  const [head = "", ...rest] = wrapped(`  ${rule}  ${source}${visibleText(sentence)}`, columns, 4);
  return [
    head.replace(rule, () => paint(colours[severity], rule)),
    ...rest,
    ...(hint === undefined ? [] : wrapped(`    hint: ${visibleText(hint)}`, columns, 6)),
    paint("dim", where),
    ...(verbose ? fingerprints(findings, columns).map((line) => paint("dim", line)) : []),
  ];
}

function fingerprints(findings: CauseGroup["findings"], columns: number | undefined): readonly string[] {
  const all = [...new Set(findings.map(({ fingerprint }) => fingerprint))];
  return wrapped(`    fingerprint${all.length === 1 ? "" : "s"}: ${all.join(" ")}`, columns, 6);
}

/** What a live service has beyond the pages, or leaves out of them, each once. */
export function newsLines(
  news: readonly NewsItem[],
  { paint, columns }: Pick<CauseLinesOptions, "paint" | "columns">,
): readonly string[] {
  if (news.length === 0) return [];
  return [
    paint("underline", "News, which breaks nothing"),
    ...news.flatMap(({ first, times }) => {
      const said = `${first.source}: ${visibleText(first.message)}${timesPhrase(times)}`;
      return wrapped(`  ${paint("blue", visibleText(first.rule))}  ${said}`, columns, 6);
    }),
    "",
  ];
}
