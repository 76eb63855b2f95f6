import { cloudNames } from "../exchange/tenant/cloud.ts";
import type { CommandOption } from "./command.ts";
import { profileHelp } from "./profile-option.ts";

/** An option of `gate`, and the variable of the environment that says the same. */
export interface GateOption extends CommandOption {
  readonly variable: string;
  /** What holds when nothing is said. */
  readonly otherwise?: string;
}

/** What says how a live service is judged; each can be set in the environment and in `.env` too. */
export const gateOptions: readonly GateOption[] = [
  {
    name: "version",
    value: "v1.0|beta",
    variable: "GRAPH_VERSION",
    choices: ["v1.0", "beta"],
    otherwise: "v1.0",
    text: "the version of Graph",
  },
  {
    name: "cloud",
    value: "NAME",
    variable: "GRAPH_CLOUD",
    choices: cloudNames,
    otherwise: "global",
    text: `of ${cloudNames.join(", ")}`,
  },
  {
    name: "endpoint",
    value: "URL",
    variable: "GRAPH_ENDPOINT",
    text: "where Graph is asked (default by cloud)",
  },
  { name: "tenant-id", value: "ID", variable: "AZURE_TENANT_ID", text: "the tenant, by id or domain" },
  { name: "client-id", value: "ID", variable: "AZURE_CLIENT_ID", text: "the application that signs in" },
  {
    name: "credential",
    value: "NAME",
    variable: "GRAPH_CREDENTIAL",
    choices: ["cli", "managed-identity"],
    text: "cli or managed-identity, with @azure/identity",
  },
  {
    name: "depth",
    value: "NAME",
    variable: "GRAPH_DEPTH",
    choices: ["smoke", "documented", "full"],
    otherwise: "documented",
    text: "smoke, documented or full",
  },
  {
    name: "bind",
    value: "NAME=VALUE",
    variable: "GRAPH_BIND",
    repeats: true,
    text: "the value of a placeholder",
  },
  {
    name: "include",
    value: "NAME",
    variable: "GRAPH_INCLUDE",
    repeats: true,
    text: "only this operation or path",
  },
  {
    name: "exclude",
    value: "NAME",
    variable: "GRAPH_EXCLUDE",
    repeats: true,
    text: "not this operation or path",
  },
  {
    name: "shard",
    value: "I/N",
    variable: "GRAPH_SHARD",
    text: "a part, such as 1/3; merge makes one report of all",
  },
  {
    name: "concurrency",
    value: "NUMBER",
    variable: "GRAPH_CONCURRENCY",
    otherwise: "4",
    text: "requests under way at a time",
  },
  {
    name: "budget",
    value: "NUMBER",
    variable: "GRAPH_BUDGET",
    otherwise: "2000",
    text: "requests at most",
  },
  {
    name: "time-limit",
    value: "TIME",
    variable: "GRAPH_TIME_LIMIT",
    otherwise: "15m",
    text: "how long it may take: 90s, 15m, 1h",
  },
  {
    name: "allow-writes",
    variable: "GRAPH_ALLOW_WRITES",
    otherwise: "false",
    text: "write, and clean up what was written",
  },
  {
    name: "floor",
    value: "NUMBER",
    variable: "GRAPH_FLOOR",
    otherwise: "0.6",
    text: "the part that has to be verified, 0 to 1",
  },
  {
    name: "evidence",
    value: "shape|full",
    variable: "GRAPH_EVIDENCE",
    choices: ["shape", "full"],
    otherwise: "shape",
    text: "what is shown of answers",
  },
  { name: "profile", value: "FILE", variable: "GRAPH_PROFILE", text: profileHelp },
].map((option) => ({ ...option, text: helpOf(option) }));

/** Lines for `--help`: what has no option, since it is secret or belongs to the machine. */
export const gateVariables: readonly string[] = [
  "Settings come from options, else from the environment, else from .env in the current folder.",
  "Who signs in has no option. One of these is set, with AZURE_TENANT_ID and AZURE_CLIENT_ID:",
  "",
  "  AZURE_CLIENT_SECRET             a secret of the application",
  "  AZURE_CLIENT_CERTIFICATE_PATH   a PEM file with its certificate and key; the key's password",
  "                                  is AZURE_CLIENT_CERTIFICATE_PASSWORD",
  "  AZURE_FEDERATED_TOKEN_FILE      a file with the token of another issuer",
  "  GRAPH_ACCESS_TOKEN              a token for Graph, as it is; needs nothing else",
  "",
  "With none of them a workflow of GitHub signs in by itself (permissions: id-token: write), and so",
  "does a pipeline of Azure DevOps that maps SYSTEM_ACCESSTOKEN and names its service connection in",
  "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID.",
  "",
  "Shards of one run that sign in without a secret take GRAPH_EVIDENCE_KEY, any long secret text, so",
  "that an id looks alike in all of them.",
  "",
  "AZURE_AUTHORITY_HOST is another place to sign in (default by cloud). HTTPS_PROXY and NO_PROXY hold",
  "for sign-in and Graph.",
];

function helpOf({ text, variable, otherwise, repeats }: GateOption): string {
  const more = repeats ? ", repeats" : "";
  const default_ = otherwise === undefined || otherwise === "false" ? "" : `, default ${otherwise}`;
  return `${text}${more}${default_} (${variable})`;
}
