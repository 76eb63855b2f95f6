import { type Level, type Profile, profiles, type Weighing } from "../change.ts";
import type { ChangeRule } from "../change-rule.ts";
import type { PolicySource, Weight } from "./weights.ts";

/** What a team decides otherwise than the table. */
export interface Policy {
  /** Where it was read, for every output to say so. */
  readonly file: string;
  /** Where two sources disagree, the one that counts, in the place of the stricter one. */
  readonly prefer?: PolicySource;
  /** By rule, or by area with a star (`header/*`): a level for all profiles, or for some. */
  readonly rules: Readonly<Record<string, Level | Readonly<Partial<Record<Profile, Level>>>>>;
}

export interface Weighed {
  readonly weighs: Weighing;
  /** The profiles for which the policy decided. */
  readonly decided: readonly Profile[];
}

/** What a rule weighs under a policy; the rule by name counts before its area. */
export function weighedBy(rule: ChangeRule, policy?: Policy): Weighed {
  const said = policy?.rules[rule.id] ?? policy?.rules[`${rule.id.slice(0, rule.id.indexOf("/"))}/*`];
  const decided: Profile[] = [];
  const levelFor = (profile: Profile): Level => {
    const weight = rule.weighs[profile];
    const own = typeof said === "string" ? said : said?.[profile];
    const level = own ?? preferred(weight, policy?.prefer);
    if (level !== weight.level) decided.push(profile);
    return level;
  };
  const [read, write, sdk, gate] = profiles.map(levelFor) as [Level, Level, Level, Level];
  return { weighs: { read, write, sdk, gate }, decided };
}

function preferred({ level, source, disputed }: Weight, prefer: PolicySource | undefined): Level {
  return disputed && disputed.source === prefer && source !== prefer ? disputed.level : level;
}
