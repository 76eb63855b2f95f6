import { resolve } from "node:path";
import { onceForLast } from "../base/once-for.ts";
import { UsageError } from "../base/usage-error.ts";
import { folderOf, pagesAmong } from "../docs/folder.ts";
import { isHtmlFile } from "../docs/html/read-saved-page.ts";
import type { GraphVersion } from "../docs/page.ts";
import { liesIn } from "../docs/page-path.ts";
import { type Reading, readInContext } from "../docs/read-in-context.ts";
import {
  type Documentation,
  documentationAfter,
  type MetadataByVersion,
} from "../exchange/judge-documentation.ts";
import { type KeptDerivations, keptDerivations } from "../exchange/kept-derivations.ts";
import { exitCode } from "../report/verdict.ts";
import { visibleText } from "../report/visible-text.ts";
import { readTrendOption, updateBaseline } from "./baseline-option.ts";
import { cacheOptions, keepReading, readCacheOption } from "./cache-option.ts";
import type { Command, OptionValues, Terminal } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { explainRule } from "./explain-rule.ts";
import { fileChanges } from "./file-changes.ts";
import { fixInMemory, patchOf, writeFixed } from "./fix-pages.ts";
import { judgedPages } from "./judged-pages.ts";
import { metadataFiles, metadataOption, readMetadataOption } from "./metadata-option.ts";
import { isContractFile } from "./read-basis.ts";
import { readReportOptions, reportOptions } from "./report-options.ts";
import { fixLines } from "./show-fixes.ts";
import { showReport } from "./show-report.ts";
import { changedSince, readingSince, sinceOption } from "./since-option.ts";
import { pageCount } from "./told-pages.ts";
import { watchPages } from "./watch-pages.ts";

const reports = "reports/verify";

/** `verify`: judge every documented example. */
export const verify: Command = {
  name: "verify",
  usage: "verify <page|dir>...",
  summary: "Judges every page and every documented example.",
  options: [
    {
      name: "version",
      value: "v1.0|beta",
      choices: ["v1.0", "beta"],
      text: "judge the pages of this version only",
    },
    {
      name: "context",
      value: "DIR|none",
      text: "the pages to judge with (default the api-reference that the paths lie in)",
    },
    metadataOption,
    sinceOption,
    { name: "watch", text: "go on until interrupted, and judge again whenever a page is saved" },
    {
      name: "coverage",
      text: "what of the pages could not be read, or is not known: how much, why, where",
    },
    { name: "fix", text: "write what can be repaired without a guess, and judge again" },
    { name: "dry-run", text: "with --fix: write no page, and print a patch that git apply takes" },
    ...cacheOptions,
    ...reportOptions(reports),
  ],
  notes: [
    "A folder is read with everything below it; a single page may be named too. A page is Markdown (.md),",
    "or HTML saved from learn.microsoft.com (.html, .htm). A part of an api-reference, or of a folder of",
    "api and resources, is judged by all the types and pages of it, and only its own findings are shown.",
    "The version of a page is said by its path (api-reference/beta/...), its file name (x.beta.txt), the",
    "head of its HTML, or the URLs of its examples; where its path does not say it, the pages around it",
    "count before a slip in one URL.",
    "",
    "--since judges what changed since then, added or not, and what links to it, shares an operation with",
    "it, or answers with a type that it declares; all the rest is read, and not judged.",
    "",
    "--watch says of each page that is saved what is found on it, then what else changed because of it:",
    "all pages are judged again, those first that depend on it, and all where a file of --metadata is",
    "saved; where the file of --waivers or --baseline is, the report is made anew. With --output all of",
    "it is written there, in each --format, at the start and whenever all is judged. Ctrl-C ends it;",
    "the exit code is then that of what was found last: 0 or 1 as without --watch, 2 where a page could",
    "not be judged.",
    "",
    "--fix changes Markdown only, only below the paths that are named, and there what a finding's fix",
    "says: line ends and all the rest stay. The report, and the exit code, are of the pages as they are",
    "then. What is waived is left as it is. With --dry-run both are of the pages as they are, and what",
    "is printed beside the patch goes to stderr: verify --fix --dry-run DIR | git apply",
  ],
  explain: explainRule,
  async run(paths, values, terminal, repeated) {
    if (paths.length === 0)
      throw new UsageError(
        "verify needs a folder of documentation pages; see graph-conformance verify --help",
      );
    for (const path of [...paths, values.context ?? ""]) if (isContractFile(path)) throw withoutPages(path);
    const version = values.version as GraphVersion | undefined;
    const dry = values["dry-run"] !== undefined;
    if (dry && values.fix === undefined)
      throw new UsageError("--dry-run shows what --fix would write: it takes --fix beside it");
    const settings = readReportOptions(values, reports);
    const { showing, input, baseline } = settings;
    const trend = readTrendOption(repeated, terminal);
    const readAt = Date.now();
    const cache = readCacheOption(values);
    const { since: revision = "" } = values;
    const isChanged = revision === "" ? undefined : changedSince(revision, paths);
    const readBy = {
      ...(values.context === undefined ? {} : { context: values.context }),
      ...(version ? { version } : {}),
      ...(cache === undefined ? {} : { cache }),
    };
    const metadataOf = ({ pages }: Reading) =>
      readMetadataOption(repeated.metadata, { pages: pagesAmong(pages), paths, version });
    if (values.watch !== undefined) {
      refuseBesideWatch({ ...values, trend: repeated.trend?.[0] });
      const told = {
        ...showing,
        coverage: values.coverage !== undefined,
        lines: {},
        isWritten: values.output !== undefined,
      };
      const besides = {
        metadataOf,
        metadataFiles: metadataFiles(repeated.metadata),
        held: settings,
        heldOf: () => readReportOptions(values, reports),
        heldFiles: [values.waivers, values.baseline].flatMap((file) => file ?? []),
      };
      const watching = { readBy, ...besides, showing: told, changesOf: fileChanges };
      return watchPages(paths, watching, terminal);
    }
    terminal.progress("reading the pages");
    const whole = await readInContext(paths, { ...readBy, ...(isChanged ? { isJudged: isChanged } : {}) });
    const metadata = await metadataOf(whole);
    // Derived once for all who ask of the same pages; where some are mended, anew.
    const derivations =
      cache === undefined || whole.context.length === 0
        ? undefined
        : keptDerivations(cache, { contractsOf: whole.context.map((folder) => [folder, resolve(folder)]) });
    const documented = onceForLast((pages: Reading["pages"]) =>
      documentationAfter(derivations?.of, folderOf(pages), metadata),
    );
    const since =
      isChanged && readingSince(whole, { revision, isChanged, documentation: documented(whole.pages) });
    const { reading = whole, phrase } = since ?? {};
    if (phrase !== undefined && pagesAmong(reading.asked).length === 0) {
      terminal.progress("");
      keepReading(reading, terminal);
      terminal.out(`Since        ${visibleText(phrase)}: there is nothing to judge\n`);
      return 0;
    }
    const judge = (read: Reading) => {
      const documentation = documented(read.pages);
      const judged = judgedPages(read, {
        paths,
        version,
        documentation,
        held: { baseline, trend },
        terminal,
      });
      return conformanceReport({ ...judged, ...input, inputs: paths, now: terminal.now });
    };
    const first = judge(reading);
    const fixing = { reading, paths, readAt, version, judge };
    const inMemory = values.fix === undefined ? undefined : fixInMemory(first, fixing);
    const fixed = inMemory && (dry ? inMemory : writeFixed(first, inMemory, fixing));
    const report = fixed && !dry ? fixed.judged : first;
    terminal.progress("");
    const told = dry ? { ...terminal, out: beside(terminal) } : terminal;
    const { patch, folder } = fixed && dry ? patchOf(fixed, paths) : { patch: "", folder: "." };
    if (dry) terminal.out(patch);
    const lines = { since: readAt, ...(fixed && !dry ? { texts: fixed.texts } : {}) };
    await showReport(report, { ...showing, coverage: values.coverage !== undefined, lines }, told);
    await updateBaseline(baseline, report, told);
    for (const context of reading.context) {
      const inside = reading.pages.filter(({ file }) => liesIn(context, file));
      told.out(`Context      ${visibleText(context)}, ${pageCount(inside)}\n`);
    }
    if (phrase !== undefined) told.out(`Since        ${visibleText(phrase)}\n`);
    const html = reading.asked.filter(({ file }) => isHtmlFile(file)).length;
    if (fixed) told.out(fixLines(fixed, { dry, html }));
    if (folder !== ".")
      told.out(
        `Patch        its names begin in ${visibleText(folder)}: git -C ${visibleText(folder)} apply\n`,
      );
    keepReading(reading, told);
    if (derivations) keepDerived(derivations, reading, documented(reading.pages), metadata);
    return exitCode(report);
  },
};

/** Standard error, where standard output is for another program. */
function beside({ log, progress }: Terminal): (text: string) => void {
  return (text) => (log ? log(text.replace(/\n$/, "")) : progress(text));
}

/** Keeps the contracts that the pages were judged by, where no metadata has a part in them. */
function keepDerived(
  derivations: KeptDerivations,
  { asked }: Reading,
  { folder, contract }: Documentation,
  metadata: MetadataByVersion = {},
): void {
  for (const version of new Set(asked.map((page) => page.version)))
    if (!metadata[version]) derivations.keep(contract(version), folder);
}

/** @throws UsageError for what is of one run, where one goes on */
function refuseBesideWatch(values: OptionValues): void {
  for (const other of ["fix", "since", "trend", "update-baseline"])
    if (values[other] !== undefined)
      throw new UsageError(
        `--watch and --${other} exclude each other: --watch goes on for as long as you write`,
      );
}

/** What a contract.json is for, and what it is not. */
function withoutPages(file: string): UsageError {
  return new UsageError(
    `${file} is no page: verify judges pages by pages, so name their folder; by a contract.json answers are judged (gate, traffic --docs) and contracts compared (diff)`,
  );
}
