import { basename, dirname } from "node:path";
import { groupBy } from "../../base/group-by.ts";
import type { Finding, Judgement } from "../../rules/assertion.ts";
import { failedIn } from "../counts.ts";
import { reportFormat } from "../json.ts";
import { byText, sources } from "../order.ts";
import type { Report } from "../report.ts";
import { oneForm, writeForms } from "../write-forms.ts";
import { type Baseline, isOneFlaw, keyOf, knownFinding, nameOfPlace } from "./baseline.ts";
import type { KnownFinding } from "./outcome.ts";
import { isAboutWaiver, namesOf } from "./read-baseline.ts";

/**
 * The baseline after a run: what was found, and what the one before has that nobody could judge now. What was known stays
 * as it was written, whatever its message says today, so that a diff shows what came and what went.
 */
export function nextBaseline(report: Report, before: Baseline): Baseline {
  const judgementOf = new Map<Finding, Judgement>();
  for (const judgement of report.judgements)
    for (const failed of failedIn(judgement, "fail")) judgementOf.set(failed, judgement);
  const old = groupBy(before.findings, keyOf);
  const flaws = new Set<string>();
  const found = report.findings.flatMap((finding): KnownFinding[] => {
    if (isAboutWaiver(finding)) return [];
    const now = knownFinding(finding, judgementOf.get(finding));
    const key = keyOf(now);
    if (isOneFlaw(now.source)) {
      if (flaws.has(key)) return [];
      flaws.add(key);
    }
    const same = old.get(key)?.shift();
    return [same && same.severity === now.severity ? same : now];
  });
  const { notJudged = [] } = report.baseline ?? {};
  const kept = notJudged.flatMap(({ why, gone, ...entry }) => (gone ? [] : entry));
  const findings = [...found, ...kept].sort(byName);
  const places = new Set(findings.map(nameOfPlace));
  // A page that the same paths hold no more has gone.
  const versions = new Set<string>(report.judgements.map(({ version }) => version));
  const isGone = (name: string) =>
    !before.sources.some(isOneFlaw) &&
    report.provenance.inputs.join("\n") === before.inputs.join("\n") &&
    versions.has(name.slice(0, name.indexOf("/"))) &&
    !places.has(name);
  const judged = namesOf(report.judgements);
  return {
    version: report.tool.version,
    sources: sources.filter((one) =>
      [...before.sources, ...report.summary.sources.map(({ source }) => source)].includes(one),
    ),
    inputs: before.inputs.length > 0 ? before.inputs : report.provenance.inputs,
    ...(report.basis ? { basis: report.basis } : {}),
    judged: [...new Set([...before.judged.filter((name) => !isGone(name)), ...judged])].sort(byText),
    findings,
  };
}

function byName(left: KnownFinding, right: KnownFinding): number {
  return byText(orderOf(left), orderOf(right));
}

function orderOf(finding: KnownFinding): string {
  const { source, rule, example = "", pointer = "", fingerprint, message = "" } = finding;
  return [source, nameOfPlace(finding), example, rule, pointer, fingerprint, message].join("\n");
}

/** The text of a baseline, a line for each finding and each name, members in an order of their own. */
export function baselineText({ version, sources, inputs, basis, judged, findings }: Baseline): string {
  const list = (items: readonly unknown[]) =>
    items.length === 0 ? "[]" : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
  const members: readonly (readonly [string, string])[] = [
    ["format", String(reportFormat)],
    ["form", '"baseline"'],
    ["tool", JSON.stringify({ name: "graph-conformance", version })],
    ["sources", JSON.stringify(sources)],
    ["inputs", JSON.stringify(inputs)],
    ...(basis
      ? [["basis", JSON.stringify({ rules: basis.rules, permissions: basis.permissions })] as const]
      : []),
    ["findings", list(findings.map(entryOf))],
    ["judged", list(judged)],
  ];
  return `{\n${members.map(([name, text]) => `  "${name}": ${text}`).join(",\n")}\n}\n`;
}

// Members are written out one by one: their order must not depend on who built the value.
function entryOf(entry: KnownFinding) {
  const { rule, severity, source, version, page, subject, example, pointer, message, fingerprint } = entry;
  const about = { kind: subject.kind, id: subject.id };
  return { rule, severity, source, version, page, subject: about, example, pointer, message, fingerprint };
}

/** Writes a baseline; a file has its name when it is whole. @throws UsageError when it cannot be written */
export async function writeBaseline(file: string, baseline: Baseline): Promise<void> {
  await writeForms([oneForm(basename(file), () => baselineText(baseline))], dirname(file));
}
