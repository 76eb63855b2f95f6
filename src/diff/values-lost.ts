import type { Contract } from "../contract/contract.ts";
import { enumNamed } from "../contract/names/type-named.ts";
import type { Between } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { type Fact, partOf } from "./fact.ts";

/** `unknownFutureValue`, `enum_sentinel`: where the list ends, and no value that anybody has. */
const endsList = /sentinel$|^unknownFutureValue$/i;

/**
 * The values that a text listed and the enumeration that it is now does not have, or the other way round: the name of
 * its type alone sharpens, and takes no value away. In other letters it is the same value.
 */
export function valuesLost({ before, after }: Difference, between: Between): string[] {
  const old = valuesOf(before, between.before);
  const next = valuesOf(after, between.after);
  if (!old || !next) return [];
  const there = new Set(next.map((name) => name.toLowerCase()));
  return old.filter((name) => !there.has(name.toLowerCase()) && !endsList.test(name));
}

/** What a type lists: a text in its row, an enumeration wherever it is declared. */
function valuesOf(type: Fact | undefined, contract: Contract): readonly string[] | undefined {
  const name = String(type?.value ?? "");
  const declared = enumNamed(contract, name);
  if (declared) return declared.members;
  const listed = name === "Edm.String" ? partOf(type, "members") : undefined;
  return listed?.parts.filter(({ kind }) => kind === "member").map((member) => member.name);
}
