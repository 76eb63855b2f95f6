import { isObject } from "../../base/is-object.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { memberBehind } from "../../contract/promise/type-at.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { oneOf, type Step } from "../route/resource-path.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { answerPromised } from "./promised-answer.ts";

/** Nobody is a member of more. */
const most = 2000;

/**
 * The answer of an action that is asked what its owner is a member of (`getMemberGroups`), or of which of some ids
 * (`checkMemberGroups`): also of what those are members of. Undefined for any other action.
 */
export function answerMemberships(
  call: Call,
  promised: TypeRef,
  body: unknown,
  status: number,
): ServiceResponse | undefined {
  const { contract, resourcePath } = call;
  const action = resourcePath.steps.at(-1)?.name.replace(/^.*\./, "").toLowerCase();
  const row = graphFacts.memberships.find(({ fact }) => fact.action.toLowerCase() === action)?.fact;
  const end = resourcePath.owner.at(-1);
  const node = end && (end.keyed ?? end.named);
  if (!row || !node || !promised.collection) return undefined;
  if (!memberBehind(contract, node, row.of) && !node.names.has(row.of.toLowerCase())) return undefined;
  const sent = isObject(body) ? body : {};
  const asked = row.ids === undefined ? undefined : sent[row.ids];
  const groups = membershipsOf(call, resourcePath.owner, row.of).filter(
    (item) =>
      (row.type === undefined || (item["@odata.type"] ?? typeNameOf(call, item)) === `#${row.type}`) &&
      (sent.securityEnabledOnly !== true || item.securityEnabled === true),
  );
  const ids = groups.flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  const wanted = Array.isArray(asked)
    ? ids.filter((id) => asked.some((one) => String(one).toLowerCase() === id.toLowerCase()))
    : ids;
  const answer = answerPromised(call, promised, status);
  return { ...answer, json: { ...(isObject(answer.json) ? answer.json : {}), value: wanted } };
}

function typeNameOf({ served }: Call, item: Resource): string {
  return `#${served.store.typeOf(item) ?? ""}`;
}

/** What a resource is a member of, and what that is. */
function membershipsOf({ served: { store } }: Call, owner: readonly Step[], name: string): Resource[] {
  const found = new Map<unknown, Resource>();
  const open = [owner];
  for (let steps = open.pop(); steps && found.size < most; steps = open.pop()) {
    const end = steps.at(-1);
    const node = end?.keyed ?? end?.named;
    if (!node) continue;
    const list: readonly Step[] = [...steps, { name, named: nodeBehind(node, name) }];
    for (const item of store.list(list) ?? []) {
      if (found.has(item.id)) continue;
      found.set(item.id, item);
      open.push(oneOf(list, String(item.id)));
    }
  }
  return [...found.values()];
}
