interface FilterFunction {
  /** How few and how many arguments it takes. */
  readonly arity: readonly [number, number];
  /** True when it answers yes or no, and can stand alone. */
  readonly condition?: true;
}

/** The functions of `$filter` by lower-case name (OData 4.01 URL Conventions, section 5.1.1.5 and following). */
export const filterFunctions: ReadonlyMap<string, FilterFunction> = new Map([
  ["contains", { arity: [2, 2], condition: true }],
  ["startswith", { arity: [2, 2], condition: true }],
  ["endswith", { arity: [2, 2], condition: true }],
  ["matchespattern", { arity: [2, 2], condition: true }],
  ["isof", { arity: [1, 2], condition: true }],
  ["cast", { arity: [1, 2], condition: true }],
  ["length", { arity: [1, 1] }],
  ["indexof", { arity: [2, 2] }],
  ["substring", { arity: [2, 3] }],
  ["tolower", { arity: [1, 1] }],
  ["toupper", { arity: [1, 1] }],
  ["trim", { arity: [1, 1] }],
  ["concat", { arity: [2, 2] }],
  ["year", { arity: [1, 1] }],
  ["month", { arity: [1, 1] }],
  ["day", { arity: [1, 1] }],
  ["hour", { arity: [1, 1] }],
  ["minute", { arity: [1, 1] }],
  ["second", { arity: [1, 1] }],
  ["fractionalseconds", { arity: [1, 1] }],
  ["totaloffsetminutes", { arity: [1, 1] }],
  ["date", { arity: [1, 1] }],
  ["time", { arity: [1, 1] }],
  ["now", { arity: [0, 0] }],
  ["mindatetime", { arity: [0, 0] }],
  ["maxdatetime", { arity: [0, 0] }],
  ["totalseconds", { arity: [1, 1] }],
  ["round", { arity: [1, 1] }],
  ["floor", { arity: [1, 1] }],
  ["ceiling", { arity: [1, 1] }],
] satisfies [string, FilterFunction][]);
