import type { Resource } from "../message.ts";

/** A `$search`: one of the alternatives must hold, with all of its terms. */
export type Search = readonly (readonly SearchTerm[])[];

export interface SearchTerm {
  /** Lower case. */
  readonly text: string;
  /** Lower case; absent: any property. */
  readonly property?: string;
  readonly excluded: boolean;
}

// Every term is looked for in every text of every item.
const LENGTH = 4096;
const TERMS = 32;

/**
 * Reads a `$search`: words and phrases in quotes, with `AND` (or nothing) and `OR` between and `NOT` before; Graph
 * takes `"displayName:video"` and `subject:pizza` for a search in one property (Graph page "Use the $search query
 * parameter"). Undefined when a quote is left open, nothing is searched for, or more than a search has room for.
 */
export function readSearch(text: string): Search | undefined {
  if (text.length > LENGTH) return undefined;
  const alternatives: SearchTerm[][] = [[]];
  let excluded = false;
  let rest = text.trim();
  while (rest !== "") {
    const [whole = "", quoted, word = ""] = /^(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))\s*/s.exec(rest) ?? [];
    if (whole === "") return undefined;
    rest = rest.slice(whole.length);
    if (quoted === undefined && word === "OR") alternatives.push([]);
    else if (quoted === undefined && word === "NOT") excluded = true;
    else if (quoted !== undefined || word !== "AND") {
      alternatives.at(-1)?.push({ ...termOf(quoted?.replace(/\\(.)/gs, "$1") ?? word), excluded });
      excluded = false;
    }
  }
  const readable = alternatives.every((terms) => terms.length > 0) && alternatives.flat().length <= TERMS;
  return readable ? alternatives : undefined;
}

/** Whether a resource has what is searched for, without letter case, in any of its texts or in the one named. */
export function matchesSearch(resource: Resource, search: Search): boolean {
  return search.some((terms) =>
    terms.every(({ text, property, excluded }) => {
      const found = Object.entries(resource).some(
        ([name, value]) =>
          !name.includes("@") &&
          (property === undefined || name.toLowerCase() === property) &&
          hasText(value, text, 0),
      );
      return found !== excluded;
    }),
  );
}

function termOf(text: string): Pick<SearchTerm, "text" | "property"> {
  const [whole = "", property = ""] = /^(\w+):/.exec(text) ?? [];
  if (whole === "") return { text: text.toLowerCase() };
  const rest = text.slice(whole.length).replace(/^"(.*)"$/s, "$1");
  return { text: rest.toLowerCase(), property: property.toLowerCase() };
}

function hasText(value: unknown, text: string, depth: number): boolean {
  if (typeof value === "string") return value.toLowerCase().includes(text);
  if (typeof value !== "object" || value === null || depth > 8) return false;
  return Object.values(value).some((inner) => hasText(inner, text, depth + 1));
}
