import { UsageError } from "../base/usage-error.ts";
import { folderOf } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { liesIn, readInContext } from "../docs/read-in-context.ts";
import { documentationOf, judgeDocumentedPage } from "../exchange/judge-documentation.ts";
import { type FormatName, formatNames } from "../report/formats.ts";
import { grouped } from "../report/phrases.ts";
import { readWaivers } from "../report/read-waivers.ts";
import { exitCode } from "../report/verdict.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Severity } from "../rules/assertion.ts";
import type { Command } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { showReport } from "./show-report.ts";

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
    {
      name: "format",
      value: "LIST",
      choices: formatNames,
      text: `what to write, of ${formatNames.join(",")} (default html,json)`,
    },
    { name: "output", value: "DIR", text: "where to write it (default reports/verify)" },
    { name: "waivers", value: "FILE", text: "findings that are accepted, with reason, owner and expiry" },
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: ["error", "warning", "info"],
      text: "the mildest finding that makes the exit code 1 (default error)",
    },
    { name: "detail", text: "name every passed rule in report.json, and show the messages" },
  ],
  notes: [
    "A folder is read with everything below it; a single page may be named too. A part of an",
    "api-reference is judged by all the types and pages of it, and only its own findings are shown. The",
    "version of a page is said by its path (api-reference/beta/...), its file name (x.beta.txt) or the",
    "URLs of its examples.",
  ],
  async run(paths, values, terminal) {
    if (paths.length === 0)
      throw new UsageError(
        "verify needs a folder of documentation pages; see graph-conformance verify --help",
      );
    const version = values.version as GraphVersion | undefined;
    const waiverFile = values.waivers;
    const waivers = waiverFile === undefined ? undefined : readWaivers(waiverFile);
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
    const documentation = documentationOf(folder);
    const judgements = function* () {
      for (const [index, page] of pages.entries()) {
        if (index % 50 === 0) terminal.progress(`judging page ${index + 1} of ${pages.length}`);
        yield* judgeDocumentedPage(page, documentation);
      }
    };
    const detail = values.detail !== undefined;
    const failOn = (values["fail-on"] ?? "error") as Severity;
    const output = values.output ?? "reports/verify";
    const formats = (values.format?.split(",") ?? ["html", "json"]) as FormatName[];
    const now = terminal.now;
    const report = conformanceReport({
      judgements: judgements(),
      messages: detail || formats.includes("html"),
      ...(waivers ? { waivers } : {}),
      unjudged: reading.complete ? unjudged : "unknown",
      failOn,
      inputs: paths,
      now,
    });
    terminal.progress("");
    await showReport(report, { formats, output, detail }, terminal);
    for (const context of reading.context) {
      terminal.out(`Context      ${visibleText(context)}, ${pageCount(folder.pages, context)}\n`);
    }
    return exitCode(report);
  },
};

function partition(pages: readonly Page[], belongs: (page: Page) => boolean): [Page[], Page[]] {
  return [pages.filter(belongs), pages.filter((page) => !belongs(page))];
}

function pageCount(pages: readonly Page[], context: string): string {
  const inside = pages.filter(({ file }) => liesIn(context, file)).length;
  return `${grouped(inside)} page${inside === 1 ? "" : "s"}`;
}
