import { isObject } from "../../base/is-object.ts";
import { onceForLast } from "../../base/once-for.ts";
import type { TypeContract } from "../../contract/contract.ts";
import { findTypeAnywhere } from "../../contract/names/type-name.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import { propertyNamed, resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import type { ExchangeContext } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";

/** An object of a body, and the type that is documented for its place. */
export interface TypedObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  /** The qualified type, when it is known. */
  readonly declared?: string;
}

type Knowing = Pick<ExchangeContext, "contract" | "authored">;

/** Every object of the resources in a response's body, at any depth, in the order of the body. */
export const typedObjects = onceForLast((context: ExchangeContext): readonly TypedObject[] => {
  const { contract, promised, response } = context;
  const body = response.body?.json?.value;
  const type = promised.type;
  if (!type) return objectsIn(context, undefined, body, "");
  const declared = type.kind === "type" ? type.name : undefined;
  const { resources } = resourcesInBody(contract, type, body);
  return resources.flatMap(({ value, pointer }) => objectsIn(context, declared, value, pointer));
});

function objectsIn(
  context: Knowing,
  declared: string | undefined,
  value: unknown,
  pointer: string,
): TypedObject[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => objectsIn(context, declared, item, `${pointer}/${index}`));
  }
  if (!isObject(value)) return [];
  const properties = judgingTypeOf(context, declared, value)?.properties ?? [];
  const inside = Object.entries(value).flatMap(([name, child]) => {
    if (typeof child !== "object" || child === null) return [];
    const type = properties.find((property) => property.name === propertyNamed(name))?.type;
    return objectsIn(context, type?.kind === "type" ? type.name : undefined, child, stepInto(pointer, name));
  });
  return [{ value, pointer, ...(declared === undefined ? {} : { declared }) }, ...inside];
}

function judgingTypeOf(
  context: Knowing,
  declared: string | undefined,
  value: Readonly<Record<string, unknown>>,
): TypeContract | undefined {
  if (declared !== undefined) return typeOfObject(context, declared, value);
  const name = namedType(value);
  return name === undefined
    ? undefined
    : typeOfRef(context.contract, findTypeAnywhere(context.contract, name));
}
