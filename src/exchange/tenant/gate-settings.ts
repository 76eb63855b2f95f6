import { decoded } from "../../base/decoded.ts";
import type { GraphVersion } from "../../docs/page.ts";
import type { Shard } from "../service/shard.ts";
import type { Cloud } from "./cloud.ts";

/** All that says how a live service is judged, as plain data. It holds secrets: it is never printed. */
export interface GateSettings {
  readonly version: GraphVersion;
  readonly depth: Depth;
  readonly cloud: Cloud;
  /** Scheme, host and port of Graph. */
  readonly endpoint: string;
  /** Scheme, host and port of who signs in. */
  readonly authorityHost: string;
  readonly credential: Credential;
  /** Values for placeholders, by the placeholder's name. */
  readonly bindings: Readonly<Record<string, string>>;
  /** How many requests are under way at a time. */
  readonly concurrency: number;
  /** How many requests are sent at most. */
  readonly budget: number;
  /** How long the whole run may take, milliseconds. */
  readonly timeLimit: number;
  readonly allowWrites: boolean;
  /** The part of operations, examples and properties that has to be verified: 0 to 1. */
  readonly floor: number;
  readonly evidence: Evidence;
  /** The file for what the answers looked like, if it is wanted. */
  readonly profile?: string;
  /** Operations or paths; none stands for all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The part of all that is asked; the others are for other runs. */
  readonly shard?: Shard;
  /** The run of the workflow or of the pipeline that this is a part of. */
  readonly job?: string;
  /** What ids are hashed with, where several runs have to hash alike. */
  readonly evidenceKey?: string;
  readonly proxy: ProxySettings;
}

/** What is asked: one request of each operation; what the pages show and promise; all that can be asked. */
export type Depth = "smoke" | "documented" | "full";

/** What is shown of answers: types, lengths and formats, or the answers themselves. */
export type Evidence = "shape" | "full";

/** How the way to other hosts leads over a proxy. */
export interface ProxySettings {
  readonly httpsProxy?: string;
  /** Hosts that are reached without it, with commas. */
  readonly noProxy?: string;
}

/** The application that signs in, and the tenant that it signs in to. */
export interface Application {
  readonly tenant: string;
  readonly client: string;
}

/** How a gate signs in. One is chosen by what is set, none is guessed. */
export type Credential =
  /** A token that somebody else got; it cannot be renewed. */
  | { readonly kind: "token"; readonly token: string }
  | (Application & { readonly kind: "secret"; readonly secret: string })
  /** A PEM file with the certificate and its key. */
  | (Application & { readonly kind: "certificate"; readonly file: string; readonly password?: string })
  /** A file with the token of another issuer, written anew by who gives it. */
  | (Application & { readonly kind: "federated-file"; readonly file: string })
  /** The token of a GitHub workflow: where it is asked for, and with which. */
  | (Application & { readonly kind: "github"; readonly url: string; readonly token: string })
  /** The token of an Azure DevOps pipeline, for a service connection. */
  | (Application & {
      readonly kind: "azure-devops";
      readonly url: string;
      readonly token: string;
      readonly connection: string;
    })
  /** Whoever is signed in to the Azure CLI. */
  | { readonly kind: "cli"; readonly tenant?: string }
  | { readonly kind: "managed-identity"; readonly client?: string };

/** What no output may show. */
export function secretsOf({
  credential,
  proxy,
  evidenceKey = "",
}: Pick<GateSettings, "credential" | "proxy" | "evidenceKey">): string[] {
  const { token, secret, password } = { token: "", secret: "", password: "", ...credential };
  const { username = "", password: word = "" } = proxyAddress(proxy) ?? {};
  const all = [token, secret, password ?? "", username, word, decoded(word), evidenceKey];
  return all.filter((text) => text !== "");
}

/** Where the proxy is; undefined where none is named, or what is named is no address. */
export function proxyAddress({ httpsProxy }: ProxySettings): URL | undefined {
  if (httpsProxy === undefined) return undefined;
  const address = /^\w+:\/\//.test(httpsProxy) ? httpsProxy : `http://${httpsProxy}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}
