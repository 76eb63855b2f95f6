import { createHash } from "node:crypto";
import { groupBy } from "../base/group-by.ts";
import type { Contract } from "../contract/contract.ts";
import { alongWith } from "./along-with.ts";
import type { Witness } from "./beside/told.ts";
import { graver, type WeighedBeside, weighedBeside } from "./beside/weighed-beside.ts";
import { changeCatalogue } from "./catalogue.ts";
import { byCause, type Judged, keyOf, type OfOneCause } from "./cause.ts";
import type { Action, Change, ChangedPlace, ChangedSubject } from "./change.ts";
import type { Between, ChangeRule, Renaming } from "./change-rule.ts";
import { type Difference, differences } from "./difference.ts";
import { isKnownChange } from "./known-change.ts";
import { mended, withParametersMended, withTypesRenamed } from "./mended.ts";
import { commonGround } from "./outline/common-ground.ts";
import { withPathsInstead } from "./path-instead.ts";
import type { Policy } from "./policy/policy.ts";
import { reachOf } from "./reach.ts";
import { withRenamings } from "./renamings.ts";
import { factOf, spellingOf } from "./words.ts";

/**
 * What changed from one contract to the next, by rule and place. The same two contracts give the same changes in the
 * same order; a contract has none to itself. A witness, the metadata of both times, shows what only the pages changed.
 */
export function diffContracts(
  before: Contract,
  after: Contract,
  policy?: Policy,
  witness?: Witness,
): Change[] {
  const between = { before, after, ...(witness ? { witness } : {}) };
  const [old, next] = commonGround(between);
  const named = withRenamings(
    differences(old, next).filter((one) => isKnownChange(one, between)),
    between,
  );
  const known = withTypesRenamed(withPathsInstead(named, next)).map((difference) =>
    mended(difference, between),
  );
  const judged = withParametersMended(known).map(
    (difference): Judged => ({
      rule: ruleFor(difference, between),
      difference,
      place: placeOf(difference),
    }),
  );
  return byCause(judged, between)
    .map((group) => changeOf(group, between, policy))
    .sort(compareChanges);
}

function ruleFor(difference: Difference & Renaming, between: Between): ChangeRule {
  const { kind } = factOf(difference);
  const action = actionOf(difference);
  const found = changeCatalogue.find(
    (rule) =>
      rule.action === action && rule.kinds.includes(kind) && (rule.fits?.(difference, between) ?? true),
  );
  if (!found) throw new Error(`no change rule for a ${kind} that is ${action}`);
  return found;
}

function actionOf({ before, after, renamed }: Difference & Renaming): Action {
  if (renamed) return "renamed";
  return before ? (after ? "changed" : "removed") : "added";
}

function changeOf(group: OfOneCause, between: Between, policy: Policy | undefined): Change {
  const [{ rule, difference, place }, ...others] = group;
  const { weighs, decided, breaks, evidence, beside } = weighedTogether(group, policy);
  const message = `${rule.says(difference, between)}${alongWith(group)}`;
  return {
    rule: rule.id,
    action: rule.action,
    direction: rule.direction,
    version: between.after.version,
    places: [place, ...others.map((other) => other.place)],
    message: evidence === undefined || message.includes(evidence) ? message : `${message}; ${evidence}`,
    weighs,
    ...(decided.length === 0 ? {} : { decided }),
    breaks,
    guess: difference.renamed === "guess",
    ...(evidence === undefined ? {} : { evidence }),
    ...(beside === undefined ? {} : { beside }),
    reaches: reachOf(
      between,
      group.map(({ place: { subject } }) => subject),
    ),
    fingerprint: fingerprint(rule.id, between.after.version, group),
  };
}

/** What came of one cause weighs what the gravest of it does, for each kind of client. */
function weighedTogether(group: OfOneCause, policy: Policy | undefined): WeighedBeside {
  const all = [...groupBy(group, ({ rule }) => rule).entries()].map(([rule, some]) =>
    weighedBeside(
      rule,
      some.map(({ difference }) => difference),
      policy,
    ),
  );
  return all.reduce(graver);
}

function placeOf(difference: Difference): ChangedPlace {
  const { within, before, after } = difference;
  const facts = [...within, factOf(difference)];
  return {
    subject: subjectOf(facts),
    pointer: facts.map(({ kind, name }) => ({ kind, name })),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

function subjectOf(facts: readonly Difference["within"][number][]): ChangedSubject {
  const [outer, inner] = facts;
  if (!outer) throw new Error("a difference stands nowhere");
  if (outer.kind === "type" || outer.kind === "enum") return { kind: outer.kind, id: outer.name };
  if (outer.kind === "action" || outer.kind === "function") return { kind: "operation", id: outer.name };
  if (outer.kind === "root") return { kind: "path", id: `/${outer.name}` };
  const path = spellingOf(outer);
  return inner?.kind === "operation"
    ? { kind: "operation", id: `${inner.name} ${path}` }
    : { kind: "path", id: path };
}

function fingerprint(rule: string, version: string, group: OfOneCause): string {
  const [{ place }, ...others] = group;
  const names = new Set([place, ...others.map((one) => one.place)].map(lastOf));
  // Who accepted two members has not accepted a third, nor who accepted one type another.
  const more = names.size < 2 ? [] : [...names].sort();
  const becomes = place.before && place.after?.value !== undefined ? [String(place.after.value)] : [];
  return createHash("sha256")
    .update([rule, version, keyOf(place), ...more, ...becomes].join("\n"))
    .digest("hex")
    .slice(0, 12);
}

function lastOf({ pointer }: ChangedPlace): string {
  return keyOf({ pointer: pointer.slice(-1) });
}

function compareChanges(one: Change, other: Change): number {
  return (
    compare(one.rule, other.rule) ||
    compare(keyOf(one.places[0]), keyOf(other.places[0])) ||
    compare(one.fingerprint, other.fingerprint)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
