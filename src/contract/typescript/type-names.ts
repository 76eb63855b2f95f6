import type { Contract } from "../contract.ts";
import { derivedTypes } from "../names/inheritance.ts";
import { shortName } from "../names/short-name.ts";

const NAMESPACE = "microsoft.graph.";

/** Names that a declaration must not take, because the declarations themselves use them. */
const reserved = ["Array", "Record"];

/**
 * A TypeScript name for every type and enum of a contract, by qualified name: the short name in Pascal case.
 * Where two share it, `microsoft.graph` keeps the short name and the others put their namespace before it.
 */
export function typeNames(contract: Contract): ReadonlyMap<string, string> {
  const qualified = [...Object.keys(contract.types), ...Object.keys(contract.enums)].sort(byNamespace);
  const names = new Map<string, string>();
  const taken = new Set(reserved);
  for (const name of qualified) {
    if (names.has(name)) continue;
    const short = pascal(shortName(name));
    const long = pascal(name.startsWith(NAMESPACE) ? name.slice(NAMESPACE.length) : name);
    const free = [short, long].find((candidate) => !taken.has(candidate)) ?? numbered(long, taken);
    names.set(name, free);
    taken.add(free);
    // The envelope of its collections is declared beside it.
    taken.add(`${free}CollectionResponse`);
  }
  return names;
}

/** Fewer namespaces first, so that `microsoft.graph.user` comes before `microsoft.graph.callRecords.user`. */
function byNamespace(a: string, b: string): number {
  return a.split(".").length - b.split(".").length || (a < b ? -1 : 1);
}

/** As json-schema-to-typescript does it, which capitalises behind digits too: `B2XIdentityUserFlow`. */
function pascal(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .replaceAll(/\d[a-z]/g, (end) => end.toUpperCase());
  return /^[A-Z]/.test(joined) ? joined : `_${joined}`;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}${count}`;
  return candidate;
}

/** Above this many derived types an expression names the base type alone. */
const MOST_ALTERNATIVES = 20;

/**
 * The TypeScript expression for a value in the place of a type or enum, by qualified name: a type with derived
 * types is the union of all of them.
 */
export function typeExpressions(
  contract: Contract,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const entries = [...names].map(([qualified, name]): [string, string] => {
    const derived = derivedTypes(contract, qualified);
    const alternatives =
      derived.length > MOST_ALTERNATIVES ? [] : derived.map((one) => names.get(one) ?? one);
    return [qualified, [name, ...alternatives].join(" | ")];
  });
  return new Map(entries);
}
