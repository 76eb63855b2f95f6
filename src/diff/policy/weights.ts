import { type Level, levels, type Profile, profiles } from "../change.ts";

/**
 * Who says how much a change weighs.
 *
 * - `versioning`: Microsoft Graph's page on versioning, support and breaking changes;
 * - `guidelines`: the Microsoft Graph REST API guidelines;
 * - `odata`: OData 4.01 Protocol, 5.2 and 5.3 (what a model may change without a new version);
 * - `ours`: none of them; it follows from what such a client does.
 */
export type PolicySource = "versioning" | "guidelines" | "odata" | "ours";

/** How much a change weighs for one profile, and who says so. */
export interface Weight {
  readonly level: Level;
  readonly source: PolicySource;
  /** What the other source says where the two disagree; the stricter one counts. */
  readonly disputed?: { readonly level: Level; readonly source: PolicySource };
}

/** A row of the table. */
export type Weights = Readonly<Record<Profile, Weight>>;

export const breaking = (source: PolicySource): Weight => ({ level: "breaking", source });
export const risky = (source: PolicySource): Weight => ({ level: "risky", source });
export const compatible = (source: PolicySource): Weight => ({ level: "compatible", source });

/** Two sources disagree: the stricter one counts until a policy takes the other. */
export function disputed(one: Weight, other: Weight): Weight {
  const [stricter, milder] =
    levels.indexOf(one.level) <= levels.indexOf(other.level) ? [one, other] : [other, one];
  return { ...stricter, disputed: { level: milder.level, source: milder.source } };
}

/** The same for every profile but those that are named. */
export function weigh(all: Weight, but: Readonly<Partial<Weights>> = {}): Weights {
  const { read = all, write = all, sdk = all, gate = all } = but;
  return { read, write, sdk, gate };
}

/** Only the documentation changed: it says more of the same service, or says it right. */
export const sharpened: Weights = weigh({ level: "sharpened", source: "ours" });

/** The gravest level of a weighing, of the profiles that are asked for. */
export function gravest(
  weights: Readonly<Record<Profile, Level>>,
  asked: readonly Profile[] = profiles,
): Level {
  return levels.find((level) => asked.some((profile) => weights[profile] === level)) ?? "sharpened";
}
