import { isObject } from "../base/is-object.ts";

export interface FilterOptions {
  /**
   * What decides nothing where the service may have compared otherwise: letter case, collation, the sentinel of an
   * evolvable enum, a null that a function or `not` meets. Without it, as Graph compares: without letter case.
   */
  readonly certain?: boolean;
  /** The member of a resource, or of a value in it; by default as JSON has it. */
  readonly lookup?: (resource: unknown, name: string) => unknown;
  /** Whether a value is of a type, by the type's qualified name; by default what its `@odata.type` says. */
  readonly isOf?: (value: unknown, type: string) => boolean | undefined;
  /** Whether a path leads to members of an enum, which compare by numbers that JSON does not show; by default none does. */
  readonly isEnum?: (path: readonly string[]) => boolean;
}

/** What names mean inside an expression. */
export interface FilterScope extends Required<FilterOptions> {
  readonly resource: unknown;
  readonly variables: ReadonlyMap<string, unknown>;
  /** How many parts may still be evaluated: nested `any` and `all` multiply. */
  readonly budget: { left: number };
}

/** The scope of a whole filter. */
export function scopeOf(
  resource: unknown,
  { certain = false, lookup = memberOf, isOf = isNamed, isEnum = () => false }: FilterOptions,
): FilterScope {
  return { certain, lookup, isOf, isEnum, resource, variables: new Map(), budget: { left: BUDGET } };
}

const BUDGET = 1_000_000;

/** What a path leads to; null behind a null, undefined behind what is absent or is a list. */
export function reach(segments: readonly string[], scope: FilterScope): unknown {
  const [first = "", ...others] = segments;
  const isRoot = first === "$it" || scope.variables.has(first);
  let reached = scope.variables.has(first) ? scope.variables.get(first) : scope.resource;
  for (const name of isRoot ? others : segments) {
    if (reached === null || reached === undefined) return reached;
    if (name.toLowerCase() === "$count") return Array.isArray(reached) ? reached.length : undefined;
    if (Array.isArray(reached)) return undefined;
    reached =
      isCast(name) && scope.lookup(reached, name) === undefined
        ? cast(reached, name, scope)
        : scope.lookup(reached, name);
  }
  return reached;
}

function isCast(name: string): boolean {
  return name.includes(".");
}

/** A value that is not of the type is null (section 5.1.1.15); where nobody knows, it may be. */
function cast(value: unknown, type: string, scope: FilterScope): unknown {
  const is = scope.isOf(value, type);
  if (is === false) return null;
  return is === undefined && scope.certain ? undefined : value;
}

/** By `@odata.type`; a value that names another type may be of one that derives. */
function isNamed(value: unknown, type: string): boolean | undefined {
  const named = memberOf(value, "@odata.type");
  return typeof named === "string" && named.replace(/^.*#/, "").toLowerCase() === type.toLowerCase()
    ? true
    : undefined;
}

/**
 * The member of a JSON object by its name, in any letter case where none has the name as it is written. Undefined
 * when there is none, or the value is no object.
 */
export function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const lower = name.toLowerCase();
  const key = Object.keys(value).find((other) => other.toLowerCase() === lower);
  return key === undefined ? undefined : value[key];
}
