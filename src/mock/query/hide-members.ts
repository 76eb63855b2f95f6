import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, EnumValues, Property, TypeContract } from "../../contract/contract.ts";
import { enumNamed, typeNamed } from "../../contract/names/type-named.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import type { Resource } from "../message.ts";

/** What a client reads that has not asked for the members behind it (Graph page "Best practices", evolvable enums). */
const SENTINEL = "unknownFutureValue";

/**
 * A resource as it goes out to a request without `Prefer: include-unknown-enum-members`: members of evolvable enums
 * that come only on request are `unknownFutureValue`, at any depth. What needs no change is returned as it is, not
 * copied. `type` is the qualified name of the declared type.
 */
export function hideMembers(contract: Contract, type: string, resource: Resource): Resource {
  const plan = planOf(contract);
  if (!plan.hiding.has(type)) return resource;
  const own = judgingType(contract, type, resource) ?? type;
  let copy: Record<string, unknown> | undefined;
  for (const { name, hide } of plan.propertiesOf(own)) {
    const value = resource[name];
    if (value === undefined || value === null) continue;
    const shown = hide(value);
    if (shown === value) continue;
    copy ??= { ...resource };
    copy[name] = shown;
  }
  return copy ?? resource;
}

/** True when values of the type, or of one that derives from it, can hold members that are hidden. */
export function hasHiddenMembers(contract: Contract, type: string): boolean {
  return planOf(contract).hiding.has(type);
}

interface HiddenProperty {
  readonly name: string;
  readonly hide: (value: unknown) => unknown;
}

interface Plan {
  /** The types whose values can hold hidden members, themselves or in the values of their properties. */
  readonly hiding: ReadonlySet<string>;
  propertiesOf(type: string): readonly HiddenProperty[];
}

const planOf = onceFor((contract: Contract): Plan => {
  const hiding = hidingTypes(contract);
  const properties = new Map<string, readonly HiddenProperty[]>();
  return {
    hiding,
    propertiesOf(type) {
      const planned = properties.get(type);
      if (planned) return planned;
      const found = (typeOf(contract, type)?.properties ?? []).flatMap((property): HiddenProperty[] => {
        const hide = hiderOf(contract, hiding, property);
        return hide ? [{ name: property.name, hide: perItem(hide) }] : [];
      });
      properties.set(type, found);
      return found;
    },
  };
});

function hiderOf(
  contract: Contract,
  hiding: ReadonlySet<string>,
  property: Property,
): ((value: unknown) => unknown) | undefined {
  const { name } = property.type;
  const onRequest = valuesOf(contract, property)?.onRequest ?? [];
  if (onRequest.length > 0) {
    const hidden = new Set(onRequest);
    return (value) => (typeof value === "string" ? hideIn(value, hidden) : value);
  }
  if (!hiding.has(name)) return undefined;
  return (value) => (isObject(value) ? hideMembers(contract, name, value) : value);
}

/** A value of a flags enum is a list of members; the sentinel stands in it once. */
function hideIn(value: string, hidden: ReadonlySet<string>): string {
  if (!value.includes(",")) return hidden.has(value.trim()) ? SENTINEL : value;
  const members = value.split(",").map((member) => member.trim());
  if (!members.some((member) => hidden.has(member))) return value;
  return [...new Set(members.map((member) => (hidden.has(member) ? SENTINEL : member)))].join(",");
}

function perItem(hide: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) => {
    if (!Array.isArray(value)) return hide(value);
    const shown = value.map(hide);
    return shown.some((item, index) => item !== value[index]) ? shown : value;
  };
}

/** Members of an enum, or of a text whose members its page lists; beside a declared type they are only prose. */
function valuesOf(contract: Contract, { type, values }: Property): EnumValues | undefined {
  if (type.kind === "type") return undefined;
  const declared = enumNamed(contract, type.name);
  return declared ?? values;
}

/** Walks from the properties with hidden members back to every type in whose values they can stand. */
function hidingTypes(contract: Contract): ReadonlySet<string> {
  const holders = new Map<string, string[]>();
  const hold = (part: string, whole: string) => {
    const known = holders.get(part);
    if (known) known.push(whole);
    else holders.set(part, [whole]);
  };
  const open: string[] = [];
  for (const type of Object.values(contract.types)) {
    if (type.base !== undefined) hold(type.name, type.base);
    for (const property of type.properties) {
      if (property.type.kind === "type") hold(property.type.name, type.name);
      else if ((valuesOf(contract, property)?.onRequest.length ?? 0) > 0) open.push(type.name);
    }
  }
  const found = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(holders.get(name) ?? []));
  }
  return found;
}

function typeOf(contract: Contract, name: string): TypeContract | undefined {
  return typeNamed(contract, name);
}
