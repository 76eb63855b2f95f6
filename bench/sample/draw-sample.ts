import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { readMetadataOption } from "../../src/cli/metadata-option.ts";
import { folderOf } from "../../src/docs/folder.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { documentationOf, judgeDocumentedPage } from "../../src/exchange/judge-documentation.ts";
import type { Failed, Severity } from "../../src/rules/assertion.ts";
import { shuffled } from "../documentation/shuffled.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/graph-v1.0-2021-07", import.meta.url));
const around = 4;

export interface SampleOptions {
  readonly severity: Severity;
  readonly count: number;
  readonly seed: number;
  readonly folder?: string;
  /** CSDL, the second witness. */
  readonly metadata?: string;
}

/** Findings drawn at random with the lines around them and what the contract cites, to be judged by hand. */
export async function drawSample({
  severity,
  count,
  seed,
  folder = corpus,
  metadata,
}: SampleOptions): Promise<string> {
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  const pages = await readFolders([folder]);
  const witness = metadata === undefined ? {} : await readMetadataOption([metadata], { pages });
  const documentation = documentationOf(folderOf(pages), witness);
  const findings = pages.flatMap((page) =>
    judgeDocumentedPage(page, documentation)
      .flatMap(({ assertions }) => assertions)
      .flatMap((each) => (each.status === "fail" && each.severity === severity ? [each] : [])),
  );
  const drawn = shuffled(findings, seed).slice(0, count);
  const rules = new Map<string, number>();
  for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const table = [...rules].sort((a, b) => b[1] - a[1]).map(([rule, times]) => `${rule.padEnd(32)} ${times}`);
  const shown = drawn.map((finding, index) => show(finding, index + 1));
  return [
    `${findings.length} findings that are ${severity}, ${drawn.length} drawn, seed ${seed}`,
    ...table,
    "",
    ...shown,
  ].join("\n");
}

function show({ rule, span, pointer, message, promise, advice }: Failed, index: number): string {
  const head = `## ${index}. ${rule} ${basename(span.file)}:${span.start.line} ${pointer ?? ""}`;
  const promised = promise
    ? [`   promise ${basename(promise.span.file)}:${promise.span.start.line}: ${promise.text}`]
    : [];
  return [head, `   ${message}${advice ? ` (${advice})` : ""}`, ...promised, ...linesAround(span), ""].join(
    "\n",
  );
}

function linesAround({ file, start }: Failed["span"]): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split(/\r\n?|\n/);
  const from = Math.max(1, start.line - around);
  return lines.slice(from - 1, start.line + around).map((line, index) => {
    const number = from + index;
    return `${number === start.line ? ">" : " "} ${String(number).padStart(4)} ${line.slice(0, 160)}`;
  });
}
