import { partition } from "../base/partition.ts";
import { UsageError } from "../base/usage-error.ts";
import type { Folder } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import type { Reading } from "../docs/read-in-context.ts";
import { type Documentation, judgeDocumentedPage } from "../exchange/judge-documentation.ts";
import type { ReportInput } from "../report/make-report.ts";
import type { Judgement } from "../rules/assertion.ts";
import { type HeldSetting, heldAgainst } from "./baseline-option.ts";
import type { Terminal } from "./command.ts";
import { clearHeap } from "./short-run.ts";

/** What pages are judged by. */
interface Circumstances {
  readonly paths: readonly string[];
  readonly version: GraphVersion | undefined;
  readonly documentation: Documentation;
  readonly held: HeldSetting;
  readonly terminal: Pick<Terminal, "progress">;
  /** Where it is known already what is to be said of a page. */
  readonly judge?: (page: Page) => Iterable<Judgement>;
}

type Judged = Pick<ReportInput, "judgements" | "baseline" | "trend" | "unjudged" | "read">;

/** What a report is made of: the judgements, one after the other, and the pages that they are of. */
export function judgedPages(
  reading: Pick<Reading, "asked" | "complete">,
  { paths, version, documentation, held: setting, terminal, judge }: Circumstances,
): Judged {
  const { folder } = documentation;
  const asked = new Set(reading.asked);
  const [pages, unjudged] = partition(
    folder.pages,
    (page) => asked.has(page) && (version === undefined || page.version === version),
  );
  if (pages.length === 0) throw new UsageError(`no page of ${version} in ${paths.join(", ")}`);
  const held = heldAgainst(setting, {
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
      yield* judge ? judge(page) : judgeDocumentedPage(page, documentation);
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

/** The pages, what they include, and the includes that are asked for themselves. */
function withIncludes(pages: readonly Page[], folder: Folder, asked: readonly Page[]): readonly Page[] {
  const own = asked.filter(({ kind }) => kind === "include");
  return [...new Set([...pages, ...pages.flatMap((page) => folder.included(page)), ...own])];
}
