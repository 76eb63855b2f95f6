import { isObject } from "../../base/is-object.ts";
import type { Contract, Operation, Property, TypeRef } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";

/** A body in which a text stood for a Boolean, and where. */
export interface BooleansRead {
  readonly value: unknown;
  /** Pointers to the texts: `/saveToSentItems`. */
  readonly read: readonly string[];
}

/** Reads `"true"` and `"false"` as what they mean where the parameters of an operation, or a type, say Boolean. */
export function booleansRead(
  contract: Contract,
  { parameters }: Pick<Operation, "parameters">,
  type: TypeRef | undefined,
  body: unknown,
): BooleansRead {
  const read: string[] = [];
  const own = type?.kind === "type" ? (typeNamed(contract, type.name)?.properties ?? []) : [];
  const value = isObject(body) ? members([...parameters, ...own], body, "") : body;
  return { value, read };

  function members(
    properties: readonly Property[],
    object: Readonly<Record<string, unknown>>,
    at: string,
  ): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(object).map(([name, inner]) => {
        const property = properties.find((one) => one.name === name);
        return [name, property ? meant(property.type, inner, `${at}/${name}`) : inner];
      }),
    );
  }

  function meant(of: TypeRef, inner: unknown, at: string): unknown {
    if (Array.isArray(inner)) return inner.map((item, index) => meant(of, item, `${at}/${index}`));
    if (of.name === "Edm.Boolean" && typeof inner === "string" && /^(?:true|false)$/i.test(inner)) {
      read.push(at);
      return inner.toLowerCase() === "true";
    }
    const named = of.kind === "type" && isObject(inner) ? typeNamed(contract, of.name) : undefined;
    return named && isObject(inner) ? members(named.properties, inner, at) : inner;
  }
}
