import { nearestNames } from "../../base/nearest-name.ts";
import type { Contract } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { isSameTypeName } from "../../contract/names/type-named.ts";
import type { Between } from "../change-rule.ts";
import { compareFacts, type Fact, type FactKind } from "../fact.ts";
import { outlineContract } from "./outline-contract.ts";

type Pair = readonly [documented: Fact | undefined, declared: Fact | undefined];

/**
 * The outlines of two contracts, of what both can know where pages tell one and metadata the other. Metadata has no
 * paths as pages write them, and nothing of what may be asked; pages do not deny what they leave out: a whole type, a
 * base type, that it is open.
 */
export function commonGround({ before, after }: Between): readonly [Fact, Fact] {
  if (before.toldBy === after.toldBy) return [outlineContract(before), outlineContract(after)];
  if (before.toldBy !== "metadata") return meet(outlineContract(before), outlineContract(after), after);
  const [documented, declared] = meet(outlineContract(after), outlineContract(before), before);
  return [declared, documented];
}

/** What metadata cannot know. */
const ofPages: ReadonlySet<FactKind> = new Set([
  "path",
  "read-only",
  "required",
  "range",
  "max-length",
  "filter",
  "orderby",
  "expand",
  "search",
  "on-select",
  "not-by-default",
  "members",
  "nullable",
  "deprecation",
  "removal",
]);

/** What pages do not deny by their silence, or never say. */
const ofMetadata: ReadonlySet<FactKind> = new Set([
  "type",
  "enum",
  "base",
  "abstract",
  "open",
  "key",
  "contained",
  "flags",
  "action",
  "function",
  "root",
  "nullable",
  "deprecation",
  "removal",
]);

function meet(documented: Fact, declared: Fact, metadata: Contract): readonly [Fact, Fact] {
  const all = pairsOf(documented.parts, declared.parts);
  const isOpen = declared.parts.some(({ kind }) => kind === "open");
  const own = all.flatMap(([page, known]) => (!page && known && isToldByPages(known) ? known : []));
  const pairs = all.flatMap(([page, known]): Pair[] => {
    if (page && known) return bothTell(page, known, metadata);
    if (known) return own.includes(known) ? [[page, without(known, ofMetadata)]] : [];
    if (!page || isOnlyOfPages(page)) return [];
    // An open type may have it, undeclared; unless it is the misspelt name of a declared one.
    if (isOpen && page.kind === "property" && !isNear(page, own)) return [];
    return [[without(page, ofPages), known]];
  });
  const parts = (side: 0 | 1) => pairs.flatMap((pair) => pair[side] ?? []).sort(compareFacts);
  // Pages write a type without its namespace: it is the same one.
  return [
    { ...documented, name: declared.name, parts: parts(0) },
    { ...declared, parts: parts(1) },
  ];
}

function bothTell(page: Fact, known: Fact, metadata: Contract): Pair[] {
  switch (page.kind) {
    case "type":
    case "enum":
    case "property":
    case "deprecation":
      return [meet(page, known, metadata)];
    case "value-type":
      return [isSameValueType(page, known, metadata) ? [known, known] : [{ ...page, parts: [] }, known]];
    case "base":
      return [isSameBase(String(page.value), String(known.value)) ? [known, known] : [page, known]];
    case "key":
      return [String(known.value).split(", ").includes(String(page.value)) ? [known, known] : [page, known]];
    case "nullable":
      // Where metadata does not say, null is allowed by the protocol alone.
      return known.value === false ? [[page, known]] : [];
    default:
      return [[page, known]];
  }
}

/** Pages write the same type without its namespace, and an enumeration as a String. */
function isSameValueType({ value: page }: Fact, { value: known }: Fact, { enums }: Contract): boolean {
  const [written, declared] = [String(page), String(known)];
  if (written === "Edm.String" && Object.hasOwn(enums, declared)) return true;
  return written === "" || isSameTypeName(written, declared);
}

/** A base type without a namespace is the text of a link. */
function isSameBase(documented: string, declared: string): boolean {
  return !documented.includes(".") || isSameTypeName(documented, declared);
}

/** A base type that is the text of a link is nothing that metadata denies. */
function isOnlyOfPages({ kind, value }: Fact): boolean {
  return ofPages.has(kind) || (kind === "base" && !String(value).includes("."));
}

/** Whether pages would say it if they knew it; what is inherited stands with the base type. */
function isToldByPages({ kind, inheritedFrom }: Fact): boolean {
  return !ofMetadata.has(kind) && inheritedFrom === undefined;
}

function isNear({ name }: Fact, declared: readonly Fact[]): boolean {
  const names = declared.filter(({ kind }) => kind === "property").map((known) => known.name);
  return nearestNames(name, names).length > 0;
}

/** What stands on one side alone, which may be the other name of what stands on the other. */
function without(whole: Fact, kinds: ReadonlySet<FactKind>): Fact {
  const parts = whole.parts.filter(({ kind }) => !kinds.has(kind)).map((part) => without(part, kinds));
  return { ...whole, parts };
}

/** What stands on both sides under one name, types and enumerations under one name without their namespace, too. */
function pairsOf(documented: readonly Fact[], declared: readonly Fact[]): Pair[] {
  const left = new Map(declared.map((known) => [`${known.kind} ${known.name}`, known]));
  const take = (key: string): Fact | undefined => {
    const found = left.get(key);
    left.delete(key);
    return found;
  };
  const exact = documented.map((page): Pair => [page, take(`${page.kind} ${page.name}`)]);
  const short = shortNames([...left.values()]);
  const pairs = exact.map(([page, known]): Pair => {
    const other = known || !page ? undefined : short.get(shortKey(page));
    return [page, known ?? (other && take(`${other.kind} ${other.name}`))];
  });
  return [...pairs, ...[...left.values()].map((known): Pair => [undefined, known])];
}

/** By name without namespace, where only one type has it. */
function shortNames(declared: readonly Fact[]): Map<string, Fact | undefined> {
  const found = new Map<string, Fact | undefined>();
  for (const known of declared.filter(({ kind }) => kind === "type" || kind === "enum"))
    found.set(shortKey(known), found.has(shortKey(known)) ? undefined : known);
  return found;
}

function shortKey({ kind, name }: Fact): string {
  return `${kind} ${shortName(name).toLowerCase()}`;
}
