import { groupBy } from "../../base/group-by.ts";
import type { BaselineOutcome, KnownFinding } from "./outcome.ts";

/** `2 new`, `14 known`, `3 fixed`, `1 not judged now`: what became of a baseline, and what is not in it. */
export function outcomePhrases({
  new: fresh,
  known,
  fixed,
  notJudged,
  added = 0,
}: BaselineOutcome): readonly string[] {
  return [
    `${fresh} new`,
    `${known} known${added > 0 ? ` (${added} of them from now on)` : ""}`,
    `${fixed.length} fixed`,
    ...(notJudged.length > 0 ? [`${notJudged.length} not judged now`] : []),
  ];
}

/** `of the baseline 3 fixed, 1 not judged now`: what the verdict does not count. */
export function outcomePhrase({ fixed, notJudged }: BaselineOutcome): readonly string[] {
  const parts = [
    ...(fixed.length > 0 ? [`${fixed.length} fixed`] : []),
    ...(notJudged.length > 0 ? [`${notJudged.length} not judged now`] : []),
  ];
  return parts.length === 0 ? [] : [`of the baseline ${parts.join(", ")}`];
}

/** `35: its page was not judged`: why nobody can say, and of how many; one alone is named. */
export function notJudgedPhrases({ notJudged }: BaselineOutcome): readonly string[] {
  return [...groupBy(notJudged, ({ why }) => why)].map(([why, all]) => {
    const [first] = all;
    return all.length === 1 && first
      ? `${first.rule} at ${knownPlace(first)}: ${why}`
      : `${all.length}: ${why}`;
  });
}

/** `v1.0/run-get, get_run, /value/0/id`: where a known finding stands. */
export function knownPlace({ source, version, page, subject, example, pointer }: KnownFinding): string {
  const place = source === "documented" ? `${version}/${page ?? ""}` : `${source}, ${version} ${subject.id}`;
  return [place, example, pointer].filter((part) => part !== undefined && part !== "").join(", ");
}

/** What a known finding says; of a service only its rule is known. */
export function knownText({ message, rule }: KnownFinding): string {
  return message ?? `what a service answered broke ${rule}`;
}
