import { groupBy } from "../base/group-by.ts";
import { nearestName } from "../base/nearest-name.ts";
import { UsageError } from "../base/usage-error.ts";
import { profiles } from "./change.ts";
import type { ChangeRule } from "./change-rule.ts";
import type { PolicySource, Weight } from "./policy/weights.ts";

const sourceNames: Readonly<Record<PolicySource, string>> = {
  versioning: "Microsoft Graph: versioning, support, and breaking change policies",
  guidelines: "Microsoft Graph REST API guidelines",
  odata: "OData 4.01 Protocol, 5.2 and 5.3",
  ours: "what such a client does",
};

/**
 * A change rule as text: its section of the rule pages, what it weighs and who says so. Of an area the list of its
 * rules, and of `all` that of the areas.
 *
 * @throws UsageError for what is no rule and no area
 */
export function explainChange(
  asked: string,
  catalogue: readonly ChangeRule[],
  pages: ReadonlyMap<string, string>,
): string {
  const rule = catalogue.find(({ id }) => id === asked);
  if (rule) return explained(rule, pages.get(rule.id) ?? "");
  const areas = groupBy(catalogue, ({ id }) => areaOf(id));
  if (asked === "all") return listOfAreas(areas);
  const rules = areas.get(asked.replace(/\/\*?$/, ""));
  if (rules) return listOfRules(rules);
  const near = nearestName(asked, [...catalogue.map(({ id }) => id), ...areas.keys()]);
  throw new UsageError(
    `"${asked}" is no change rule${near === undefined ? "; diff --explain lists them" : `; did you mean ${near}?`}`,
  );
}

function explained(rule: ChangeRule, page: string): string {
  const { id, action, direction, kinds, mirror, breaks, weighs } = rule;
  return text([
    id,
    "",
    `  ${kinds.join(", ")} ${action}${direction === "other" ? "" : `, ${direction}`}`,
    `  ${breaks}`,
    "",
    ...(page === "" ? [] : [...page.split("\n").map((line) => (line === "" ? "" : `  ${line}`)), ""]),
    ...profiles.map((profile) => `  ${profile.padEnd(6)} ${weightPhrase(weighs[profile])}`),
    "",
    `  The other way round: ${"none" in mirror ? `none (${mirror.none})` : mirror.join(", ")}`,
  ]);
}

function listOfRules(rules: readonly ChangeRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return text([
    ...rules.map(({ id, breaks }) => `${id.padEnd(width)}  ${breaks}`),
    "",
    `diff --explain ${rules[0]?.id ?? ""} explains one of them.`,
  ]);
}

function listOfAreas(areas: ReadonlyMap<string, readonly ChangeRule[]>): string {
  const width = Math.max(...[...areas.keys()].map((area) => area.length));
  return text([
    ...[...areas].map(([area, rules]) => {
      const names = rules.map(({ id }) => id.slice(area.length + 1));
      return `${area.padEnd(width)}  ${names.join(", ")}`;
    }),
    "",
    "diff --explain AREA lists its rules, diff --explain AREA/RULE explains one.",
  ]);
}

function areaOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function weightPhrase({ level, source, disputed }: Weight): string {
  const said = `${level.padEnd(10)} ${sourceNames[source]}`;
  return disputed ? `${said}; ${sourceNames[disputed.source]} says ${disputed.level}` : said;
}
