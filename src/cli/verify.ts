import { onceForLast } from "../base/once-for.ts";
import { partition } from "../base/partition.ts";
import { UsageError } from "../base/usage-error.ts";
import { type Folder, folderOf, pagesAmong } from "../docs/folder.ts";
import { isHtmlFile } from "../docs/html/read-saved-page.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import { liesIn, type Reading, readInContext } from "../docs/read-in-context.ts";
import { type Documentation, documentationOf, judgeDocumentedPage } from "../exchange/judge-documentation.ts";
import { grouped } from "../report/phrases.ts";
import { exitCode } from "../report/verdict.ts";
import { visibleText } from "../report/visible-text.ts";
import { type BaselineSetting, heldAgainst, updateBaseline } from "./baseline-option.ts";
import { cacheOptions, readCacheOption } from "./cache-option.ts";
import type { Command, Terminal } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { isContractFile } from "./contract-basis.ts";
import { explainRule } from "./explain-rule.ts";
import { fixInMemory, patchOf, writeFixed } from "./fix-pages.ts";
import { metadataOption, readMetadataOption } from "./metadata-option.ts";
import { readReportOptions, reportOptions } from "./report-options.ts";
import { fixLines } from "./show-fixes.ts";
import { showReport } from "./show-report.ts";
import { changedSince, readingSince, sinceOption } from "./since-option.ts";
import { clearHeap } from "./small-heap.ts";

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
    "or HTML saved from learn.microsoft.com (.html, .htm). A part of an api-reference is judged by all",
    "the types and pages of it, and only its own findings are shown. The version of a page is said by",
    "its path (api-reference/beta/...), its file name (x.beta.txt), the head of its HTML, or the URLs of",
    "its examples; where its path does not say it, the pages around it count before a slip in one URL.",
    "",
    "--since judges what changed since then, added or not, and what links to it, shares an operation with",
    "it, or answers with a type that it declares; all the rest is read, and not judged.",
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
    const { showing, input, baseline } = readReportOptions(values, reports);
    const readAt = Date.now();
    const cache = readCacheOption(values);
    const { since: revision = "" } = values;
    const isChanged = revision === "" ? undefined : changedSince(revision, paths);
    terminal.progress("reading the pages");
    const whole = await readInContext(paths, {
      ...(values.context === undefined ? {} : { context: values.context }),
      ...(version ? { version } : {}),
      ...(cache === undefined ? {} : { cache }),
      ...(isChanged ? { isJudged: isChanged } : {}),
    });
    const metadata = await readMetadataOption(repeated.metadata, {
      pages: pagesAmong(whole.pages),
      paths,
      version,
    });
    // Derived once for all who ask of the same pages; where some are mended, anew.
    const documented = onceForLast((pages: Reading["pages"]) => documentationOf(folderOf(pages), metadata));
    const since =
      isChanged && readingSince(whole, { revision, isChanged, documentation: documented(whole.pages) });
    const { reading = whole, phrase } = since ?? {};
    if (phrase !== undefined && pagesAmong(reading.asked).length === 0) {
      terminal.progress("");
      terminal.out(`Since        ${visibleText(phrase)}: there is nothing to judge\n`);
      return 0;
    }
    const judge = (read: Reading) => {
      const { judgements, ...judged } = judgedIn(read, { paths, version, documented, baseline, terminal });
      return conformanceReport({ judgements, ...judged, ...input, inputs: paths, now: terminal.now });
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
    await showReport(report, { ...showing, coverage: values.coverage !== undefined }, told);
    await updateBaseline(baseline, report, told);
    for (const context of reading.context) {
      told.out(`Context      ${visibleText(context)}, ${pageCount(pagesAmong(reading.pages), context)}\n`);
    }
    if (phrase !== undefined) told.out(`Since        ${visibleText(phrase)}\n`);
    const html = reading.asked.filter(({ file }) => isHtmlFile(file)).length;
    if (fixed) told.out(fixLines(fixed, { dry, html }));
    if (folder !== ".")
      told.out(
        `Patch        its names begin in ${visibleText(folder)}: git -C ${visibleText(folder)} apply\n`,
      );
    reading.keep();
    return exitCode(report);
  },
};

interface Circumstances {
  readonly paths: readonly string[];
  readonly version: GraphVersion | undefined;
  readonly documented: (pages: Reading["pages"]) => Documentation;
  readonly baseline: BaselineSetting | undefined;
  readonly terminal: Terminal;
}

/** What a report is made of: the judgements, one after the other, and the pages that they are of. */
function judgedIn(reading: Reading, { paths, version, documented, baseline, terminal }: Circumstances) {
  const documentation = documented(reading.pages);
  const { folder } = documentation;
  const asked = new Set(reading.asked);
  const [pages, unjudged] = partition(
    folder.pages,
    (page) => asked.has(page) && (version === undefined || page.version === version),
  );
  if (pages.length === 0) throw new UsageError(`no page of ${version} in ${paths.join(", ")}`);
  const held = heldAgainst(baseline, {
    source: "documented",
    versions: [...new Set(pages.map((page) => page.version))],
    names: new Set(folder.pages.map((page) => `${page.version}/${pageName(page.file)}`)),
    inputs: paths,
    whole: reading.complete,
  });
  const judgements = function* () {
    for (const [index, page] of pages.entries()) {
      if (index > 0 && index % 1000 === 0) clearHeap();
      if (index % 50 === 0) terminal.progress(`judging page ${index + 1} of ${pages.length}`);
      yield* judgeDocumentedPage(page, documentation);
    }
  };
  return {
    judgements: judgements(),
    ...held,
    unjudged: reading.complete ? unjudged : ("unknown" as const),
    read: {
      pages: withIncludes(pages, folder, reading.asked),
      folder,
      contract: (of: GraphVersion) => documentation.contract(of),
    },
  };
}

/** Standard error, where standard output is for another program. */
function beside({ log, progress }: Terminal): (text: string) => void {
  return (text) => (log ? log(text.replace(/\n$/, "")) : progress(text));
}

/** What a contract.json is for, and what it is not. */
function withoutPages(file: string): UsageError {
  return new UsageError(
    `${file} is a contract: answers can be judged by it (gate, traffic --docs) and contracts compared with it (diff), but it has no pages, and verify judges pages by pages: name the folder that it was derived from`,
  );
}

/** The pages, what they include, and the includes that are asked for themselves. */
function withIncludes(pages: readonly Page[], folder: Folder, asked: readonly Page[]): readonly Page[] {
  const own = asked.filter(({ kind }) => kind === "include");
  return [...new Set([...pages, ...pages.flatMap((page) => folder.included(page)), ...own])];
}

function pageCount(pages: readonly Page[], context: string): string {
  const inside = pages.filter(({ file }) => liesIn(context, file)).length;
  return `${grouped(inside)} page${inside === 1 ? "" : "s"}`;
}
