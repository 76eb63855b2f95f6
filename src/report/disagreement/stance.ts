import { isDeepStrictEqual } from "node:util";
import { stepsOf } from "../../http/json-pointer.ts";
import type { Assertion, Failed } from "../../rules/assertion.ts";
import type { Answer } from "./answer.ts";
import { counterpart, type Spot, type SpotPair } from "./counterpart.ts";

/** Where another answer to the same request stands on a promise that one answer breaks. */
export interface Stance {
  readonly right: boolean;
  /** What it breaks in the same place, when it is not right either. */
  readonly broken: readonly Failed[];
  /** Absent when the promise is of no place in the body. */
  readonly places?: { readonly mine: Spot; readonly other: Spot };
}

/**
 * Where `other` stands on what `failed` says of `mine`. Undefined when it says nothing of it: the rule is not judged
 * or not verified there, the answer is of another kind, or both show the same and what makes the difference is not
 * the answer.
 */
export function stanceOf(failed: Failed, mine: Answer, other: Answer): Stance | undefined {
  const own = other.judgement.assertions.filter(({ rule }) => rule === failed.rule);
  if (own.length === 0) return undefined;
  const found =
    failed.pointer === undefined
      ? "not-in-body"
      : counterpart(mine.body, other.body, failed.pointer, failed.meant);
  const pair = found === "not-in-body" ? undefined : found;
  const places = pair && { mine: pair.mine, other: pair.other };
  const pointer = pair?.other.pointer ?? failed.pointer;
  const isSamePlace = pair?.sameResource ?? true;
  const alsoBroken = own
    .filter(isBroken)
    .filter((each) => each.cause.id === failed.cause.id || (isSamePlace && each.pointer === pointer));
  if (alsoBroken.length > 0) return { right: false, broken: alsoBroken, ...(places ? { places } : {}) };
  if (own.some((each) => each.status === "not-verified" && touches(pointerOf(each), pointer)))
    return undefined;

  const isJudged = own.some(({ status }) => status !== "not-applicable");
  if (found === "not-in-body") {
    return isComparable(failed.rule, mine, other, isJudged) ? { right: true, broken: [] } : undefined;
  }
  if (!pair || !places || isSuccess(mine) !== isSuccess(other) || isAlike(pair)) return undefined;
  const there = other.judgement.assertions.filter((each) => pointerOf(each) === pair.other.pointer);
  if (there.some(({ status }) => status === "not-verified")) return undefined;
  const broken = there.filter(isBroken);
  if (broken.length > 0) return isSamePlace ? { right: false, broken, places } : undefined;
  // A value that the rule does not apply to was not judged; where there is none, there is nothing to break.
  return isJudged || pair.other.value === undefined ? { right: true, broken: [], places } : undefined;
}

/** A failure, accepted or not: a waiver does not make it right. */
export function isBroken(assertion: Assertion): assertion is Failed {
  return assertion.status === "fail" || assertion.status === "waived";
}

function pointerOf(assertion: Assertion): string | undefined {
  return "pointer" in assertion ? assertion.pointer : undefined;
}

/** Whether answers can be compared in what is of no place in the body. */
function isComparable(rule: string, mine: Answer, other: Answer, isJudged: boolean): boolean {
  if (rule === "http/status") return isJudged;
  return isJudged ? isSuccess(mine) === isSuccess(other) : mine.status === other.status;
}

/** Pages also show bodies without a status; those are of successes. */
function isSuccess({ status }: Answer): boolean {
  return status === undefined || status < 300;
}

/** Both show the same; or other resources, whose values cannot be compared, only whether a name is there. */
function isAlike({ mine, other, sameResource }: SpotPair): boolean {
  if (stepsOf(mine.pointer).at(-1) !== stepsOf(other.pointer).at(-1)) return false;
  return sameResource
    ? isDeepStrictEqual(mine.value, other.value)
    : (mine.value === undefined) === (other.value === undefined);
}

/** What is not verified at a pointer is not verified within it, nor as a part of what holds it. */
function touches(gap: string | undefined, pointer: string | undefined): boolean {
  if (gap === undefined || pointer === undefined || gap === pointer) return true;
  return gap.startsWith(`${pointer}/`) || pointer.startsWith(`${gap}/`);
}
