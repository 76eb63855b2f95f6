import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { openBrowser } from "../../specs/browser/browser.ts";
import { UsageError } from "../../src/base/usage-error.ts";
import { writeReport } from "../../src/report/write-report.ts";
import { load, machine } from "../machine.ts";
import { median } from "../median.ts";
import { runCold } from "../process/run-cold.ts";
import type { Target } from "../target.ts";
import type { Outside, TimedRun } from "../timed-run.ts";
import { manyExchanges } from "./many-exchanges.ts";

const tool = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const corpus = "../shared/corpus/graph-v1.0-2021-07";

export const settings = { rounds: 5, exchanges: 10_000, bytes: 2_000_000, open: 1000, filter: 200 };

/** What is typed into the search: much, little, and nothing is found. */
const queries = ["severity:error", "rule:body/* !waived user", "no finding says this"];

export interface ReportResult {
  readonly name: string;
  /** Of the first document, of all of them, and how many they are. */
  readonly bytes: number;
  readonly allBytes: number;
  readonly documents: number;
  /** Milliseconds from the address to the end of loading, and from the last key to the findings shown. */
  readonly open: number;
  readonly filter: number;
}

export interface ReportResults extends TimedRun {
  readonly reports: readonly ReportResult[];
}

/**
 * Opens large reports in Chromium, from files as a person does, and searches in them.
 *
 * @throws UsageError where the pages of Graph, or a Chromium, are not there
 */
export async function measureReport({ date, progress }: Outside): Promise<ReportResults> {
  if (!existsSync(corpus)) throw new UsageError(`${corpus} is not there; nothing was measured`);
  const found = await openBrowser();
  if (!found.browser) throw new UsageError(found.reason);
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  const before = load();
  try {
    progress("verify of three copies of all pages of v1.0");
    const copies = ["v1.0/a", "beta/b", "v1.0/c"].map((name) => join(directory, "pages", name));
    for (const copy of copies) cpSync(corpus, copy, { recursive: true });
    const pages = join(directory, "of pages");
    await runCold([tool, "verify", ...copies, "--format", "html", "--output", pages], [0, 1], pages);
    progress(`a report of ${settings.exchanges} exchanges`);
    const exchanges = join(directory, "of exchanges");
    await writeReport(manyExchanges(settings.exchanges), ["html"], exchanges);
    const reports = [
      await look(found.browser, "10,023 pages with their examples", pages),
      await look(found.browser, "10,000 exchanges", exchanges),
    ];
    const targets = reports.flatMap(targetsOf);
    return { date, machine: machine(), load: { before, after: load() }, method, reports, targets };
  } finally {
    await found.browser.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function look(browser: Browser, name: string, folder: string): Promise<ReportResult> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
  const opened: number[] = [];
  const filtered: number[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    opened.push(performance.now() - start);
    await page.getByRole("link", { name: /^Search all/ }).click();
    await page.getByRole("searchbox").waitFor();
    for (const query of queries) {
      const took: number = await page.evaluate(
        `new Promise((done) => {
          const query = document.getElementById("query");
          const start = performance.now();
          query.value = ${JSON.stringify(query)};
          query.dispatchEvent(new Event("input"));
          // Behind the second frame what was found is on the screen.
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
        })`,
      );
      filtered.push(took);
    }
    await page.close();
  }
  return {
    name,
    bytes: statSync(join(folder, "index.html")).size,
    allBytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    documents: files.filter((file) => file.endsWith(".html")).length,
    open: Math.round(median(opened)),
    filter: Math.round(Math.max(...filtered)),
  };
}

function targetsOf({ name, bytes, open, filter }: ReportResult): Target[] {
  const megabytes = (count: number) => `${(count / 1e6).toFixed(2)} MB`;
  return [
    {
      promise: `${name}: the first document under ${megabytes(settings.bytes)}`,
      measured: megabytes(bytes),
      met: bytes < settings.bytes,
    },
    { promise: `${name}: open under ${settings.open} ms`, measured: `${open} ms`, met: open < settings.open },
    {
      promise: `${name}: filtered under ${settings.filter} ms`,
      measured: `${filter} ms`,
      met: filter < settings.filter,
    },
  ];
}

const method = [
  "A report of three copies of all pages of Graph v1.0 of July 2021, as `verify` writes it, and one of generated exchanges",
  "with a tenant, a third of them with a finding. The first document is opened from its file; the median of the times to the",
  "end of loading. Filtered is from the last key to the second frame behind it, the longest of three queries in five rounds.",
];
