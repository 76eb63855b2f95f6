import type { Contract } from "../contract/contract.ts";
import { shortName } from "../contract/names/short-name.ts";
import { isDeclared } from "../contract/names/type-named.ts";
import type { Between } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import type { FactKind } from "./fact.ts";
import { UNREAD } from "./outline/outline-operation.ts";

/** Facts whose value is the name of a type. */
const named: ReadonlySet<FactKind> = new Set(["value-type", "body", "request-body", "returns", "base"]);

/**
 * False where nobody knows whether it is another thing: one side leaves open what it says, or both name a type alike
 * and one of them leaves out its namespace, which no page here declares.
 */
export function isKnownChange({ before, after }: Difference, between: Between): boolean {
  if (before?.value === UNREAD || after?.value === UNREAD) return false;
  if (!before || !after || !named.has(before.kind)) return true;
  const [was, is] = [String(before.value ?? ""), String(after.value ?? "")];
  if (was === "" || shortName(was).toLowerCase() !== shortName(is).toLowerCase()) return true;
  return !isWithoutNamespace(between.before, was) && !isWithoutNamespace(between.after, is);
}

function isWithoutNamespace(contract: Contract, name: string): boolean {
  return !name.includes(".") && !isDeclared(contract, name);
}
