import { stepsOf } from "../../docs/http/json-pointer.ts";
import type { Source } from "../../rules/exchange.ts";
import type { Side } from "../report.ts";

/** What a reader calls a source. */
export const sourceName: Readonly<Record<Source, string>> = {
  documented: "the documentation",
  mock: "the service",
  tenant: "the tenant",
  recorded: "the recorded traffic",
};

/**
 * What each side says, and for whom the contract holds: `The documentation shows "a"; the service, asked the same,
 * answers "b": the service keeps the contract, by which ...`. The promise is the rule's, and may be empty.
 */
export function disagreementSentence(sides: readonly Side[], promise: string): string {
  const told = clauses(sides);
  const within = inSentence(promise);
  if (!told) {
    const isAgreed = sides.every((side) => !side.right);
    const clause = (side: Side, index: number) => {
      const what = index === 0 ? "the contract here" : isAgreed ? "it too" : "it";
      return `${who(side, index)} ${side.right ? "keeps" : "breaks"} ${what}`;
    };
    return capital(`${sides.map(clause).join("; ")}${within === "" ? "." : `: ${within}`}`);
  }
  return capital(`${told.join("; ")}: ${verdict(sides)}${within === "" ? "." : `, by which ${within}`}`);
}

/** Longer values are not told in a sentence. */
const tellable = 80;

/** What each side shows; undefined when no words tell their difference. */
function clauses(sides: readonly Side[]): readonly string[] | undefined {
  const shown = sides.map(({ shows }) => shows);
  const isSame = new Set(shown).size === 1 && new Set(sides.map(nameOf)).size === 1;
  if (sides.some(({ pointer, shows }) => pointer === undefined && shows === undefined)) return undefined;
  if (isSame && sides.some(({ right }) => right)) return undefined;
  return sides.map((side, index) => `${who(side, index)} ${clause(side, index, sides, isSame)}`);
}

function clause(side: Side, index: number, sides: readonly Side[], isSame: boolean): string {
  const { source, shows } = side;
  const name = nameOf(side);
  if (shows === undefined) return `leaves out ${name}${isSame && index > 0 ? " too" : ""}`;
  const isNamed = new Set(sides.map(nameOf)).size > 1 || sides.some((each) => each.shows === undefined);
  if (isNamed) return `has ${name}`;
  const verb = source === "documented" ? "shows" : "answers";
  if (isSame && index > 0) return `${verb} the same`;
  if (sides.every((each) => (each.shows ?? "").length <= tellable)) return `${verb} ${shows}`;
  return index === 0 ? `${verb} one value of ${name}` : `${verb} another`;
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

/** A promise as the end of a sentence: plain text that begins in lower case, but for a name. */
function inSentence(promise: string): string {
  const text = promise.replaceAll("`", "");
  return /^[A-Z](?:[a-z]|\s)/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
