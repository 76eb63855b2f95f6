import { stepsOf } from "../../http/json-pointer.ts";
import type { Source } from "../../rules/exchange.ts";
import type { Side } from "../report.ts";
import { shortened } from "./difference.ts";

/** What a reader calls a source. */
export const sourceName: Readonly<Record<Source, string>> = {
  documented: "the documentation",
  mock: "the mock",
  tenant: "the tenant",
  recorded: "the recorded traffic",
};

/**
 * What each side says, for whom the contract holds, and why: `The documentation shows "a"; the mock, asked the same,
 * answers "b". The mock keeps the contract: ...`. Why is what the judge says of a side that breaks it; it may be empty.
 */
export function disagreementSentence(sides: readonly Side[], why: string): string {
  const told = clauses(sides);
  const reason = why === "" ? "." : `: ${why}`;
  if (told) return `${capital(told.join("; "))}. ${capital(verdict(sides))}${reason}`;
  const isAgreed = sides.every((side) => !side.right);
  const clause = (side: Side, index: number) => {
    const what = index === 0 ? "the contract here" : isAgreed ? "it too" : "it";
    return `${who(side, index)} ${side.right ? "keeps" : "breaks"} ${what}`;
  };
  return `${capital(sides.map(clause).join("; "))}${reason}`;
}

/** Longer values are told by the parts in which they differ. */
const tellable = 120;

/** What each side shows; undefined when no words tell their difference. */
function clauses(sides: readonly Side[]): readonly string[] | undefined {
  const shown = sides.map(({ shows }) => shows);
  const isSame = new Set(shown).size === 1 && new Set(sides.map(nameOf)).size === 1;
  if (sides.some(({ pointer, shows }) => pointer === undefined && shows === undefined)) return undefined;
  if (isSame && sides.some(({ right }) => right)) return undefined;
  const values = shortened(
    shown.map((text) => text ?? ""),
    tellable,
  );
  return sides.map((side, index) => {
    const value = values[index] ?? "";
    return `${who(side, index)} ${clause({ side, index, sides, isSame, value })}`;
  });
}

interface Clause {
  readonly side: Side;
  readonly index: number;
  readonly sides: readonly Side[];
  readonly isSame: boolean;
  readonly value: string;
}

function clause({ side, index, sides, isSame, value }: Clause): string {
  const { source, shows } = side;
  const name = nameOf(side);
  if (shows === undefined) return `leaves out ${name}${isSame && index > 0 ? " too" : ""}`;
  const isNamed = new Set(sides.map(nameOf)).size > 1 || sides.some((each) => each.shows === undefined);
  if (isNamed) return `has ${name}`;
  const verb = source === "documented" ? "shows" : "answers";
  return `${verb} ${isSame && index > 0 ? "the same" : value}`;
}

function who({ source }: Side, index: number): string {
  return index === 0 ? sourceName[source] : `${sourceName[source]}, asked the same,`;
}

function nameOf({ pointer }: Side): string {
  const name = pointer === undefined ? undefined : stepsOf(pointer).at(-1);
  return name === undefined ? "the body" : JSON.stringify(name);
}

function verdict(sides: readonly Side[]): string {
  const right = sides.filter((side) => side.right).map(({ source }) => sourceName[source]);
  if (right.length === 0) return `${sides.length === 2 ? "neither" : "none"} keeps the contract`;
  return `${right.join(" and ")} ${right.length === 1 ? "keeps" : "keep"} the contract`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
