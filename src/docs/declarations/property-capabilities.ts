import type { PropertyFacts } from "../page.ts";

type Capabilities = Pick<PropertyFacts, "filter" | "orderby" | "expand" | "select" | "search">;

/** The operators of `$filter` (OData URL Conventions 4.01, section 5.1.1), by lower-case name. */
const operators = new Map(
  [
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "in",
    "not",
    "has",
    "any",
    "all",
    "startsWith",
    "endsWith",
    "contains",
  ].map((operator) => [operator.toLowerCase(), operator]),
);
// Supports $filter(eq, ne, startsWith) and $orderby.
const supports = /(?<!not |n't )\bsupports?:?\s+((?:[^.(]|\([^()]*\)|\.(?!\s|$))*)/gi;

// Provided so that callers can get it using $expand at the same time.
const gotByExpand =
  /\b(?:get|gets|retrieve|retrieved|returned|read)\b[^.]{0,80}?\s(?:using|with|by|through|via)\s+\$expand\b/i;
const denied = /\b(?:not|never|cannot)\b|n't\b/i;

/** Which query options a property supports: only what a sentence of support names, or of getting it by `$expand`. */
export function readCapabilities(plain: string): Capabilities {
  const facts: {
    filter?: string[];
    orderby?: boolean;
    expand?: boolean;
    select?: boolean;
    search?: boolean;
  } = {};
  if (plain.includes("$expand") && isGotByExpand(plain)) facts.expand = true;
  if (!/\bsupports?\b/i.test(plain)) return facts;
  for (const [, sentence = ""] of plain.matchAll(supports)) {
    const filter = /(?:\$|^)filter\b\s*(?:\(([^()]*)\))?/i.exec(sentence);
    if (filter) facts.filter = readOperators(filter[1] ?? "");
    if (names(sentence, "orderby")) facts.orderby = true;
    if (names(sentence, "expand")) facts.expand = true;
    if (names(sentence, "select")) facts.select = true;
    if (names(sentence, "search")) facts.search = true;
  }
  return facts;
}

function isGotByExpand(plain: string): boolean {
  const got = gotByExpand.exec(plain);
  const before = plain.slice(0, got?.index ?? 0);
  return got !== null && !denied.test(`${before.slice(before.lastIndexOf(".") + 1)}${got[0]}`);
}

function names(sentence: string, option: string): boolean {
  return new RegExp(`\\$${option}\\b|(?:^|\\band |, )${option}\\b`, "i").test(sentence);
}

/** `eq`, `not`, `/$count ne 0`: how many there are is asked for beside the operators that each of them takes. */
function readOperators(list: string): string[] {
  const ofValues = list
    .split(",")
    .filter((item) => !item.includes("/$count"))
    .join(",");
  const named = [...ofValues.matchAll(/[A-Za-z]+/g)].flatMap(
    ([word]) => operators.get(word.toLowerCase()) ?? [],
  );
  return [...new Set(named)];
}
