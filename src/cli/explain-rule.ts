import { groupBy } from "../base/group-by.ts";
import { nearestName } from "../base/nearest-name.ts";
import { UsageError } from "../base/usage-error.ts";
import { waiverRules } from "../report/waiver-finding.ts";
import { catalogue } from "../rules/catalogue.ts";
import { severityOf } from "../rules/rule.ts";
import { rulePage } from "./rule-pages.ts";

/** What stands for all rules where one is to be named. */
export const ALL_RULES = "all";

const sources = ["documented", "mock", "tenant"] as const;

/**
 * A rule that judges as text: its page, what a failure weighs on which source, and how one is accepted. Of an area the
 * list of its rules, and of `all` that of the areas.
 *
 * @throws UsageError for what is no rule and no area
 */
export function explainRule(asked: string): string {
  const rule = catalogue.find(({ id }) => id === asked);
  if (rule) {
    const weights = sources.map(
      (source) => `  ${source.padEnd(10)} ${severityOf(rule, source) ?? "not judged"}`,
    );
    return text([rulePage(asked).trimEnd(), "", "## Weight", "", ...weights, "", ...waiverLines(asked)]);
  }
  const ofWaivers = waiverRules.find(({ id }) => id === asked);
  if (ofWaivers) return text([`# ${asked}`, "", ofWaivers.promise]);
  const areas = groupBy(catalogue, ({ id }) => id.slice(0, id.indexOf("/")));
  if (asked === ALL_RULES) return listOf([...areas].map(([area, rules]) => [area, namesIn(rules)]));
  const rules = areas.get(asked.replace(/\/\*?$/, ""));
  if (rules) return listOf(rules.map(({ id, promise }) => [id, promise]));
  const near = nearestName(asked, [...catalogue.map(({ id }) => id), ...areas.keys()]);
  throw new UsageError(
    `"${asked}" is no rule${near === undefined ? "; --explain lists them" : `; did you mean ${near}?`}`,
  );
}

function waiverLines(rule: string): readonly string[] {
  return [
    "## To accept a finding",
    "",
    "  In the file that --waivers names, by the fingerprint that --verbose and the report show, or by scope:",
    "",
    '  { "waivers": [',
    `    { "rule": "${rule}", "scope": "v1.0/name-of-the-page", "reason": "why", "owner": "who",`,
    '      "expires": "2030-12-31", "link": "https://example.com/the-issue" }',
    "  ] }",
  ];
}

function namesIn(rules: readonly { readonly id: string }[]): string {
  return rules.map(({ id }) => id.slice(id.indexOf("/") + 1)).join(", ");
}

function listOf(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return text(rows.map(([name, said]) => `${name.padEnd(width)}  ${said}`));
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
