import { createHash } from "node:crypto";
import { groupBy } from "../base/group-by.ts";
import type { Contract } from "../contract/contract.ts";
import type { Witness } from "./beside/told.ts";
import { weighedBeside } from "./beside/weighed-beside.ts";
import { changeCatalogue } from "./catalogue.ts";
import type { Action, Change, ChangedPlace, ChangedSubject } from "./change.ts";
import type { Between, ChangeRule, Renaming } from "./change-rule.ts";
import { type Difference, differences } from "./difference.ts";
import { mended, withParametersMended } from "./mended.ts";
import { movedPiece } from "./moved-path.ts";
import { commonGround } from "./outline/common-ground.ts";
import { withPathsInstead } from "./path-instead.ts";
import type { Policy } from "./policy/policy.ts";
import { reachOf } from "./reach.ts";
import { withRenamings } from "./renamings.ts";
import { factOf, spellingOf } from "./words.ts";

interface Judged {
  readonly rule: ChangeRule;
  readonly difference: Difference & Renaming;
  readonly place: ChangedPlace;
}

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
  const known = withPathsInstead(withRenamings(differences(old, next), between), next).map((difference) =>
    mended(difference, between),
  );
  const judged = withParametersMended(known).map(
    (difference): Judged => ({
      rule: ruleFor(difference, between),
      difference,
      place: placeOf(difference),
    }),
  );
  return [...groupBy(judged, causeOf).values()]
    .flatMap((group) => changeOf(group, between, policy))
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

function changeOf(group: readonly Judged[], between: Between, policy: Policy | undefined): Change[] {
  const [first, ...others] = group.toSorted((one, other) => compare(keyOf(one.place), keyOf(other.place)));
  if (!first) return [];
  const { rule, difference, place } = first;
  const { weighs, decided, breaks, evidence, beside } = weighedBeside(
    rule,
    group.map((one) => one.difference),
    policy,
  );
  const message = rule.says(difference, between);
  return [
    {
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
      fingerprint: fingerprint(rule.id, between.after.version, place),
    },
  ];
}

/**
 * What stands at the same places of the pages is one thing, however many inherit or share it; paths that lost or got
 * the same piece moved together.
 */
function causeOf({ rule, difference }: Judged): string {
  const { before, after, instead } = difference;
  const next = after ?? instead;
  if (before?.kind === "path" && next) {
    const { from, to } = movedPiece(before.name, next.name);
    return [rule.id, from, to].join("\n");
  }
  const where = [before, after].map((fact) => (fact?.location ? placeText(fact.location) : ""));
  const isPlaced = where.some((place) => place !== "");
  return [rule.id, ...where, before?.name, after?.name, isPlaced ? "" : keyOf(placeOf(difference))].join(
    "\n",
  );
}

function placeText({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`;
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

function keyOf({ pointer }: ChangedPlace): string {
  return pointer.map(({ kind, name }) => `${kind} ${name}`).join("/");
}

function fingerprint(rule: string, version: string, place: ChangedPlace): string {
  return createHash("sha256")
    .update([rule, version, keyOf(place)].join("\n"))
    .digest("hex")
    .slice(0, 12);
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
