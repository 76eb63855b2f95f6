import { profiles } from "../diff/change.ts";
import type { ChangeRule } from "../diff/change-rule.ts";
import type { PolicySource, Weight } from "../diff/policy/weights.ts";
import { areaRow, rowsOf, rulesAsked } from "./rules-asked.ts";

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
  const found = rulesAsked(asked, catalogue, { what: "change rule", lister: "diff --explain" });
  switch (found.kind) {
    case "rule":
      return explained(found.rule, pages.get(found.rule.id) ?? "");
    case "area":
      return text([
        ...rowsOf(found.rules.map(({ id, breaks }) => [id, breaks])),
        "",
        `diff --explain ${found.rules[0]?.id ?? ""} explains one of them.`,
      ]);
    case "all":
      return text([
        ...rowsOf([...found.areas].map(areaRow)),
        "",
        "diff --explain AREA lists its rules, diff --explain AREA/RULE explains one.",
      ]);
  }
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

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function weightPhrase({ level, source, disputed }: Weight): string {
  const said = `${level.padEnd(10)} ${sourceNames[source]}`;
  return disputed ? `${said}; ${sourceNames[disputed.source]} says ${disputed.level}` : said;
}
