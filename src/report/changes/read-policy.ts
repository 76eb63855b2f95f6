import { isObject } from "../../base/is-object.ts";
import { nearestName } from "../../base/nearest-name.ts";
import { UsageError } from "../../base/usage-error.ts";
import { changeCatalogue } from "../../diff/catalogue.ts";
import { type Level, levels, type Profile, profiles } from "../../diff/change.ts";
import type { Policy } from "../../diff/policy/policy.ts";
import type { PolicySource } from "../../diff/policy/weights.ts";
import { readText } from "../read-text.ts";

const sources: readonly PolicySource[] = ["versioning", "guidelines", "odata", "ours"];

/**
 * Reads a policy file: `{"prefer": "versioning", "rules": {"member/added": {"sdk": "compatible"}, "header/*": "risky"}}`.
 *
 * @throws UsageError, with the name that is wrong, for a file that is unreadable or says something else
 */
export function readPolicy(file: string): Policy {
  const refuse = (what: string): never => {
    throw new UsageError(`${file}: ${what}`);
  };
  const value = parse(readText(file, "policy file").replace(/^\uFEFF/, ""), refuse);
  if (!isObject(value)) return refuse('the policy file must be an object with "rules", "prefer", or both');
  const stranger = Object.keys(value).find((name) => name !== "rules" && name !== "prefer");
  if (stranger !== undefined) return refuse(`"${stranger}" is neither "rules" nor "prefer"`);
  const { prefer, rules = {} } = value;
  if (prefer !== undefined && !isOneOf(sources, prefer))
    return refuse(`"prefer" must be one of ${sources.join(", ")}`);
  if (!isObject(rules)) return refuse('"rules" must be an object, by change rule');
  const known = [...new Set(changeCatalogue.flatMap(({ id }) => [id, `${id.slice(0, id.indexOf("/"))}/*`]))];
  const decided: Record<string, Level | Partial<Record<Profile, Level>>> = {};
  for (const [rule, said] of Object.entries(rules)) {
    if (!known.includes(rule)) {
      const near = nearestName(rule, known);
      return refuse(`"${rule}" is no change rule${near === undefined ? "" : `; did you mean "${near}"?`}`);
    }
    decided[rule] = levelsOf(rule, said, refuse);
  }
  return { file, ...(prefer === undefined ? {} : { prefer }), rules: decided };
}

function levelsOf(
  rule: string,
  said: unknown,
  refuse: (what: string) => never,
): Level | Partial<Record<Profile, Level>> {
  if (isOneOf(levels, said)) return said;
  if (!isObject(said))
    return refuse(`"${rule}" must be one of ${levels.join(", ")}, or such a level by profile`);
  for (const [profile, level] of Object.entries(said)) {
    if (!isOneOf(profiles, profile))
      return refuse(`"${profile}" of "${rule}" is none of ${profiles.join(", ")}`);
    if (!isOneOf(levels, level))
      return refuse(`"${profile}" of "${rule}" must be one of ${levels.join(", ")}`);
  }
  return said as Partial<Record<Profile, Level>>;
}

function isOneOf<Word extends string>(words: readonly Word[], value: unknown): value is Word {
  return typeof value === "string" && (words as readonly string[]).includes(value);
}

function parse(text: string, refuse: (what: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`the policy file is not JSON (${error instanceof Error ? error.message : error})`);
  }
}
