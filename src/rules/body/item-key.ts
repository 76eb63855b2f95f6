import { onceForLast } from "../../base/once-for.ts";
import { baseTypes, ROOT } from "../../contract/names/inheritance.ts";
import { keyPropertyOf, keyText, typeOfRef } from "../../contract/names/type-named.ts";
import type { ExchangeContext } from "../rule.ts";

/** The property that has the key of what comes; undefined where its type is not known to have one. */
export const keyNameOf = onceForLast(({ contract, promised }: ExchangeContext): string | undefined => {
  const type = typeOfRef(contract, promised.type);
  if (!type) return undefined;
  // An "id" is no key of a complex type.
  const isEntity = type.keyProperty !== undefined || baseTypes(contract, type.name).includes(ROOT);
  const name = keyPropertyOf(type);
  return isEntity && type.properties.some((property) => property.name === name) ? name : undefined;
});

/** The key of a resource that came, as text; undefined where it has none, or nobody knows which property it is. */
export function keyOf(
  context: ExchangeContext,
  resource: Readonly<Record<string, unknown>>,
): string | undefined {
  const name = keyNameOf(context);
  return name === undefined ? undefined : keyText(resource[name]);
}
