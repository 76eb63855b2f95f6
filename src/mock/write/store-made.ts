import { isObject } from "../../base/is-object.ts";
import type { TypeContract, TypeRef } from "../../contract/contract.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { calledAtEnd, pathTo, type Step } from "../route/resource-path.ts";
import { newKey } from "./new-key.ts";

/**
 * Puts what an action made, by its name, where it is found: among those of its type that belong to what the action is
 * bound to (`createLink` and `invite`: the permissions of an item), else in the collection that it is bound to. Gives the
 * answer back with the keys that they have there; as it is for any other action.
 */
export function storeMade(call: Call, promised: TypeRef, members: Resource): Resource {
  const { contract, resourcePath, served } = call;
  const type = typeOfRef(contract, promised);
  const list = /^(?:create|invite)/.test(calledAtEnd(resourcePath)) && type ? listOf(call, type) : undefined;
  if (!list || !type) return members;
  const property = keyPropertyOf(type);
  const put = (made: Resource): Resource => {
    const { operation: _action, ...rest } = call;
    const { key } = newKey({ ...rest, resourceType: type, resourcePath: pathTo(contract, list) }, property);
    const keyed = { ...made, [property]: key };
    return served.store.put(list, key, served.store.placed(list, keyed)) ? keyed : made;
  };
  if (!promised.collection) return put(members);
  const value = Array.isArray(members.value) ? members.value : [];
  return { ...members, value: value.map((item: unknown) => (isObject(item) ? put(item) : item)) };
}

/** The one collection of a type that belongs to what an action is bound to. */
function listOf(
  { contract, resourcePath: { owner } }: Call,
  type: TypeContract,
): readonly Step[] | undefined {
  const last = owner.at(-1);
  const node = last && (last.keyed ?? last.named);
  const bound = node && typeAt(contract, node);
  if (!last || !node || bound?.kind !== "type") return undefined;
  if (bound.collection) return bound.name === type.name && last.key === undefined ? owner : undefined;
  const names = (typeOfRef(contract, bound)?.properties ?? []).flatMap(({ name, navigation, type: of }) =>
    navigation && of.collection && of.name === type.name ? [name] : [],
  );
  const [name] = names;
  return name === undefined || names.length > 1
    ? undefined
    : [...owner, { name, named: nodeBehind(node, name) }];
}
