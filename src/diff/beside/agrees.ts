import type { Contract } from "../../contract/contract.ts";
import { isSameTypeName } from "../../contract/names/type-named.ts";
import { type Fact, partOf } from "../fact.ts";
import { outlineContract } from "../outline/outline-contract.ts";
import { ON_REQUEST } from "../outline/outline-members.ts";
import { findMembers, findNamed, findProperty } from "./find-fact.ts";
import { callAgrees, pathAgrees } from "./path-agrees.ts";
import type { Claim } from "./told.ts";

/**
 * Whether a contract says the same as another one claims: pages of metadata, or metadata of pages. Undefined where it
 * cannot tell: of a permission the metadata knows nothing, and of null a page is mostly silent.
 */
export function agrees(contract: Contract, { pointer, fact }: Claim): boolean | undefined {
  const outline = outlineContract(contract);
  const [outer, inner] = pointer;
  const last = pointer.at(-1);
  if (!outer || !last) return undefined;
  if (outer.kind === "action" || outer.kind === "function" || outer.kind === "root")
    return contract.toldBy === "metadata" ? undefined : callAgrees(contract, { pointer, fact });
  if (outer.kind === "path") return pathAgrees(contract, { pointer, fact });
  const isPages = contract.toldBy !== "metadata";
  const named = findNamed(outline, outer.name);
  const property = inner?.kind === "property" ? findProperty(named, inner.name) : undefined;
  const whole = inner?.kind === "property" ? property : named;
  switch (last.kind) {
    case "type":
    case "enum":
      return isThere(named, fact);
    case "property":
      // Of a type that it does not have at all it cannot tell what the type has not.
      return named || fact ? isThere(property, fact) : undefined;
    case "value-type": {
      const known = partOf(property, "value-type");
      if (!known || !fact) return undefined;
      return isPages ? isSameType(known, fact, outline) : isSameType(fact, known, outline);
    }
    case "collection":
    case "relationship":
      return whole && isThere(partOf(whole, last.kind), fact);
    case "flags":
    case "member":
    case "sentinel":
      return memberAgrees(outline, pointer, fact);
    case "abstract":
    case "open":
    case "contained":
      // Pages are silent of it more often than they say it.
      return (
        whole && (isPages && !partOf(whole, last.kind) ? undefined : isThere(partOf(whole, last.kind), fact))
      );
    case "base":
    case "key":
      return sameValue(partOf(whole, last.kind), fact, isPages);
    case "nullable":
      return isPages ? sameValue(partOf(whole, "nullable"), fact, true) : nullAgrees(whole, fact);
    case "members": {
      const list = findMembers(outline, pointer);
      return list && fact
        ? fact.parts.every((part) => part.kind !== "member" || hasPart(list, part))
        : undefined;
    }
    default:
      return undefined;
  }
}

function isThere(known: Fact | undefined, claimed: Fact | undefined): boolean {
  return (known === undefined) === (claimed === undefined);
}

function memberAgrees(outline: Fact, pointer: Claim["pointer"], fact: Fact | undefined): boolean | undefined {
  const list = findMembers(outline, pointer);
  const last = pointer.at(-1);
  if (!list || !last) return undefined;
  const known = list.parts.find(
    ({ kind, name }) => kind === last.kind && name.toLowerCase() === last.name.toLowerCase(),
  );
  const isSame = (known?.value === ON_REQUEST) === (fact?.value === ON_REQUEST);
  return isThere(known, fact) && (!known || isSame);
}

function hasPart({ parts }: Fact, { kind, name }: Fact): boolean {
  return parts.some((part) => part.kind === kind && part.name.toLowerCase() === name.toLowerCase());
}

/** Pages write the same type without its namespace, and an enumeration as a String. */
function isSameType({ value: page }: Fact, { value: declared }: Fact, metadata: Fact): boolean {
  const [written, known] = [String(page), String(declared)];
  if (written === "Edm.String" && findNamed(metadata, known)?.kind === "enum") return true;
  return isSameTypeName(written, known);
}

function sameValue(
  known: Fact | undefined,
  claimed: Fact | undefined,
  isSilent: boolean,
): boolean | undefined {
  if (!known || !claimed) return isSilent && !known ? undefined : isThere(known, claimed);
  return isSameTypeName(String(known.value), String(claimed.value));
}

/** Where metadata does not say never, null is allowed. */
function nullAgrees(property: Fact | undefined, claimed: Fact | undefined): boolean | undefined {
  if (!property || !claimed) return undefined;
  return (partOf(property, "nullable")?.value ?? true) === claimed.value;
}
