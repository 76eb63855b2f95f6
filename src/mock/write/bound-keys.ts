import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import type { Resource } from "../message.ts";
import { isBinding } from "./bindings.ts";

/**
 * A body with the keys that it binds, where the type has a property for them: whoever writes `user@odata.bind` says the
 * `userId`, also in the objects of the body. The same where there is none.
 */
export function withBoundKeys(contract: Contract, declared: string, body: Resource): Resource {
  const type = typeNamed(contract, judgingType(contract, declared, body));
  if (!type) return body;
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const key = typeof value === "string" && isBinding(name) ? keyIn(value) : undefined;
    const property = `${name.slice(0, name.indexOf("@"))}Id`;
    if (key !== undefined && !(property in body) && type.properties.some((own) => own.name === property))
      changed[property] = key;
    if (typeof value !== "object" || value === null) continue;
    const inner = type.properties.find((own) => own.name === name)?.type;
    const below = inner?.kind === "type" ? inWhole(contract, inner.name, value) : value;
    if (below !== value) changed[name] = below;
  }
  return Object.keys(changed).length === 0 ? body : { ...body, ...changed };
}

function inWhole(contract: Contract, declared: string, value: unknown): unknown {
  if (isObject(value)) return withBoundKeys(contract, declared, value);
  if (!Array.isArray(value)) return value;
  const items = value.map((item) => inWhole(contract, declared, item));
  return items.every((item, index) => item === value[index]) ? value : items;
}

/** The key at the end of an address: `users('1')`, `users/1`. */
function keyIn(address: string): string | undefined {
  const [, quoted, plain] = /(?:\('([^']+)'\)|\/([^/()?#]+))$/.exec(address) ?? [];
  return quoted ?? plain;
}
