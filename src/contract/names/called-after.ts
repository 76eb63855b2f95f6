import type { Contract } from "../contract.ts";
import { derivedTypes } from "./inheritance.ts";
import { shortName } from "./short-name.ts";

/**
 * What derives from a type is nearly always called after it: `fileAttachment` of `attachment`, `educationLinkResource`
 * of `educationResource`. True where a name has a word of the type's, or of what is known to derive from it; undefined
 * where that proves nothing, since something derives from it that is called otherwise.
 */
export function isCalledAfter(contract: Contract, name: string, base: string): boolean | undefined {
  const words = wordsOf(base);
  const family = derivedTypes(contract, base).map(wordsOf);
  const own = wordsOf(name);
  if ([words, ...family].some((other) => shares(own, other))) return true;
  return family.every((other) => shares(other, words)) ? false : undefined;
}

/** True where a name has all words of another and more: `educationLinkResource` beside `educationResource`. */
export function hasAllWords(name: string, other: string): boolean {
  const own = wordsOf(name);
  return wordsOf(other).every((word) => own.includes(word));
}

/** What one of a collection is called: `policies` holds a `policy`, `workflows` a `workflow`; another name stays. */
export function singularOf(collection: string): string {
  return collection.replace(/ies$/i, "y").replace(/s$/i, "");
}

function wordsOf(name: string): readonly string[] {
  return (shortName(name).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => other.includes(word));
}
