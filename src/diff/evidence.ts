import { onceForAll } from "../base/once-for.ts";
import type { Contract, TypeRef } from "../contract/contract.ts";
import { isDeclared } from "../contract/names/type-named.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import type { JsonKind } from "../contract/shown.ts";
import { splitPath } from "../odata/path-segments.ts";
import type { Between } from "./change-rule.ts";
import type { Fact } from "./fact.ts";
import { withKeysElsewhere } from "./moved-path.ts";
import { pathIdentity } from "./outline/path-identity.ts";

/** The kinds of JSON values that the examples of a contract show for a name of a type. */
export function shownKinds({ shown }: Contract, type: string, name: string): readonly JsonKind[] {
  const names = shown?.types[type];
  return (names && Object.hasOwn(names, name) ? names[name] : undefined) ?? [];
}

/**
 * Whether examples before showed a property of a type to who had not selected it; `left out` only where they showed at
 * least two thirds of what the contract after says to come unasked: an answer that is cut short says nothing.
 */
export function shownUnasked(
  { before, after }: Between,
  type: { readonly before: string; readonly after: string },
  name: string,
): "shown" | "left out" | undefined {
  const names = new Set(before.shown?.unasked?.[type.before]);
  if (names.has(name)) return "shown";
  const byDefault = (after.types[type.after]?.properties ?? []).filter(
    ({ navigation, onlyOnSelect, notByDefault }) => !navigation && !onlyOnSelect && !notByDefault,
  );
  const shown = byDefault.filter((property) => names.has(property.name)).length;
  return shown > 1 && shown * 3 >= byDefault.length * 2 ? "left out" : undefined;
}

/** What shows that a name was misspelt in the contract before: its own examples had the other one. */
export function misspelt({ before }: Between, type: string, old: string, name: string): string | undefined {
  if (shownKinds(before, type, name).length === 0 || shownKinds(before, type, old).length > 0)
    return undefined;
  return `the examples before showed "${name}"`;
}

/** What shows that a type was wrong in the contract before: its own examples showed values of the other. */
export function mistyped(
  { before, after }: Between,
  place: { readonly type: string; readonly name: string },
  old: Pick<TypeRef, "name" | "collection">,
  next: Pick<TypeRef, "name" | "collection">,
): string | undefined {
  const kinds = shownKinds(before, place.type, place.name).filter((kind) => kind !== "null");
  if (kinds.length === 0) return undefined;
  if (old.name === "Edm.String" && isNumeral(next.name) && showsNumerals({ before, after }, place))
    return "every text that the examples before showed was a number, and those after show numbers";
  const was = jsonKindsOf(before, old);
  const is = jsonKindsOf(after, next);
  if (!kinds.every((kind) => is.includes(kind)) || kinds.every((kind) => was.includes(kind)))
    return undefined;
  return `the examples before showed ${kinds.join(" and ")} values`;
}

/**
 * A number in quotation marks is a slip of the pages where all of them were numbers, and none is in quotation marks any
 * more: no service makes a number of what was any text.
 */
function showsNumerals(
  { before, after }: Between,
  { type, name }: { readonly type: string; readonly name: string },
): boolean {
  const kinds = shownKinds(after, type, name).filter((kind) => kind !== "null");
  const isNumber = kinds.length > 0 && kinds.every((kind) => kind === "number");
  return isNumber && (before.shown?.numerals?.[type] ?? []).includes(name);
}

function isNumeral(name: string): boolean {
  return /^Edm\.(?:Byte|SByte|Int16|Int32|Int64|Single|Double|Decimal)$/.test(name);
}

/** What shows that a status was wrong in the contract before: its own examples showed the other. */
export function otherStatusShown(
  { before }: Between,
  within: readonly Fact[],
  old: string,
  next: string,
): string | undefined {
  const [path, operation] = within;
  const id = `${operation?.name} ${path?.name}`.toLowerCase();
  const statuses = (before.shown?.operations[id]?.statuses ?? []).map(String);
  if (!statuses.includes(next) || statuses.includes(old)) return undefined;
  return `the examples before showed ${next}`;
}

/** What shows that a path was wrong in the contract before: its own examples called the other. */
export function strayTo({ before, after }: Between, old: Fact, next: Fact): string | undefined {
  const stray = straysTo(before, after).get(next.name);
  if (stray !== undefined) return `the examples before called ${stray}`;
  const elsewhere = withKeysElsewhere(old.name, next.name);
  if (elsewhere !== undefined) return elsewhere;
  if (old.name === `${next.name}/$entity`) return "only a context URL ends in `/$entity`";
  return isBalanced(old.name) ? undefined : "a bracket of the path before was not closed";
}

/** The first call of an example before that no path had then, by the path after that it fits. */
const straysTo = onceForAll((before: Contract, after: Contract): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { method, path } of before.shown?.strays ?? []) {
    const operation = matchOperation(after, method, { segments: splitPath(path) });
    const key = operation && pathIdentity(operation.path).key;
    if (key !== undefined && !found.has(key)) found.set(key, path);
  }
  return found;
});

function isBalanced(path: string): boolean {
  const count = (pattern: RegExp) => path.match(pattern)?.length ?? 0;
  return count(/\{/g) === count(/\}/g) && count(/\(/g) === count(/\)/g);
}

function jsonKindsOf(
  contract: Contract,
  { name, collection }: Pick<TypeRef, "name" | "collection">,
): JsonKind[] {
  if (collection) return ["array"];
  if (name === "Edm.Boolean") return ["boolean"];
  if (name === "Edm.Int64" || name === "Edm.Decimal") return ["number", "string"];
  if (/^Edm\.(?:Byte|SByte|Int16|Int32|Single|Double)$/.test(name)) return ["number"];
  if (name.startsWith("Edm.") || Object.hasOwn(contract.enums, name)) return ["string"];
  return isDeclared(contract, name) ? ["object"] : ["string", "number", "boolean", "object", "array"];
}
