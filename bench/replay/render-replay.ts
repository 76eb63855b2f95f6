import { groupBy } from "../../src/base/group-by.ts";
import { type Target, targetLine } from "../target.ts";
import type { Replay } from "./replay.ts";

/** What is asked of the mock: the share of right answers, and of values that come back as they were sent. */
export const asked = { right: 0.97, values: 0.99 };

/** The figures, and what is not right by its cause. */
export function renderReplays(replays: readonly Replay[]): string {
  const count = (outcome: Replay["outcome"]) => replays.filter((each) => each.outcome === outcome).length;
  const causes = [...groupBy(wrongOf(replays), ({ cause }) => cause)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return [
    `${replays.length} documented examples with a response`,
    `  right               ${count("right")}`,
    `  wrong               ${count("wrong")}`,
    `  refused as broken   ${count("refused as broken")}, which verify calls broken, too`,
    `  not sent            ${count("not sent")}`,
    "",
    "| wrong, by cause | examples |",
    "| :-- | --: |",
    ...causes.slice(0, 30).map(([cause, all]) => `| ${cause} | ${all.length} |`),
    "",
    ...replayTargets(replays).map(targetLine),
    "",
  ].join("\n");
}

/** Every example that is not right, with its place, and every value that did not come back. */
export function listReplays(replays: readonly Replay[]): string {
  const changed = replays.filter((each) => each.changed.length > 0);
  return [
    ...replays
      .filter(({ outcome }) => outcome !== "right")
      .map(({ outcome, file, line, request, cause }) => `${outcome}: ${file}:${line} ${request}: ${cause}`),
    "",
    ...changed.map(({ file, line, changed: names }) => `changed: ${file}:${line} ${names.join(", ")}`),
  ].join("\n");
}

/** What was refused because it is broken, and what could not be sent, is neither right nor wrong. */
export function replayTargets(replays: readonly Replay[]): readonly Target[] {
  const right = replays.filter(({ outcome }) => outcome === "right").length;
  const answered = right + wrongOf(replays).length;
  const values = replays.reduce((sum, each) => sum + each.values, 0);
  const back = values - replays.reduce((sum, { changed }) => sum + changed.length, 0);
  const share = (part: number, whole: number) =>
    `${part} of ${whole}, ${((100 * part) / whole).toFixed(1)} %`;
  return [
    {
      promise: "at least 97 % of the requests are answered with a documented status",
      measured: share(right, answered),
      met: right >= asked.right * answered,
    },
    {
      promise: "at least 99 % of the values that are written come back as they were sent",
      measured: share(back, values),
      met: back >= asked.values * values,
    },
  ];
}

function wrongOf(replays: readonly Replay[]): readonly Replay[] {
  return replays.filter(({ outcome }) => outcome === "wrong");
}
