import { groupBy } from "../base/group-by.ts";
import { pageName } from "../docs/page-name.ts";
import type { Renaming } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import type { Fact } from "./fact.ts";
import { isAlias, movedPiece, withKeysElsewhere } from "./moved-path.ts";

/** How the paths of some pages begin, and how they should, with what shows it. */
interface Slip {
  readonly old: string;
  readonly next: string;
  readonly evidence: string;
}

/**
 * Paths that moved or went, with what shows that they were a slip, and with the path that remains where the same pages
 * document the same operations under another one. What the examples show of one path holds for all that begin like it:
 * a page that writes `/workbook` for `/me/drive/items/{}/workbook` is not alone.
 */
export function withPathsInstead(
  all: readonly (Difference & Renaming)[],
  after: Fact,
): readonly (Difference & Renaming)[] {
  const slips = slipsOf(all);
  const placed = after.parts.flatMap((path) => operationsOf(path).map(({ page }) => ({ page, path })));
  const pages = groupBy(placed, ({ page }) => page);
  return all.map((difference) => {
    const { before, after: next, evidence } = difference;
    if (before?.kind !== "path" || evidence !== undefined) return difference;
    const candidates = next ? [next] : onSamePage(before, pages);
    for (const slip of slips.filter(({ old }) => begins(before, old))) {
      const meant = nearest(
        before,
        candidates.filter((path) => begins(path, slip.next)),
      );
      if (!meant) continue;
      return { ...difference, evidence: slip.evidence, ...(next ? {} : { instead: meant }) };
    }
    const instead = next
      ? undefined
      : nearest(
          before,
          candidates.filter((path) => documentsAll(path, before) && isAlias(before.name, path.name)),
        );
    if (!instead) return difference;
    const shown = withKeysElsewhere(before.name, instead.name);
    return { ...difference, instead, ...(shown === undefined ? {} : { evidence: shown }) };
  });
}

function slipsOf(all: readonly (Difference & Renaming)[]): Slip[] {
  const slips = new Map<string, Slip>();
  for (const { before, after, evidence } of all) {
    if (before?.kind !== "path" || !after || evidence === undefined) continue;
    const { from, to, behind } = movedPiece(before.name, after.name);
    const slip = { old: joined(from, behind), next: joined(to, behind), evidence };
    slips.set([slip.old, slip.next].join("\n"), slip);
  }
  return [...slips.values()];
}

function joined(...pieces: readonly string[]): string {
  return `/${pieces
    .flatMap((piece) => piece.split("/"))
    .filter((segment) => segment !== "")
    .join("/")}`;
}

function begins({ name }: Fact, start: string): boolean {
  return name === start || name.startsWith(`${start}/`);
}

/** The path that shares most with another one at its end; of two the shorter one. */
function nearest(old: Fact, candidates: readonly Fact[]): Fact | undefined {
  const lost = ({ name }: Fact) => movedPiece(old.name, name).from.length;
  const [best] = candidates.toSorted(
    (one, other) => lost(one) - lost(other) || one.name.length - other.name.length,
  );
  return best;
}

function onSamePage(old: Fact, pages: ReadonlyMap<string, readonly { readonly path: Fact }[]>): Fact[] {
  const placed = operationsOf(old).flatMap(({ page }) => pages.get(page) ?? []);
  return [...new Set(placed.map(({ path }) => path))];
}

/** Whether a path has every method of another one, on the same page. */
function documentsAll(path: Fact, old: Fact): boolean {
  const own = operationsOf(path);
  return operationsOf(old).every(({ method, page }) =>
    own.some((operation) => operation.method === method && operation.page === page),
  );
}

function operationsOf(path: Fact): { readonly method: string; readonly page: string }[] {
  return path.parts.flatMap(({ kind, name, location }) =>
    kind === "operation" && location ? { method: name, page: pageName(location.file) } : [],
  );
}
