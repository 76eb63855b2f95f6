import { groupBy } from "../base/group-by.ts";
import { shortName } from "../contract/names/short-name.ts";
import type { Between, Renaming } from "./change-rule.ts";
import { type Difference, differences } from "./difference.ts";
import { misspelt, otherStatusShown, strayTo } from "./evidence.ts";
import { type Fact, type FactKind, nearName, partOf } from "./fact.ts";
import { movedPath } from "./moved-path.ts";
import { permissionRespelt } from "./permission-respelt.ts";
import { withSameRow } from "./same-row.ts";
import { factOf } from "./words.ts";

/** Which of several facts is another one under another name. */
type Likeness = (
  candidates: readonly Fact[],
  between: Between,
  within: readonly Fact[],
) => (old: Fact) => Fact | undefined;

const sameLetters: Likeness = (candidates) => {
  const named = groupBy(candidates, ({ name }) => name.toLowerCase());
  return ({ name }) => named.get(name.toLowerCase())?.[0];
};
const aliased: Likeness = (candidates) => (old) =>
  sameShortName(old, candidates) ??
  nearName(
    old,
    candidates.filter((next) => isAlike(old, next)),
  );
const typed: Likeness = (candidates, between, within) => (old) => {
  const alike = candidates.filter((next) => isSameType(old, next));
  return nearName(old, alike) ?? shorterName(old, alike) ?? withSameRow(old, alike, between, within);
};

const likeness: Readonly<Partial<Record<FactKind, Likeness>>> = {
  path: movedPath,
  root: sameLetters,
  action: sameLetters,
  function: sameLetters,
  type: aliased,
  enum: aliased,
  property: typed,
  parameter: typed,
  member: (candidates) => (old) => nearName(old, candidates),
  permission: (candidates, between) => (old) => permissionRespelt(old, candidates, between),
  status: (candidates) => {
    const [next, ...others] = candidates.filter(({ name }) => isSuccess(name));
    return ({ name }) => (isSuccess(name) && others.length === 0 ? next : undefined);
  },
};

/**
 * Makes one difference of two where what went and what came, at one place, is the same under another name: in other
 * letters, or a guess by likeness.
 */
export function withRenamings(all: readonly Difference[], between: Between): (Difference & Renaming)[] {
  const places = groupBy(all, (difference) => {
    const { kind } = factOf(difference);
    return likeness[kind] ? [...difference.within.map(({ name }) => name), kind].join("\n") : undefined;
  });
  const paired = new Map<Difference, Difference | undefined>();
  for (const [place, at] of places) {
    if (place === undefined) continue;
    const [{ kind }] = at.map(factOf) as [Fact];
    // What is the same but for its letters is not to be taken for something else that is near.
    for (const like of [sameLetters, likeness[kind] ?? sameLetters]) {
      const left = at.filter((difference) => !paired.has(difference));
      for (const [gone, come] of mutualPairs(left, like, between)) {
        paired.set(gone, come);
        paired.set(come, undefined);
      }
    }
  }
  return all.flatMap((difference) => {
    if (!paired.has(difference)) return [difference];
    const other = paired.get(difference);
    return other ? renaming(difference, other, between) : [];
  });
}

/** What went with what came where each is what the other is most like: the same pairs whichever contract is first. */
function mutualPairs(
  at: readonly Difference[],
  like: Likeness,
  between: Between,
): (readonly [Difference, Difference])[] {
  const gone = at.flatMap((difference) => (difference.before && !difference.after ? difference : []));
  const come = at.flatMap((difference) => (difference.after && !difference.before ? difference : []));
  if (gone.length === 0 || come.length === 0) return [];
  const within = at[0]?.within ?? [];
  const afterOf = like(come.map(factOf), between, within);
  const beforeOf = like(gone.map(factOf), between, within);
  return gone.flatMap((difference) => {
    const fact = factOf(difference);
    const found = afterOf(fact);
    const other = found && come.find(({ after }) => after === found);
    return other && beforeOf(found) === fact ? [[difference, other] as const] : [];
  });
}

function renaming({ before, within, withinBefore }: Difference, { after }: Difference, between: Between) {
  if (!before || !after) return [];
  const renamed =
    before.name.toLowerCase() === after.name.toLowerCase() ? ("letters" as const) : ("guess" as const);
  const evidence = evidenceOf(before, after, within, between);
  return [
    { within, withinBefore, before, after, renamed, ...(evidence === undefined ? {} : { evidence }) },
    // How a path is written is what its renaming says.
    ...differences(before, after, [...within, after], [...withinBefore, before]).filter(
      (difference) => factOf(difference).kind !== "spelling",
    ),
  ];
}

function evidenceOf(
  before: Fact,
  after: Fact,
  within: readonly Fact[],
  between: Between,
): string | undefined {
  const [outer] = within;
  if (before.kind === "property" && outer) return misspelt(between, outer.name, before.name, after.name);
  if (before.kind === "path") return strayTo(between, before, after);
  if (before.kind === "status") return otherStatusShown(between, within, before.name, after.name);
  return undefined;
}

function sameShortName(old: Fact, candidates: readonly Fact[]): Fact | undefined {
  const name = shortName(old.name).toLowerCase();
  const [found, ...others] = candidates.filter((next) => shortName(next.name).toLowerCase() === name);
  return others.length === 0 && found && isAlike(old, found) ? found : undefined;
}

/** `accessPackageCatalog` and `catalog`: one of the two says the beginning of their type's name, too. */
function shorterName(old: Fact, candidates: readonly Fact[]): Fact | undefined {
  const type = shortName(String(partOf(old, "value-type")?.value ?? ""));
  const isOf = (long: string, short: string) => {
    const start = long.slice(0, -short.length);
    const end = `${short.charAt(0).toUpperCase()}${short.slice(1)}`;
    return start !== "" && long.endsWith(end) && type.startsWith(start);
  };
  const [found, ...others] = candidates.filter(
    (next) => isOf(old.name, next.name) || isOf(next.name, old.name),
  );
  return others.length === 0 ? found : undefined;
}

/** At least two thirds of what the two have is in both. */
function isAlike(old: Fact, next: Fact): boolean {
  const namesOf = ({ parts }: Fact) =>
    new Set(parts.filter(({ kind }) => kind === "property" || kind === "member").map(({ name }) => name));
  const before = namesOf(old);
  const after = namesOf(next);
  const shared = [...before].filter((name) => after.has(name)).length;
  return shared * 3 >= Math.max(before.size, after.size) * 2;
}

function isSameType(old: Fact, next: Fact): boolean {
  const same = (kind: FactKind) => partOf(old, kind)?.value === partOf(next, kind)?.value;
  const both = (kind: FactKind) => Boolean(partOf(old, kind)) === Boolean(partOf(next, kind));
  return same("value-type") && both("collection") && both("relationship");
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}
