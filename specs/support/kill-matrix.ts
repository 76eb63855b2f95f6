import type { Expectation, Fault } from "../../src/mock/faults/fault.ts";
import type { Severity } from "../../src/rules/assertion.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { severityOf } from "../../src/rules/rule.ts";

/** The sources that answer for themselves, and can be made to break what they promise. */
export const matrixSources = ["mock", "tenant"] as const;
export type MatrixSource = (typeof matrixSources)[number];

/** What the suite says of the service with one fault, or with none. */
export interface MatrixRow {
  readonly source: MatrixSource;
  readonly fault?: Pick<Fault, "name" | "expect" | "onTenant">;
  /** By rule. */
  readonly findings: ReadonlyMap<string, Found>;
  /** How many times something was not verified, by reason. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly exchanges: number;
  /** The first finding of each rule. */
  readonly messages: readonly string[];
}

/** How many findings a rule has, and what the gravest of them weighs. */
export interface Found {
  readonly count: number;
  readonly severity: Severity;
}

/** The rules that are judged on a source, by what they weigh there. */
export function rulesOn(source: MatrixSource): readonly string[] {
  return catalogue.filter((rule) => severityOf(rule, source) !== undefined).map(({ id }) => id);
}

/** The rules judged on a source that none of the faults breaks there. */
export function rulesWithoutFault(
  faults: readonly Pick<Fault, "expect" | "onTenant">[],
  source: MatrixSource,
): string[] {
  const broken = new Set(
    faults.map((fault) => {
      const expect = expectedOn(source, fault);
      return expect && "rule" in expect ? expect.rule : "";
    }),
  );
  return rulesOn(source).filter((rule) => !broken.has(rule));
}

/** What a fault expects on a source; undefined where its rule is not judged there. */
export function expectedOn(
  source: MatrixSource,
  { expect, onTenant }: Pick<Fault, "expect" | "onTenant">,
): Expectation | undefined {
  const expected = source === "tenant" && onTenant ? onTenant : expect;
  const isJudged = !("rule" in expected) || rulesOn(source).includes(expected.rule);
  return isJudged ? expected : undefined;
}

/** How often the suite says of a row what its fault expects. */
export function toldOf({ source, fault, findings, reasons }: MatrixRow): number {
  const expect = fault && expectedOn(source, fault);
  if (!expect) return 0;
  return "rule" in expect ? (findings.get(expect.rule)?.count ?? 0) : (reasons.get(expect.reason) ?? 0);
}

/** Why a row is a hole in the matrix; undefined when the suite says of it what the fault expects, and nothing else. */
export function holeIn(row: MatrixRow): string | undefined {
  const expect = row.fault && expectedOn(row.source, row.fault);
  const wanted = expect && "rule" in expect ? [expect.rule, ...(expect.also ?? [])] : [];
  const other = [...row.findings.keys()].filter((rule) => !wanted.includes(rule)).sort();
  const flaws = [
    ...wanted.filter((rule) => !row.findings.has(rule)).map((rule) => `${rule} finds nothing`),
    ...(expect && "reason" in expect && toldOf(row) === 0
      ? [`nothing is left unverified for ${expect.reason}`]
      : []),
    ...(other.length > 0 ? [`${other.join(", ")} ${other.length === 1 ? "finds" : "find"} something`] : []),
  ];
  return flaws.length === 0 ? undefined : flaws.join("; ");
}
