import { type Level, levels, profiles } from "../change.ts";
import type { ChangeRule } from "../change-rule.ts";
import { type Policy, type Weighed, weighedBy } from "../policy/policy.ts";
import { gravest, sharpened } from "../policy/weights.ts";
import type { Standing, Told } from "./told.ts";

/** What a change weighs, and what the metadata beside the pages shows of it. */
export interface WeighedBeside extends Weighed {
  readonly beside?: Standing;
  readonly breaks: string;
  readonly evidence?: string;
}

/**
 * What a change weighs at all its places. Where the metadata before said at each of them what the pages say only now,
 * the service is as it was; where all that it does is be silent of what the pages dropped, nobody can say.
 */
export function weighedBeside(
  rule: ChangeRule,
  places: readonly { readonly told?: Told; readonly evidence?: string }[],
  policy: Policy | undefined,
): WeighedBeside {
  const weighed = weighedBy(rule, policy);
  const told = places.flatMap((place) => place.told ?? []);
  const [evidence] = places.map((place) => place.evidence);
  const base = {
    ...weighed,
    breaks: rule.breaks,
    ...(evidence === undefined ? {} : { evidence }),
    ...(told.length === 0 ? {} : { beside: standingOfAll(told) }),
  };
  if (told.length < places.length || told.some(({ repair }) => repair === undefined)) return base;
  if (told.every(({ repair }) => repair === "certain")) {
    const isMended = gravest(levelsOf(sharpened)) === gravest(weighed.weighs);
    return isMended ? base : { ...base, decided: [], weighs: levelsOf(sharpened), breaks: nobody };
  }
  if (gravest(weighed.weighs) !== "breaking") return base;
  const weighs = { ...weighed.weighs };
  for (const profile of profiles) if (weighs[profile] === "breaking") weighs[profile] = "risky";
  return { ...base, weighs, evidence: evidence ?? "the metadata has had none, neither before nor after" };
}

/** Both together, for what came of one cause: for each kind of client the graver, and the words of the graver. */
export function graver(one: WeighedBeside, other: WeighedBeside): WeighedBeside {
  const weighs = { ...one.weighs };
  for (const profile of profiles) weighs[profile] = gravestOf(one.weighs[profile], other.weighs[profile]);
  const { breaks } = lightness(other) < lightness(one) ? other : one;
  return { ...one, weighs, decided: [...new Set([...one.decided, ...other.decided])], breaks };
}

function lightness({ weighs }: WeighedBeside): number {
  return profiles.reduce((sum, profile) => sum + levels.indexOf(weighs[profile]), 0);
}

function gravestOf(one: Level, other: Level): Level {
  return levels.indexOf(other) < levels.indexOf(one) ? other : one;
}

const nobody = "Nobody: the service was so already.";

function levelsOf(weights: ChangeRule["weighs"]): Weighed["weighs"] {
  const [read, write, sdk, gate] = profiles.map((profile) => weights[profile].level) as [
    Level,
    Level,
    Level,
    Level,
  ];
  return { read, write, sdk, gate };
}

/** What changed in both somewhere changed in both; what cannot be told at one place may be at another. */
function standingOfAll(told: readonly Told[]): Standing {
  const all = told.map(({ standing }) => standing);
  return all.find((one) => one === "both") ?? all.find((one) => one !== "untold") ?? "untold";
}
