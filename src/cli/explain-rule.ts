import { waiverRules } from "../report/waiver-finding.ts";
import { catalogue } from "../rules/catalogue.ts";
import { type Rule, severityOf } from "../rules/rule.ts";
import { rulePage } from "./package-files.ts";
import { areaRow, rowsOf, rulesAsked } from "./rules-asked.ts";

const sources = ["documented", "mock", "tenant"] as const;

/**
 * A rule that judges as text: its page, what a failure weighs on which source, and how one is accepted. Of an area the
 * list of its rules, and of `all` that of the areas.
 *
 * @throws UsageError for what is no rule and no area
 */
export function explainRule(asked: string): string {
  const found = rulesAsked(asked, [...catalogue, ...waiverRules], { what: "rule", lister: "--explain" });
  switch (found.kind) {
    case "rule": {
      const rule = catalogue.find(({ id }) => id === found.rule.id);
      // What is said of a waiver weighs the same on every source, and nobody accepts it.
      return rule ? explained(rule) : rulePage(found.rule.id);
    }
    case "area":
      return text(rowsOf(found.rules.map(({ id, promise }) => [id, promise])));
    case "all":
      return text(rowsOf([...found.areas].map(areaRow)));
  }
}

function explained(rule: Rule): string {
  const weights = sources.map(
    (source) => `  ${source.padEnd(10)} ${severityOf(rule, source) ?? "not judged"}`,
  );
  return text([rulePage(rule.id).trimEnd(), "", "## Weight", "", ...weights, "", ...waiverLines(rule.id)]);
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

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
