import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { folderOf } from "../../src/docs/folder.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { documentationOf, judgeDocumentedPage } from "../../src/exchange/judge-documentation.ts";
import type { Failed } from "../../src/rules/assertion.ts";
import { kindOf } from "./classify.ts";
import { changedLines } from "./hunks.ts";
import { placesOf } from "./place.ts";
import { readYear } from "./read-year.ts";
import { speaksOf } from "./speaks-of.ts";

const years = ["graph-v1.0-2020-07", "graph-v1.0-2021-07"].map((name) =>
  fileURLToPath(new URL(`../../../shared/corpus/${name}`, import.meta.url)),
);

/** A place that writers mended within the year. */
export interface Repair {
  readonly kind: string;
  readonly excluded?: string;
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The rules that had a finding there. */
  readonly rules: readonly string[];
}

export interface Repairs {
  readonly repairs: readonly Repair[];
  /** The findings of the first year that the second has no more, by rule: at a line that changed, or elsewhere. */
  readonly gone: readonly { readonly rule: string; readonly mended: number; readonly otherwise: number }[];
}

/** What the second year mended of the pages of the first, and what was found there. */
export async function measureRepairs({ progress }: { progress(text: string): void }): Promise<Repairs> {
  const [before = "", after = ""] = years;
  for (const folder of years)
    if (!existsSync(folder)) throw new UsageError(`the corpus is absent: ${folder}`);
  progress("judging the first year");
  const first = await findingsOf(before);
  progress("judging the second year");
  const second = await findingsOf(after);
  progress("comparing their lines");
  const pairs = changedLines(before, after);
  const year = readYear(before, after, first.pages);
  const byPlace = new Map<string, Set<string>>();
  for (const { rule, span, cause, promise } of first.findings) {
    // What contradicts itself is mended at either place.
    for (const { file, start, end } of [span, cause.span, ...(promise ? [promise.span] : [])]) {
      for (let line = start.line; line <= Math.min(end.line, start.line + 3); line++)
        add(`${below(before, file)}:${line}`, rule);
    }
  }
  const places = new Map<string, ReturnType<typeof placesOf>>();
  const seen = new Set<string>();
  const repairs = pairs.flatMap((pair): Repair[] => {
    const { file, line } = pair;
    const ofFile = places.get(file) ?? placesOf(year.text(file));
    places.set(file, ofFile);
    const place = ofFile[line - 1];
    const kind = place && kindOf(pair, place, year);
    if (!kind) return [];
    const isSyntax = kind.kind.endsWith("syntax");
    // A block that is mended in several lines is one repair.
    const key = `${file} ${kind.kind} ${isSyntax ? place.fence?.first : ofPage.has(kind.kind) ? "" : `${line} ${pair.before.trim() || pair.after.trim()}`}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const lines =
      isSyntax && place.fence
        ? range(place.fence.first, place.fence.text.split("\n").length)
        : near(kind.kind, line, ofFile.length);
    const rules = [...new Set(lines.flatMap((each) => [...(byPlace.get(`${file}:${each}`) ?? [])]))].filter(
      (rule) => speaksOf(kind.kind, rule),
    );
    return [{ ...pair, ...kind, rules }];
  });
  const left = new Set(second.findings.map((each) => `${each.fingerprint} ${below(after, each.span.file)}`));
  const changed = new Set(pairs.map(({ file, line }) => `${file}:${line}`));
  const gone = new Map<string, { mended: number; otherwise: number }>();
  for (const { rule, span, fingerprint } of first.findings) {
    const file = below(before, span.file);
    if (left.has(`${fingerprint} ${file}`) || year.after(file) === "") continue;
    const count = gone.get(rule) ?? { mended: 0, otherwise: 0 };
    gone.set(rule, count);
    if (changed.has(`${file}:${span.start.line}`)) count.mended++;
    else count.otherwise++;
  }
  return {
    repairs,
    gone: [...gone].map(([rule, count]) => ({ rule, ...count })).sort((a, b) => b.mended - a.mended),
  };

  function add(key: string, rule: string): void {
    byPlace.set(key, (byPlace.get(key) ?? new Set()).add(rule));
  }
}

/** What is wrong with these a page says once. */
const ofPage = new Set(["title", "front matter, empty value", "front matter, absent value"]);

/** Where the finding of a kind may stand: of a title at the H1 or in the front matter, of permissions at their table. */
function near(kind: string, line: number, last: number): number[] {
  if (kind.startsWith("annotation's name")) return range(1, last);
  if (kind === "table cell, description") return range(1, last);
  if (kind === "title" || kind.startsWith("front matter")) return range(1, Math.min(20, last));
  if (kind.startsWith("permission")) return range(Math.max(1, line - 5), 7);
  if (kind === "no status line") return range(line, 3);
  if (kind.startsWith("annotation")) return range(Math.max(1, line - 4), 8);
  return range(line, 1);
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

async function findingsOf(folder: string) {
  const pages = await readFolders([folder]);
  const documentation = documentationOf(folderOf(pages));
  const findings: Failed[] = [];
  for (const page of pages) {
    for (const { assertions } of judgeDocumentedPage(page, documentation)) {
      for (const each of assertions) if (each.status === "fail") findings.push(each);
    }
  }
  return { findings, pages };
}

function below(folder: string, file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
