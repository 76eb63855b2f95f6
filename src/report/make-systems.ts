import { pageName } from "../docs/page-name.ts";
import type { Judgement, Severity } from "../rules/assertion.ts";
import { sourceCells } from "./counts.ts";
import type { System, SystemRow } from "./report.ts";

/**
 * One row for each system asked for, in that order, then one for each remaining page, by file. A page may
 * stand in several systems. An answer also counts in the rows of the page that declares its resource. A system
 * without any judgement keeps its row, with no cell.
 */
export function makeSystems(
  judgements: readonly Judgement[],
  systems: readonly System[],
  failOn: Severity,
): readonly SystemRow[] {
  const ofPage = new Map<string, number[]>();
  const ofFile = new Map<string, number[]>();
  const ofResource = new Map<string, number[]>();
  judgements.forEach((judgement, index) => {
    push(ofPage, nameOf(judgement), index);
    push(ofFile, `${judgement.version}/${judgement.file}`, index);
    if (judgement.resource !== undefined) push(ofResource, judgement.resource, index);
  });

  const row = (name: string, own: ReadonlySet<number>, pages: readonly string[]): SystemRow => {
    const answers = new Set(pages.flatMap((page) => ofResource.get(page) ?? []));
    const shared = [...answers].filter((index) => !own.has(index));
    const indexes = [...own, ...shared].sort((left, right) => left - right);
    return {
      name,
      sources: sourceCells(
        indexes.flatMap((index) => judgements[index] ?? []),
        failOn,
      ),
      judgements: indexes,
      shared,
    };
  };

  const asked = systems.map(({ name, pages }) =>
    row(name, new Set(pages.flatMap((page) => ofPage.get(page) ?? [])), pages),
  );
  const taken = new Set(systems.flatMap(({ pages }) => pages));
  const remaining = [...ofFile.values()]
    .map((indexes) => ({ indexes, own: indexes.flatMap((index) => judgements[index] ?? []) }))
    .filter(({ own }) => !own.some((judgement) => taken.has(nameOf(judgement))));
  const names = pageRowNames(remaining.map(({ own }) => own));
  return [
    ...asked,
    ...remaining.map(({ indexes, own }, position) =>
      row(names[position] ?? "", new Set(indexes), own.slice(0, 1).map(nameOf)),
    ),
  ];
}

/** As a system names it: `v1.0/identitygovernance-run`. */
function nameOf({ version, file }: Judgement): string {
  return `${version}/${pageName(file)}`;
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

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}
