import { partition } from "../base/partition.ts";
import { UsageError } from "../base/usage-error.ts";
import { type Folder, folderOf } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import { liesIn, readInContext } from "../docs/read-in-context.ts";
import { documentationOf, judgeDocumentedPage } from "../exchange/judge-documentation.ts";
import { grouped } from "../report/phrases.ts";
import { exitCode } from "../report/verdict.ts";
import { visibleText } from "../report/visible-text.ts";
import { heldAgainst, updateBaseline } from "./baseline-option.ts";
import type { Command } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { isContractFile } from "./contract-basis.ts";
import { metadataOption, readMetadataOption } from "./metadata-option.ts";
import { readReportOptions, reportOptions } from "./report-options.ts";
import { showReport } from "./show-report.ts";
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
    {
      name: "coverage",
      text: "what of the pages could not be read, or is not known: how much, why, where",
    },
    ...reportOptions(reports),
  ],
  notes: [
    "A folder is read with everything below it; a single page may be named too. A page is Markdown (.md),",
    "or HTML saved from learn.microsoft.com (.html, .htm). A part of an api-reference is judged by all",
    "the types and pages of it, and only its own findings are shown. The version of a page is said by",
    "its path (api-reference/beta/...), its file name (x.beta.txt), the head of its HTML, or the URLs of",
    "its examples.",
  ],
  async run(paths, values, terminal, repeated) {
    if (paths.length === 0)
      throw new UsageError(
        "verify needs a folder of documentation pages; see graph-conformance verify --help",
      );
    for (const path of [...paths, values.context ?? ""]) if (isContractFile(path)) throw withoutPages(path);
    const version = values.version as GraphVersion | undefined;
    const { showing, input, baseline } = readReportOptions(values, reports);
    terminal.progress("reading the pages");
    const reading = await readInContext(paths, {
      ...(values.context === undefined ? {} : { context: values.context }),
      ...(version ? { version } : {}),
    });
    const folder = folderOf(reading.pages);
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
    const documentation = documentationOf(
      folder,
      await readMetadataOption(repeated.metadata, { pages: folder.pages, paths, version }),
    );
    const judgements = function* () {
      for (const [index, page] of pages.entries()) {
        if (index > 0 && index % 1000 === 0) clearHeap();
        if (index % 50 === 0) terminal.progress(`judging page ${index + 1} of ${pages.length}`);
        yield* judgeDocumentedPage(page, documentation);
      }
    };
    const report = conformanceReport({
      judgements: judgements(),
      ...input,
      ...held,
      unjudged: reading.complete ? unjudged : "unknown",
      read: {
        pages: withIncludes(pages, folder, reading.asked),
        folder,
        contract: (of) => documentation.contract(of),
      },
      inputs: paths,
      now: terminal.now,
    });
    terminal.progress("");
    await showReport(report, { ...showing, coverage: values.coverage !== undefined }, terminal);
    await updateBaseline(baseline, report, terminal);
    for (const context of reading.context) {
      terminal.out(`Context      ${visibleText(context)}, ${pageCount(folder.pages, context)}\n`);
    }
    return exitCode(report);
  },
};

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
