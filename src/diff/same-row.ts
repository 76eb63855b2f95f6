import { typeNamed } from "../contract/names/type-named.ts";
import type { Between } from "./change-rule.ts";
import type { Fact } from "./fact.ts";

/** What is shorter says too little to tell two properties apart: `|String|The name.|` */
const shortest = 30;

/**
 * The only one of several properties whose row says, word for word, what that of another said: `creationTimestamp` and
 * `createdDateTime`, both "The time when it was created ...".
 */
export function withSameRow(
  old: Fact,
  candidates: readonly Fact[],
  between: Between,
  within: readonly Fact[],
): Fact | undefined {
  const type = within[0]?.kind === "type" ? within[0].name : undefined;
  const said = type === undefined ? undefined : textOf(old, type, between);
  if (type === undefined || said === undefined || said.length < shortest) return undefined;
  const [found, ...others] = candidates.filter((next) => textOf(next, type, between) === said);
  return others.length === 0 ? found : undefined;
}

/** What the row of a property says behind its name and its type, whichever of the two contracts has it. */
function textOf({ name, location }: Fact, type: string, { before, after }: Between): string | undefined {
  const row = [before, after]
    .flatMap((contract) => typeNamed(contract, type)?.properties ?? [])
    .find((property) => property.name === name && property.location === location)?.row;
  return row?.startsWith(name) ? row.split("|").slice(2).join("|").replace(/\s+/g, " ").trim() : undefined;
}
