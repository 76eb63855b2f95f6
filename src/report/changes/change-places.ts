import { groupBy } from "../../base/group-by.ts";
import type { ChangedPlace, Level } from "../../diff/change.ts";
import { counted } from "../phrases.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

/** `before.md:12 → after.md:14`; one side alone where the other has none. */
export function placePhrase({ before, after }: ChangedPlace): string {
  const [old, next] = [before, after].map(
    (fact) => fact?.location && `${fact.location.file}:${fact.location.line}`,
  );
  if (old !== undefined && next !== undefined) return `${old} → ${next}`;
  return next ?? old ?? "";
}

/** `and 39 more places`, `reaches 12 operations`. */
export function reachPhrases({ places, reaches }: WeighedChange): string[] {
  return [
    ...(places.length > 1 ? [`at ${places.length} places`] : []),
    ...(reaches.length > 0 ? [`reaches ${counted(reaches.length, "operation")}`] : []),
  ];
}

/** For whom the changes are weighed, and what that leaves out: of beta Graph promises nothing. */
export function weighedPhrase({ profiles, changes }: ChangeReport): string {
  const ofBeta = changes.some(({ version }) => version === "beta");
  return `${profiles.join(", ")}${ofBeta ? "; beta as v1.0 would be, though Graph lets it break" : ""}`;
}

/** How often each rule judged the changes of a level, the most frequent first. */
export function rulesOfLevel(
  changes: readonly WeighedChange[],
  level: Level,
): readonly { readonly rule: string; readonly count: number }[] {
  const rules = groupBy(
    changes.filter((change) => change.level === level),
    ({ rule }) => rule,
  );
  return [...rules]
    .map(([rule, { length }]) => ({ rule, count: length }))
    .sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1));
}
