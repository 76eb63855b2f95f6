import type { Judgement } from "../rules/assertion.ts";
import { byText } from "./order.ts";
import type { Basis, Upgrade } from "./report.ts";

/** What an earlier report says of itself. */
export interface EarlierReport extends Basis {
  /** Of the tool that wrote it. */
  readonly version: string;
}

/**
 * What a run is judged by, or needs, that an earlier one was and did not; undefined where there is nothing. A permission
 * is new where none of those that let an operation be called was needed before.
 */
export function upgradeSince(earlier: EarlierReport, { rules, permissions }: Basis): Upgrade | undefined {
  const known = new Set(earlier.rules);
  const needed = new Set(earlier.permissions.flatMap(([least = ""]) => least));
  const added = permissions.filter((own) => !own.some((name) => needed.has(name)));
  const upgrade = {
    since: earlier.version,
    rules: rules.filter((rule) => !known.has(rule)).sort(byText),
    permissions: [...new Set(added.flatMap(([least]) => least ?? []))].sort(byText),
  };
  return upgrade.rules.length + upgrade.permissions.length > 0 ? upgrade : undefined;
}

/** The judgements, each failure of a new rule saying so. */
export function markNew(
  judgements: readonly Judgement[],
  upgrade: Upgrade | undefined,
): readonly Judgement[] {
  if (!upgrade || upgrade.rules.length === 0) return judgements;
  const isNew = new Set(upgrade.rules);
  return judgements.map((judgement) => ({
    ...judgement,
    assertions: judgement.assertions.map((each) =>
      "cause" in each && isNew.has(each.rule) ? { ...each, newSince: upgrade.since } : each,
    ),
  }));
}

const fewNames = 5;

/** `since 0.3.0: 2 rules are new (body/a, body/b); User.Read.All is needed now`. */
export function upgradePhrase({ since, rules, permissions }: Upgrade): string {
  const named = rules.length > fewNames ? [...rules.slice(0, fewNames), "…"] : rules;
  const parts = [
    ...(rules.length > 0
      ? [`${rules.length} rule${rules.length === 1 ? " is" : "s are"} new (${named.join(", ")})`]
      : []),
    ...(permissions.length > 0
      ? [`${permissions.join(", ")} ${permissions.length === 1 ? "is" : "are"} needed now`]
      : []),
  ];
  return `since ${since} ${parts.join(", and ")}`;
}
