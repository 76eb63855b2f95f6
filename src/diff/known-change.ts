import type { Contract } from "../contract/contract.ts";
import { shortName } from "../contract/names/short-name.ts";
import { isDeclared } from "../contract/names/type-named.ts";
import type { Between } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { type Fact, type FactKind, partOf } from "./fact.ts";
import { UNREAD } from "./outline/outline-operation.ts";

/** Facts whose value is the name of a type. */
const named: ReadonlySet<FactKind> = new Set(["value-type", "body", "request-body", "returns", "base"]);

/**
 * False where it is the same thing in another table, or nobody knows whether it is another one: one side leaves open what
 * it says, or lists some only, or both name a type alike and one of them leaves out its namespace, which no page here
 * declares.
 */
export function isKnownChange(difference: Difference, between: Between): boolean {
  const { before, after } = difference;
  if (before?.value === UNREAD || after?.value === UNREAD) return false;
  if (isLeftOutOnly(difference) || isInOtherTable(difference) || isShownOnce(difference)) return false;
  if (!before || !after || !named.has(before.kind)) return true;
  const [was, is] = [String(before.value ?? ""), String(after.value ?? "")];
  if (was === "" || shortName(was).toLowerCase() !== shortName(is).toLowerCase()) return true;
  return !isWithoutNamespace(between.before, was) && !isWithoutNamespace(between.after, is);
}

/** What takes `$expand` is a relationship (OData URL Conventions 4.01, 5.1.3), whichever table its row stands in. */
function isInOtherTable({ before, after, within, withinBefore }: Difference): boolean {
  return (
    (after ?? before)?.kind === "relationship" &&
    [within, withinBefore].every((facts) => partOf(facts.at(-1), "expand") !== undefined)
  );
}

/** The form of an answer where one side shows none at all: its examples are gone, or call the operation by another path. */
function isShownOnce({ before, after, within, withinBefore }: Difference): boolean {
  const showsAnswer = (facts: readonly Fact[]) =>
    (facts.at(-1)?.parts ?? []).some(({ kind }) => kind === "media-type");
  return (after ?? before)?.kind === "media-type" && !(showsAnswer(within) && showsAnswer(withinBefore));
}

/** A permission that one side leaves out, which shows the least privileged only; which of these is the least is left open. */
function isLeftOutOnly({ before, after, within, withinBefore }: Difference): boolean {
  const listsSome = (facts: readonly Fact[]) => facts.at(-1)?.listsSome === true;
  const { kind } = after ?? before ?? {};
  if (kind === "least-privileged") return listsSome(within) || listsSome(withinBefore);
  if (kind !== "permission" || (before && after)) return false;
  return listsSome(after ? withinBefore : within);
}

function isWithoutNamespace(contract: Contract, name: string): boolean {
  return !name.includes(".") && !isDeclared(contract, name);
}
