import { edmType } from "../../odata/edm-type.ts";
import type { Literal } from "../../odata/filter-expression.ts";
import type { Contract, Property } from "../contract.ts";
import { enumNamed } from "../names/type-named.ts";

/**
 * True when a literal is written as values of the property's type are, and a service has no reason to refuse it for
 * its form. False when it is not, and when the type is not known.
 */
export function literalFits(
  contract: Contract,
  { type, values }: Pick<Property, "type" | "values">,
  literal: Literal,
): boolean {
  if (literal.type === "null") return true;
  if (type.kind === "enum") return isMember(enumNamed(contract, type.name)?.members, literal);
  if (type.kind !== "primitive") return false;
  if (values && !isMember(values.members, literal)) return false;
  return edmType(type.name)?.literal === literal.type;
}

function isMember(members: readonly string[] | undefined, { type, value }: Literal): boolean {
  return type === "string" && typeof value === "string" && members?.includes(value) === true;
}
