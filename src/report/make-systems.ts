import { pageName } from "../docs/page-name.ts";
import type { Judgement, Severity } from "../rules/assertion.ts";
import { countAssertions } from "./count-assertions.ts";
import { countFindings } from "./count-findings.ts";
import { countReasons } from "./count-reasons.ts";
import type { System, SystemCell, SystemRow } from "./report.ts";
import { verdictOf } from "./verdict.ts";

/** The order of the columns. */
export const sources: readonly SystemCell["source"][] = ["documented", "mock", "tenant", "recorded"];

/**
 * One row for each system asked for, in that order, then one for each remaining page, by file. A page may
 * stand in several systems. A system without any judgement keeps its row, with no cell.
 */
export function makeSystems(
  judgements: readonly Judgement[],
  systems: readonly System[],
  failOn: Severity,
): readonly SystemRow[] {
  const indexesOf = new Map<string, number[]>();
  const indexesIn = new Map<string, number[]>();
  judgements.forEach((judgement, index) => {
    push(indexesOf, `${judgement.version}/${pageName(judgement.file)}`, index);
    push(indexesIn, `${judgement.version}/${judgement.file}`, index);
  });

  const row = (name: string, indexes: readonly number[]): SystemRow => ({
    name,
    sources: cells(
      indexes.flatMap((index) => judgements[index] ?? []),
      failOn,
    ),
    judgements: indexes,
  });

  const asked = systems.map((system) => {
    const indexes = new Set(system.pages.flatMap((page) => indexesOf.get(page) ?? []));
    return row(
      system.name,
      [...indexes].sort((left, right) => left - right),
    );
  });
  const taken = new Set(asked.flatMap((system) => system.judgements));
  const remaining = [...indexesIn.values()].filter((indexes) => !indexes.some((index) => taken.has(index)));
  const names = pageRowNames(remaining.map((indexes) => indexes.flatMap((index) => judgements[index] ?? [])));
  return [...asked, ...remaining.map((indexes, position) => row(names[position] ?? "", indexes))];
}

/** Title and version; where two pages share them, the file's name tells them apart, or the whole path. */
function pageRowNames(pages: readonly (readonly Judgement[])[]): readonly string[] {
  const candidates = pages.map((judgements) => {
    const page = judgements.find((judgement) => judgement.kind === "page") ?? judgements[0];
    const file = page?.file ?? "";
    const title = page?.kind === "page" && page.title !== "" ? page.title : pageName(file);
    const name = `${title} (${page?.version ?? ""})`;
    return [name, `${name}, ${pageName(file)}`, `${name}, ${file}`];
  });
  const uses = new Map<string, number>();
  for (const name of candidates.flat()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return candidates.map((names) => names.find((name) => uses.get(name) === 1) ?? names.at(-1) ?? "");
}

function cells(judgements: readonly Judgement[], failOn: Severity): readonly SystemCell[] {
  return sources.flatMap((source) => {
    const own = judgements.filter((judgement) => judgement.source === source);
    if (own.length === 0) return [];
    const assertions = countAssertions(own);
    const findings = countFindings(own);
    return {
      source,
      verdict: verdictOf(assertions, findings, failOn),
      assertions,
      findings,
      reasons: countReasons(own),
    };
  });
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}
