import type { TypeContract } from "../contract/contract.ts";
import { typeNamed } from "../contract/names/type-named.ts";
import { heldType, judgingType } from "../contract/validation/named-type.ts";
import type { ExchangeContext } from "./rule.ts";

/** The type that an object is held to in the place of a declared one; undefined where nobody knows it. */
export function typeOfObject(
  { contract, authored }: Pick<ExchangeContext, "contract" | "authored">,
  declared: string,
  value: Readonly<Record<string, unknown>>,
): TypeContract | undefined {
  return typeNamed(contract, (authored ? judgingType : heldType)(contract, declared, value));
}
