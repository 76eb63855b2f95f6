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

/** The page of a change rule as text: what it means, whom it breaks, what it weighs and who says so. @throws UsageError for no rule */
export function explainChange(id: string, catalogue: readonly ChangeRule[]): string {
  const rule = catalogue.find((one) => one.id === id);
  if (!rule) {
    const near = nearestName(
      id,
      catalogue.map((one) => one.id),
    );
    throw new UsageError(`"${id}" is no change rule${near === undefined ? "" : `; did you mean ${near}?`}`);
  }
  const { action, direction, kinds, mirror, breaks, weighs } = rule;
  const lines = [
    rule.id,
    "",
    `  ${kinds.join(", ")} ${action}${direction === "other" ? "" : `, ${direction}`}`,
    `  ${breaks}`,
    "",
    ...profiles.map((profile) => `  ${profile.padEnd(6)} ${weightPhrase(weighs[profile])}`),
    "",
    `  The other way round: ${"none" in mirror ? `none (${mirror.none})` : mirror.join(", ")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function weightPhrase({ level, source, disputed }: Weight): string {
  const said = `${level.padEnd(10)} ${sourceNames[source]}`;
  return disputed ? `${said}; ${sourceNames[disputed.source]} says ${disputed.level}` : said;
}
