import { makeReport, type ReportInput } from "../report/make-report.ts";
import type { Report } from "../report/report.ts";
import { waiverRules } from "../report/waiver-finding.ts";
import { catalogue } from "../rules/catalogue.ts";
import { rulePage, toolVersion } from "./package-files.ts";

type Judged = Pick<
  ReportInput,
  | "judgements"
  | "messages"
  | "systems"
  | "waivers"
  | "unjudged"
  | "inputs"
  | "failOn"
  | "coverage"
  | "read"
  | "partial"
  | "shard"
  | "basis"
  | "earlier"
  | "baseline"
  | "trend"
>;

/** The report over judgements, with what only the outside knows: the tool, the clock, the rule pages. */
export function conformanceReport(judged: Judged & { readonly now: Date }): Report {
  const { now, ...input } = judged;
  return makeReport({
    ...input,
    tool: { name: "graph-conformance", version: toolVersion() },
    rules: [...catalogue, ...waiverRules].map(({ id, promise }) => ({ id, promise, page: rulePage(id) })),
    today: now.toISOString().slice(0, 10),
    now: now.toISOString(),
    node: process.version,
    platform: process.platform,
  });
}
