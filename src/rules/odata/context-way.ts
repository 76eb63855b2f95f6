import { nearestNames } from "../../base/nearest-name.ts";
import type { Contract, TypeRef } from "../../contract/contract.ts";
import { singularOf } from "../../contract/names/called-after.ts";
import { agree } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { onceForParts } from "../../contract/once-for-parts.ts";
import { compareWays, isSame, type PathStep, pathSteps, segmentsOf } from "../../contract/path/path-steps.ts";
import { nodesBehind, pathTree } from "../../contract/path/path-tree.ts";
import { resolvePath } from "../../contract/path/resolve-path.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import type { ContextUrl } from "../../odata/context-url.ts";
import type { ExchangeContext } from "../rule.ts";

/** How the path of a context goes with that of the request. */
export type Way =
  | { readonly kind: "same" }
  /** A name that no page has, and the one of the request's path that it stands for. */
  | { readonly kind: "misspelt"; readonly name: string; readonly meant: string }
  /** It comes to the same name from elsewhere. */
  | { readonly kind: "other"; readonly message: string }
  | { readonly kind: "unknown"; readonly message: string }
  /** It has another end: what that is, its type says. */
  | { readonly kind: "set" };

/** Compares the path of a context that an author shows with that of a request which the page documents. */
export function wayOf({ contract, url, operation }: ExchangeContext, { segments }: ContextUrl): Way {
  const asked = pathSteps(url.segments, operation?.path);
  const given = pathSteps(segments);
  const { isOne, heads, joint } = compareWays(asked, given);
  if (isOne) return { kind: "same" };
  const [me, users, next] = [asked[0], given[0], given[1]];
  if (
    next &&
    users &&
    !users.keyed &&
    me?.name.toLowerCase() === "me" &&
    users.name.toLowerCase() === "users"
  ) {
    return {
      kind: "other",
      message: `${comesTo(next, given.slice(0, 1))}, a collection; the request from me`,
    };
  }
  const slip = operation ? misspelt(contract, asked, given) : undefined;
  if (slip) return { kind: "misspelt", ...slip };
  if (!operation || !joint) return { kind: "set" };
  return fromElsewhere(contract, heads, joint);
}

/** A name of the context that no page has, near one of the request's that it lacks. */
function misspelt(contract: Contract, asked: readonly PathStep[], given: readonly PathStep[]) {
  const lacking = asked.filter((step) => !given.some((other) => isSame(step, other)));
  for (const { name } of given.filter((step) => !asked.some((other) => isSame(step, other)))) {
    if (knownNames(contract).has(name.toLowerCase())) continue;
    const [meant, ...others] = nearestNames(
      name,
      lacking.map((step) => step.name).filter((other) => Math.abs(other.length - name.length) < 2),
    );
    if (meant !== undefined && others.length === 0) return { name, meant };
  }
  return undefined;
}

/** The names of all documented paths and properties, and what a set of each type is called, in lower case. */
const knownNames = onceForParts(["types", "operations"], (contract): { has(name: string): boolean } => {
  const names = new Set<string>();
  for (const { spellings } of nodesBehind(pathTree(contract)))
    for (const name of spellings.keys()) names.add(name.toLowerCase());
  for (const [name, { properties }] of Object.entries(contract.types)) {
    names.add(shortName(name).toLowerCase());
    for (const property of properties) names.add(property.name.toLowerCase());
  }
  return { has: (name) => names.has(name) || names.has(singularOf(name)) };
});

/**
 * Both come to the same name, behind different ones. Services name a drive by its own set, or a calendar by its user;
 * but a name behind what is another type is another name.
 */
function fromElsewhere(
  contract: Contract,
  [asked, given]: readonly [readonly PathStep[], readonly PathStep[]],
  joint: PathStep,
): Way {
  const path = segmentsOf(given).join("/");
  const from = endOfWay(contract, given);
  const own = endOfWay(contract, asked);
  const type = typeOfRef(contract, from);
  if (!from || !type) return { kind: "unknown", message: `no page here says what ${path} is` };
  const isMember = type.properties.some(({ name }) => name.toLowerCase() === joint.name.toLowerCase());
  const names = comesTo(joint, given);
  const request = segmentsOf(asked).join("/");
  if (from.collection)
    return { kind: "other", message: `${names}, a collection; the request from ${request}` };
  if (own && typeOfRef(contract, own)) {
    if (agree(contract, own, from)) return { kind: "same" };
    const types = `a ${shortName(from.name)}; the request from ${request}, a ${shortName(own.name)}`;
    return { kind: "other", message: `${names}, ${types}` };
  }
  if (isMember) return { kind: "unknown", message: `no page here says what ${request} is` };
  return { kind: "other", message: `${names}, which has none; the request from ${request}` };
}

function comesTo({ name }: PathStep, head: readonly PathStep[]): string {
  return `"@odata.context" comes to "${name}" from ${segmentsOf(head).join("/")}`;
}

function endOfWay(contract: Contract, steps: readonly PathStep[]): TypeRef | undefined {
  const segments = segmentsOf(steps);
  const end = resolvePath(contract, segments);
  return (end?.certain ? end.type : undefined) ?? typeAtPath(contract, `/${segments.join("/")}`);
}
