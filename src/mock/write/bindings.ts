import { isObject } from "../../base/is-object.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { memberBehind } from "../../contract/promise/type-at.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { type Step, storePath } from "../route/resource-path.ts";
import { refusal, stepsOf } from "./references.ts";

/** A reference that a body makes (`manager@odata.bind`; OData JSON 4.01, section 8.5); to nothing, it takes one away. */
interface Binding {
  readonly steps: readonly Step[];
  readonly many: boolean;
  readonly target: readonly Step[] | undefined;
}

/** What the names of a body bind to a resource, looked at before anything is written; an error where one cannot be. */
export function bindingsIn(
  call: Call,
  owner: readonly Step[],
  body: unknown,
): readonly Binding[] | ErrorResponse {
  const end = owner.at(-1);
  const node = end?.keyed ?? end?.named;
  const bindings: Binding[] = [];
  const seen = new Set<string>();
  for (const [written, value] of node && isObject(body) ? Object.entries(body) : []) {
    const name = /^(\w+)@(?:odata\.)?bind$/i.exec(written)?.[1];
    const member = name === undefined || !node ? undefined : memberBehind(call.contract, node, name);
    if (!node || !member) continue;
    const steps = [...owner, { name: member.name, named: nodeBehind(node, member.name) }];
    const many = member.type.collection;
    if (value === null && !many) bindings.push({ steps, many, target: undefined });
    else if (Array.isArray(value) !== many && value !== null) return wrongForm(written, many);
    for (const id of value === null ? [] : [value].flat()) {
      if (typeof id !== "string") return wrongForm(written, many);
      // What no documented path leads to is not for this service to find.
      const target = stepsOf(call, id);
      if (!target) continue;
      const path = `${member.name} ${storePath(target)}`;
      const refused = refusal(seen.has(path) ? "twice" : call.served.store.canLink(steps, target, many), id);
      if (refused) return refused;
      seen.add(path);
      bindings.push({ steps, many, target });
    }
  }
  return bindings;
}

/** Makes the references that were looked at. */
export function bind({ served: { store } }: Call, bindings: readonly Binding[]): void {
  for (const { steps, target, many } of bindings) {
    if (target) store.link(steps, target, many);
    else store.unlink(steps);
  }
}

/** Whether a name in a body makes a reference. */
export function isBinding(name: string): boolean {
  return /@(?:odata\.)?bind$/i.test(name);
}

/** What a body says beside the references that it makes; the same where it makes none. */
export function withoutBindings(body: Resource): Resource {
  if (!Object.keys(body).some(isBinding)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !isBinding(name)));
}

function wrongForm(name: string, many: boolean): ErrorResponse {
  return badRequest(`"${name.slice(0, 200)}" takes ${many ? "an array of addresses" : "one address"}`);
}
