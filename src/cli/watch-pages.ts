import { resolve } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import { pagesAmong } from "../docs/folder.ts";
import { pageMemory } from "../docs/kept/page-memory.ts";
import type { Page } from "../docs/page.ts";
import { readAgain } from "../docs/read-again.ts";
import { placesToRead, type Reading, type ReadingOptions, readInContext } from "../docs/read-in-context.ts";
import type { MetadataByVersion } from "../exchange/judge-documentation.ts";
import { type StandingPages, standingJudgements } from "../exchange/standing-judgements.ts";
import { counted, grouped } from "../report/phrases.ts";
import type { Report } from "../report/report.ts";
import { exitCode } from "../report/verdict.ts";
import { visibleText } from "../report/visible-text.ts";
import { withoutMessages } from "../report/without-messages.ts";
import { keepReading } from "./cache-option.ts";
import type { Terminal } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import type { FileChanges } from "./file-changes.ts";
import { judgedPages } from "./judged-pages.ts";
import type { ReportSettings } from "./report-options.ts";
import { type Otherwise, otherwisePhrase, saidOf } from "./said-of.ts";
import { type Showing, showReport, writeForms } from "./show-report.ts";
import { pageCount } from "./told-pages.ts";

type Held = Pick<ReportSettings, "baseline" | "input">;

export interface WatchSetting {
  readonly readBy: ReadingOptions;
  readonly metadataOf: (reading: Reading) => Promise<MetadataByVersion | undefined>;
  /** The files that it is read from. */
  readonly metadataFiles: readonly string[];
  /** What is accepted, or known from before, at the beginning, and how it is read where one of its files is saved. */
  readonly held: Held;
  readonly heldOf: () => Held;
  readonly heldFiles: readonly string[];
  readonly showing: Showing & { readonly isWritten: boolean };
  readonly changesOf: (paths: readonly string[]) => FileChanges;
}

/** So long pages are judged before it is looked whether another one was saved, in milliseconds. */
const slice = 10;

/**
 * Judges pages, and again whenever one of them is saved, until it is interrupted: what was saved at once, then what depends
 * on it, then all others. What cannot be read or judged is said, and it goes on.
 */
export async function watchPages(
  paths: readonly string[],
  setting: WatchSetting,
  terminal: Terminal,
): Promise<number> {
  const changes = setting.changesOf([
    ...placesToRead(paths, setting.readBy.context),
    ...setting.metadataFiles,
    ...setting.heldFiles,
  ]);
  try {
    return await watchWhile(changes, paths, setting, terminal);
  } finally {
    changes.close();
  }
}

async function watchWhile(
  changes: FileChanges,
  paths: readonly string[],
  { readBy, metadataOf, metadataFiles, held: heldAtFirst, heldOf, heldFiles, showing }: WatchSetting,
  terminal: Terminal,
): Promise<number> {
  const { version } = readBy;
  const by = { ...readBy, paths, memory: pageMemory() };
  terminal.progress("reading the pages");
  let reading = await readInContext(paths, by);
  const metadataAt = new Set(metadataFiles.map((file) => resolve(file)));
  const heldAt = new Set(heldFiles.map((file) => resolve(file)));
  let held = heldAtFirst;
  const standing = standingJudgements(pagesOf(reading, await metadataOf(reading)), {
    keep: held.input.messages ? (judgement) => judgement : withoutMessages,
  });
  const unread = new Set<string>();
  const defects = new Set<string>();
  let dependent: ReadonlySet<string> = new Set();
  let otherwise: Otherwise[] = [];
  let over = false;

  const size = pagesAmong(pagesOf(reading).asked).length;
  for (let count = 1, page = standing.next(); page; page = standing.next(), count++) {
    if (count % 50 === 1) terminal.progress(`judging page ${count} of ${size}`);
    judge(page);
  }
  terminal.progress("");
  const formats = showing.isWritten ? showing.formats : [];
  await showReport(reportOf(reading.asked), { ...showing, formats }, terminal);
  keepReading(reading, terminal);
  terminal.out(`Watching     ${pageCount(pagesOf(reading).asked)}; Ctrl-C ends it\n`);
  terminal.interrupted().then(() => {
    over = true;
    changes.close();
  });
  while (!over) {
    if (standing.next() && !changes.waiting) {
      await orSay(judgeFurther);
      await new Promise(setImmediate);
      continue;
    }
    for (const path of (await changes.next()) ?? []) unread.add(path);
    if (unread.size > 0 && !over) await orSay(takeChanges);
  }
  return defects.size > 0 ? 2 : exitCode(reportOf(reading.asked));

  /** Reads what changed, judges it, and says what there is on it now. */
  async function takeChanges(): Promise<void> {
    const accepting = [...unread].filter((path) => heldAt.has(resolve(path)));
    for (const path of accepting) unread.delete(path);
    if (accepting.length > 0) await orSay(() => takeHeld(accepting));
    if (unread.size === 0) return;
    const saved = [...unread].filter((path) => metadataAt.has(resolve(path)));
    for (const path of saved) unread.delete(path);
    // What cannot be read is said, and what was read last counts.
    let metadata: MetadataByVersion | undefined;
    if (saved.length > 0)
      await orSay(async () => {
        metadata = await metadataOf(reading);
      });
    const now = unread.size === 0 ? reading : await readAgain(reading, [...unread], by);
    unread.clear();
    const change = standing.take(pagesOf(now, metadata));
    reading = now;
    if (!change) return;
    const { changed, gone } = change;
    for (const page of changed) judge(page);
    for (const file of gone) defects.delete(file);
    terminal.clear?.();
    if (metadata) terminal.out(`Saved        ${named(saved)}\n`);
    if (gone.length > 0) terminal.out(`Gone         ${named(gone)}\n`);
    if (changed.length > 0) {
      terminal.out(`Saved        ${named(changed.map(({ file }) => file))}\n`);
      await showReport(reportOf(changed), { ...showing, formats: [] }, terminal);
    }
    dependent = new Set(change.dependent().map(({ file }) => file));
  }

  /** Nothing is judged again: another part of what was found is accepted, or known, from now on. */
  async function takeHeld(saved: readonly string[]): Promise<void> {
    held = heldOf();
    terminal.clear?.();
    terminal.out(`Saved        ${named(saved)}\n`);
    const report = reportOf(reading.asked);
    await showReport(report, { ...showing, formats: [] }, terminal);
    // Where something is still to be judged, it is written behind that.
    if (showing.isWritten && !standing.next()) await writeForms(report, showing);
  }

  /** Judges for a moment what was not saved itself, and says what changed on it once it is through. */
  async function judgeFurther(): Promise<void> {
    const end = Date.now() + slice;
    for (let page = standing.next(); page && Date.now() < end; page = standing.next()) {
      const before = saidOf(standing.of(page.file));
      judge(page);
      const now = saidOf(standing.of(page.file));
      const found = before.found !== now.found;
      if (found || before.rest !== now.rest) otherwise.push({ page, found });
    }
    const next = standing.next();
    if (dependent.size > 0 && !(next && dependent.has(next.file))) {
      await tellOtherwise(
        `${counted(dependent.size, "page")} that ${dependent.size === 1 ? "depends" : "depend"} on it`,
      );
      dependent = new Set();
    }
    if (next) return;
    await tellOtherwise(`all ${pageCount(pagesOf(reading).asked)}`);
    if (!showing.isWritten) return;
    const first = await writeForms(reportOf(reading.asked), showing);
    if (first !== undefined) terminal.out(`Report       ${visibleText(first)}\n`);
  }

  async function tellOtherwise(judged: string): Promise<void> {
    const others = otherwise;
    otherwise = [];
    terminal.out(`Again        judged ${judged}: ${otherwisePhrase(others)}\n`);
    if (others.length === 0) return;
    const pages = others.map(({ page }) => page);
    await showReport(reportOf(pages), { ...showing, formats: [] }, terminal);
  }

  function judge(page: Page): void {
    try {
      standing.judge(page);
      defects.delete(page.file);
    } catch (error) {
      defects.add(page.file);
      const said = error instanceof Error ? error.message : String(error);
      terminal.out(
        `Not judged   ${visibleText(page.file)}: this is a defect of the tool, please report it: ${visibleText(said)}\n`,
      );
    }
  }

  function reportOf(asked: readonly Page[]): Report {
    const { documentation } = standing;
    const judge = ({ file }: Page) => standing.of(file);
    const circumstances = { paths, version, documentation, held, terminal: silent, judge };
    const judged = judgedPages({ ...reading, asked }, circumstances);
    return conformanceReport({ ...judged, ...held.input, inputs: paths, now: terminal.now });
  }

  /** What a user can mend ends no watch. */
  async function orSay(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.out(`Not judged   ${visibleText(error.message)}\n`);
    }
  }

  function pagesOf({ pages, asked }: Reading, metadata?: MetadataByVersion): StandingPages {
    const judged = asked.filter((page) => version === undefined || page.version === version);
    return { pages, asked: judged, ...(metadata ? { metadata } : {}) };
  }
}

const silent = { progress: () => {} };

function named(files: readonly string[]): string {
  const shown = files.slice(0, 5).map(visibleText).join(", ");
  return files.length > 5 ? `${shown} and ${grouped(files.length - 5)} more` : shown;
}
