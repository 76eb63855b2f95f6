import { groupBy } from "../base/group-by.ts";
import { nearestName } from "../base/nearest-name.ts";
import { UsageError } from "../base/usage-error.ts";

/** What stands for all rules where one is to be named. */
export const ALL_RULES = "all";

/** What somebody asked to have explained: a rule, the rules of an area, or all areas by their names. */
export type RulesAsked<Rule> =
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "area"; readonly rules: readonly Rule[] }
  | { readonly kind: "all"; readonly areas: ReadonlyMap<string, readonly Rule[]> };

/**
 * Finds what was asked for among rules that are called `area/what-is-wrong`: an id, an area (`body`, `body/*`), or `all`.
 * `what` is what they are called, and `lister` the option that lists them.
 *
 * @throws UsageError for what is none of these, with the nearest name
 */
export function rulesAsked<Rule extends { readonly id: string }>(
  asked: string,
  catalogue: readonly Rule[],
  { what, lister }: { readonly what: string; readonly lister: string },
): RulesAsked<Rule> {
  const rule = catalogue.find(({ id }) => id === asked);
  if (rule) return { kind: "rule", rule };
  const areas = groupBy(catalogue, ({ id }) => id.slice(0, id.indexOf("/")));
  if (asked === ALL_RULES) return { kind: "all", areas };
  const rules = areas.get(asked.replace(/\/\*?$/, ""));
  if (rules) return { kind: "area", rules };
  if (/^[\da-f]{12}$/.test(asked))
    throw new UsageError(`"${asked}" is a fingerprint; ${lister} takes the ${what} that stands with it`);
  const near = nearestName(asked, [...catalogue.map(({ id }) => id), ...areas.keys()]);
  throw new UsageError(
    `"${asked}" is no ${what}${near === undefined ? `; ${lister} lists them` : `; did you mean ${near}?`}`,
  );
}

/** Names and what is said of each, a line each: `body/type  Every value has its documented type.` */
export function rowsOf(rows: readonly (readonly [name: string, said: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, said]) => `${name.padEnd(width)}  ${said}`);
}

/** An area, and the names of its rules in it. */
export function areaRow([area, rules]: readonly [string, readonly { readonly id: string }[]]): readonly [
  string,
  string,
] {
  return [area, rules.map(({ id }) => id.slice(area.length + 1)).join(", ")];
}
