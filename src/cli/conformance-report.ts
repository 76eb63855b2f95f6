import { readFileSync } from "node:fs";
import { makeReport, type ReportInput } from "../report/make-report.ts";
import type { Report } from "../report/report.ts";
import { waiverRules } from "../report/waiver-finding.ts";
import { catalogue } from "../rules/catalogue.ts";
import { rulePage } from "./rule-pages.ts";

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

/** The version in the package's own `package.json`. */
export function toolVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const value: unknown = JSON.parse(text);
  const known = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return typeof known === "string" ? known : "0.0.0";
}
