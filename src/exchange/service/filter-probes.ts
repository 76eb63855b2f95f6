import { isObject } from "../../base/is-object.ts";
import { filterWord } from "../../contract/capability/documented-operators.ts";
import { isDocumentedUse } from "../../contract/capability/documented-use.ts";
import type { Contract, Operation, Property, TypeContract, TypeRef } from "../../contract/contract.ts";
import { literal } from "./literal.ts";

export interface FilterProbe {
  /** Says what is asked, without the value. */
  readonly name: string;
  readonly filter: string;
  readonly property: string;
  /** Whether the pages document the operator for the property. */
  readonly isDocumented: boolean;
}

export interface FilterProbes {
  readonly filters: readonly FilterProbe[];
  /** Documented operators that are not asked for, since no item has a value for them. */
  readonly withoutValue: readonly string[];
}

type Items = readonly Readonly<Record<string, unknown>>[];

/**
 * A `$filter` for each property and each operator that its page documents, and one with an operator that it does not;
 * the values are those of the items, so that each filter parts them.
 */
export function filterProbes(
  contract: Contract,
  operation: Operation,
  type: TypeContract,
  items: Items,
): FilterProbes {
  const filters: FilterProbe[] = [];
  const withoutValue: string[] = [];
  let undocumented: FilterProbe | undefined;
  for (const operand of type.properties.flatMap((property) => operandsOf(property))) {
    const { path } = operand;
    // The type of a relationship may have no page, but the relationship has its list.
    const word = filterWord(contract, type, path.slice(0, 1));
    // A page that says `$filter` without a list takes what every page has first.
    const operators = word === "all" ? ["eq"] : word === "unsaid" ? [] : word;
    const values = valuesOf(items, operand);
    for (const operator of operators) {
      const filter = expression(operator, operand, values);
      if (filter !== undefined) {
        const property = path.join("/");
        filters.push({ name: `$filter=${property} ${operator}`, filter, property, isDocumented: true });
      } else withoutValue.push(`${path.join("/")} ${operator}`);
    }
    const isDocumented = (operator: string) => isDocumentedUse(contract, operation, type, { path, operator });
    undocumented ??= undocumentedProbe(isDocumented, operand, values);
  }
  return { filters: undocumented ? [...filters, undocumented] : filters, withoutValue };
}

/** Two filters of different properties, both of which hold, and one of which does. */
export function joinedFilters(filters: readonly FilterProbe[]): readonly FilterProbe[] {
  const documented = filters.filter(({ isDocumented }) => isDocumented);
  const [first] = documented;
  const second = documented.find(({ property }) => property !== first?.property);
  if (!first || !second) return [];
  return ["and", "or"].map((word) => ({
    ...first,
    name: `$filter, two that are documented, ${word}`,
    filter: `${first.filter} ${word} ${second.filter}`,
  }));
}

/** What a filter compares. */
interface Operand {
  readonly path: readonly string[];
  readonly type: TypeRef;
}

/** A relationship to one resource is compared by its key. */
function operandsOf({ name, type, navigation }: Property): Operand[] {
  if (type.kind === "primitive" || type.kind === "enum") return [{ path: [name], type }];
  if (!navigation || type.collection) return [];
  return [{ path: [name, "id"], type: { kind: "primitive", name: "Edm.String", collection: false } }];
}

/** The values that the items have, in order, each once; the stand-in for members of later versions is none. */
function valuesOf(items: Items, { path, type }: Operand): readonly (string | number | boolean)[] {
  const found = items.flatMap((item) => {
    const value = path.reduce<unknown>(
      (reached, name) => (isObject(reached) ? reached[name] : undefined),
      item,
    );
    return type.collection && Array.isArray(value) ? value : [value];
  });
  const usable = found.filter(
    (value): value is string | number | boolean =>
      literal(type, value) !== undefined && !(type.kind === "enum" && value === "unknownFutureValue"),
  );
  return [...new Set(usable)].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}

const comparisons = new Set(["eq", "ne", "gt", "ge", "lt", "le", "has"]);
const calls = new Set(["startswith", "endswith", "contains"]);

function expression(
  operator: string,
  { path, type }: Operand,
  values: readonly (string | number | boolean)[],
): string | undefined {
  const value = values[values.length >> 1];
  const written = value === undefined ? undefined : literal(type, value);
  if (value === undefined || written === undefined) return undefined;
  const place = path.join("/");
  if (type.collection) {
    // A collection is only asked for what its items are.
    const all = operator === "all" ? "all" : "any";
    return operator === "any" || all === "all" || comparisons.has(operator)
      ? `${place}/${all}(x:x ${comparisons.has(operator) ? operator : "eq"} ${written})`
      : undefined;
  }
  if (comparisons.has(operator)) return `${place} ${operator} ${written}`;
  if (operator === "in") {
    const [other] = values.filter((one) => one !== value);
    return `${place} in (${[written, ...(other === undefined ? [] : [literal(type, other)])].join(",")})`;
  }
  if (operator === "not") return `not(${place} eq ${written})`;
  if (!calls.has(operator) || typeof value !== "string" || type.kind !== "primitive") return undefined;
  const part = operator === "endswith" ? value.slice(-3) : value.slice(0, 3);
  return `${operator}(${place},${literal(type, part)})`;
}

/** With an operator that would make sense for the property. */
function undocumentedProbe(
  isDocumented: (operator: string) => boolean,
  operand: Operand,
  values: readonly (string | number | boolean)[],
): FilterProbe | undefined {
  const { path, type } = operand;
  if (type.collection || path.length > 1) return undefined;
  const sensible = type.name === "Edm.String" ? ["eq", "startswith", "contains"] : ["eq", "ne", "gt", "in"];
  const operator = sensible.find((one) => !isDocumented(one));
  const filter = operator && expression(operator, operand, values);
  if (!filter) return undefined;
  const property = path.join("/");
  const name = `$filter=${property} ${operator}, which the page does not document`;
  return { name, filter, property, isDocumented: false };
}
