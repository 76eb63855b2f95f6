import { nearestName } from "../base/nearest-name.ts";
import { UsageError } from "../base/usage-error.ts";
import type { GraphVersion } from "../docs/page.ts";
import { type Cloud, cloudNamed, cloudOf, trustedOrigin } from "../exchange/tenant/cloud.ts";
import type { Depth, Evidence, GateSettings } from "../exchange/tenant/gate-settings.ts";
import type { OptionValues, RepeatedValues } from "./command.ts";
import type { Environment } from "./environment.ts";
import { readCredential } from "./gate-credential.ts";
import { gateOptions } from "./gate-options.ts";

/** What was said on the command line. */
export interface GateArguments {
  readonly values: OptionValues;
  readonly repeated: RepeatedValues;
}

/** A setting as it was said, and as what: `--depth`, or `GRAPH_DEPTH`. */
interface Said {
  readonly text: string;
  readonly as: string;
}

/**
 * Reads the settings of a gate: the option, else the environment.
 * @throws UsageError for the first that cannot be, with what to do
 */
export function readGateSettings({ values, repeated }: GateArguments, env: Environment): GateSettings {
  const said = (name: string) => saidOf(name, values, env);
  const sure = (name: string) => said(name) ?? { text: "", as: `--${name}` };
  const kind = said("credential");
  const profile = said("profile")?.text;
  const cloud = cloudNamed(choice(sure("cloud"), "cloud"));
  const allowWrites = truth(sure("allow-writes"));
  return {
    version: choice(sure("version"), "version") as GraphVersion,
    depth: choice(sure("depth"), "depth") as Depth,
    cloud,
    endpoint: endpointOf(said("endpoint"), cloud),
    authorityHost:
      env.AZURE_AUTHORITY_HOST === undefined
        ? cloud.authorityHost
        : trustedOrigin(withScheme(env.AZURE_AUTHORITY_HOST), "AZURE_AUTHORITY_HOST"),
    bindings: Object.fromEntries(list("bind", repeated, env).map(bindingOf)),
    concurrency: whole(sure("concurrency"), 64),
    budget: whole(sure("budget"), 1_000_000),
    timeLimit: duration(sure("time-limit")),
    allowWrites,
    floor: fraction(sure("floor")),
    evidence: choice(sure("evidence"), "evidence") as Evidence,
    ...(profile === undefined ? {} : { profile }),
    include: list("include", repeated, env).map(({ text }) => text),
    exclude: list("exclude", repeated, env).map(({ text }) => text),
    ...shardOf(said("shard"), allowWrites),
    ...jobOf(env.GITHUB_RUN_ID ?? env.BUILD_BUILDID),
    ...(env.GRAPH_EVIDENCE_KEY === undefined ? {} : { evidenceKey: env.GRAPH_EVIDENCE_KEY }),
    proxy: {
      ...(env.HTTPS_PROXY === undefined ? {} : { httpsProxy: env.HTTPS_PROXY }),
      ...(env.NO_PROXY === undefined ? {} : { noProxy: env.NO_PROXY }),
    },
    credential: readCredential(
      {
        ...(kind === undefined ? {} : { kind: choice(kind, "credential") }),
        tenant: said("tenant-id")?.text,
        client: said("client-id")?.text,
      },
      env,
    ),
  };
}

function optionNamed(name: string) {
  const option = gateOptions.find((known) => known.name === name);
  if (option === undefined) throw new Error(`gate has no option ${name}`);
  return option;
}

function saidOf(name: string, values: OptionValues, env: Environment): Said | undefined {
  const { variable, otherwise, value } = optionNamed(name);
  const given = values[name];
  if (given !== undefined) return { text: value === undefined ? "true" : given, as: `--${name}` };
  const set = env[variable];
  if (set !== undefined) return { text: set, as: variable };
  return otherwise === undefined ? undefined : { text: otherwise, as: `--${name}` };
}

/** In the environment a list has commas between its parts. */
function list(name: string, repeated: RepeatedValues, env: Environment): readonly Said[] {
  const { variable } = optionNamed(name);
  const given = repeated[name];
  if (given !== undefined) return given.map((text) => ({ text, as: `--${name}` }));
  const parts = (env[variable] ?? "").split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "").map((text) => ({ text, as: variable }));
}

/** @throws UsageError for the Graph of another cloud, where the token would be none */
function endpointOf(said: Said | undefined, cloud: Cloud): string {
  if (said === undefined) return cloud.endpoint;
  const origin = trustedOrigin(said.text, said.as);
  const other = cloudOf(origin);
  if (other === undefined || other === cloud) return origin;
  throw new UsageError(
    `${said.as} is the Graph of the cloud ${other.name}, not of ${cloud.name}: set GRAPH_CLOUD=${other.name}`,
  );
}

/** What was said, to be quoted; what is set may be a secret in the wrong place, unless it is a short word. */
function quoted({ text, as }: Said): string {
  return as.startsWith("--") || /^[\w.-]{1,12}$/.test(text) ? `"${text}"` : "what it is set to";
}

function choice(said: Said, name: string): string {
  const { text, as } = said;
  const { choices = [] } = optionNamed(name);
  if (choices.includes(text)) return text;
  const near = nearestName(text, choices);
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  throw new UsageError(`${as} does not take ${quoted(said)}; it takes ${choices.join(", ")}${hint}`);
}

function bindingOf(said: Said): [name: string, value: string] {
  const { text, as } = said;
  const [, name = "", value = ""] = /^\{?([^={}]+)\}?=(.+)$/.exec(text) ?? [];
  if (name.trim() !== "" && value.trim() !== "") return [name.trim(), value.trim()];
  throw new UsageError(
    `${as} takes a placeholder and its value, such as workflowId=1f0c…, not ${quoted(said)}`,
  );
}

function whole(said: Said, most: number): number {
  const { text, as } = said;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new UsageError(`${as} takes a whole number from 1 to ${most}, not ${quoted(said)}`);
}

function fraction(said: Said): number {
  const { text, as } = said;
  if (/^\d*\.?\d+$/.test(text) && Number(text) <= 1) return Number(text);
  throw new UsageError(`${as} takes a number from 0 to 1, not ${quoted(said)}`);
}

/** Where one shard wrote, another would read what is about to change. */
function shardOf(said: Said | undefined, allowWrites: boolean): Pick<GateSettings, "shard"> {
  if (said === undefined) return {};
  const [, number = "", of = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(said.text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (shard.number < 1 || shard.number > shard.of)
    throw new UsageError(`${said.as} takes a part of so many, such as 1/3, not ${quoted(said)}`);
  if (allowWrites)
    throw new UsageError(
      `${said.as} and --allow-writes do not go together: a shard would write what another reads`,
    );
  return { shard };
}

function jobOf(job: string | undefined): Pick<GateSettings, "job"> {
  return job === undefined ? {} : { job };
}

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** In milliseconds. */
function duration(said: Said): number {
  const { text, as } = said;
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?) ?(s|m|h)$/.exec(text) ?? [];
  const time = Number(number) * (seconds[unit] ?? 0) * 1000;
  // No timer takes a longer one.
  if (time > 0 && time < 2 ** 31) return time;
  throw new UsageError(`${as} takes a time such as 90s, 15m or 1h, not ${quoted(said)}`);
}

function truth(said: Said): boolean {
  const { text, as } = said;
  if (/^(?:true|1|yes)$/i.test(text)) return true;
  if (/^(?:false|0|no)$/i.test(text)) return false;
  throw new UsageError(`${as} takes true or false, not ${quoted(said)}`);
}

/** Libraries of Azure take a host alone, too. */
function withScheme(host: string): string {
  return /^\w+:\/\//.test(host) ? host : `https://${host}`;
}
