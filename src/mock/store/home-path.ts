import { groupBy } from "../../base/group-by.ts";
import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { operationAt } from "../../contract/path/match-operation.ts";
import { nodeBehind, type PathNode } from "../../contract/path/path-node.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { memberBehind } from "../../contract/promise/type-at.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Step } from "../route/resource-path.ts";
import type { View } from "./graph-fact.ts";
import { graphFacts } from "./said-nowhere.ts";

/** The user who is signed in, where the contract has both `me` and the `users`. */
export interface OwnUser {
  /** What is behind `users`, and behind `me`. */
  readonly users: PathNode;
  readonly me: PathNode;
  readonly key: string;
}

/** The user that the first example of `/me` shows: the key is what the same user has among all `users`. */
const ownUserOf = onceFor((contract: Contract): OwnUser | undefined => {
  const { names } = pathTree(contract);
  const [users, me] = [names.get("users"), names.get("me")];
  if (!users?.key || !me) return undefined;
  for (const { request, response } of contract.examples) {
    const body = response?.body?.json?.value;
    if (request.method !== "GET" || (response?.status ?? 200) >= 300 || !isObject(body)) continue;
    const { segments } = readRequestUrl(request.url);
    const isOwn = segments.length === 1 && segments[0]?.toLowerCase() === "me";
    if (isOwn && typeof body.id === "string" && body.id !== "" && !isPlaceholder(body.id))
      return { users, me, key: body.id };
  }
  return undefined;
});

/**
 * The steps to the one place where the store keeps what several paths lead to: what is behind `me` is kept with the
 * user, and what a view shows in the collection that it is a view of. The same steps where they are the place itself.
 */
export function homePath(contract: Contract, steps: readonly Step[]): readonly Step[] {
  return withSameKey(contract, homeOfView(contract, behindOwnUser(contract, steps)));
}

/** The steps with the one of a root collection in the place of what has the same key (`groups/{id}/team`). */
function withSameKey(contract: Contract, steps: readonly Step[]): readonly Step[] {
  const [owner, single, ...rest] = steps;
  if (owner?.key === undefined || !single || single.key !== undefined) return steps;
  const [behind, name] = [owner.name.toLowerCase(), single.name.toLowerCase()];
  const row = graphFacts.sameKeys.find(({ fact }) => fact.behind === behind && fact.single === name)?.fact;
  const named = row && pathTree(contract).names.get(row.of);
  if (!row || !named?.key) return steps;
  const one: Step = { name: row.of, named, key: owner.key, keyed: named.key };
  return [one, ...stepsBehind(contract, [named.key], rest)];
}

function behindOwnUser(contract: Contract, steps: readonly Step[]): readonly Step[] {
  const own = ownUserOf(contract);
  const [first, ...rest] = steps;
  if (!own || !first || !isOwn(first, own)) return steps;
  const { users, key } = own;
  const user = { name: "users", key, named: users, keyed: users.key ?? users };
  return [user, ...stepsBehind(contract, [users.key, own.me], rest)];
}

/** Steps as they go on from places that are the same: in the tree behind one of them, where that is documented. */
export function stepsBehind(
  contract: Contract,
  places: readonly [PathNode | undefined, (PathNode | undefined)?],
  rest: readonly Step[],
): Step[] {
  let [one, other] = places;
  return rest.map(({ name, key, named, keyed }) => {
    const lower = name.toLowerCase();
    [one, other] = [one?.names.get(lower), other?.names.get(lower)];
    const at = readable(contract, one, other) ?? named;
    [one, other] = key === undefined ? [one, other] : [one?.key, other?.key];
    const behind = key === undefined ? undefined : (readable(contract, one, other) ?? keyed);
    return { name, named: at, ...(key === undefined ? {} : { key }), ...(behind ? { keyed: behind } : {}) };
  });
}

function isOwn({ name, key }: Step, own: OwnUser): boolean {
  if (name.toLowerCase() === "me") return key === undefined;
  const lower = key?.toLowerCase();
  return name.toLowerCase() === "users" && (lower === "me" || lower === own.key.toLowerCase());
}

/** Of two places for the same the one that a page reads, so that it does not matter which path is asked for first. */
function readable(
  contract: Contract,
  one: PathNode | undefined,
  other: PathNode | undefined,
): PathNode | undefined {
  if (!one || !other) return one ?? other;
  return !operationAt(contract, "GET", one) && operationAt(contract, "GET", other) ? other : one;
}

const views = groupBy(graphFacts.views, ({ fact }) => fact.view.toLowerCase());

/** The steps with the collections themselves in the place of their views. */
export function homeOfView(contract: Contract, steps: readonly Step[]): readonly Step[] {
  for (const [index, { name }] of steps.entries()) {
    for (const { fact } of views.get(name.toLowerCase()) ?? []) {
      const home = inPlaceOf(contract, steps, index, fact);
      // It may stand behind another one.
      if (home) return homeOfView(contract, home);
    }
  }
  return steps;
}

/** The steps with the collection in the place of a view of it; undefined where the contract has no such collection. */
function inPlaceOf(
  contract: Contract,
  steps: readonly Step[],
  index: number,
  { of, at, through }: View,
): readonly Step[] | undefined {
  const step = steps[index];
  const passed = through === undefined ? undefined : steps[index - 1];
  if (through !== undefined && (passed?.name.toLowerCase() !== through || passed.key !== undefined))
    return undefined;
  const before = at === "root" ? [] : steps.slice(0, passed ? index - 1 : index);
  const last = before.at(-1);
  const owner = last ? (last.keyed ?? last.named) : pathTree(contract);
  const isThere = at === "root" ? owner.names.has(of.toLowerCase()) : memberBehind(contract, owner, of);
  if (!step || !isThere || (at !== "root" && !last)) return undefined;
  return withCollection(contract, before, { name: of, named: nodeBehind(owner, of) }, steps.slice(index));
}

/** Steps with a collection in the place of the first of some others; its key, and what comes behind, stay. */
export function withCollection(
  contract: Contract,
  before: readonly Step[],
  collection: Pick<Step, "name" | "named" | "within">,
  [step, ...rest]: readonly Step[],
): readonly Step[] {
  const { named } = collection;
  const key = step?.key;
  const own: Step =
    key === undefined ? collection : { ...collection, key, keyed: named.key ?? step?.keyed ?? named };
  return [...before, own, ...stepsBehind(contract, [own.keyed ?? named], rest)];
}
