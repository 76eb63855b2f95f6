import { nearestName } from "../../base/nearest-name.ts";
import { UsageError } from "../../base/usage-error.ts";

/** One of the clouds that Graph is served from, and what belongs together there. */
export interface Cloud {
  readonly name: CloudName;
  /** Scheme and host of Graph. */
  readonly endpoint: string;
  /** Scheme and host of the one who signs in. */
  readonly authorityHost: string;
  /** What a token is asked for, wherever Graph is reached. */
  readonly scope: string;
  /** What the token of another issuer has to be meant for. */
  readonly exchangeAudience: string;
}

export type CloudName = "global" | "us-l4" | "us-l5" | "china";

const government = {
  authorityHost: "https://login.microsoftonline.us",
  exchangeAudience: "api://AzureADTokenExchangeUSGov",
};

// Graph page "National cloud deployments"; Entra page "Workload identity federation".
const clouds: readonly Cloud[] = [
  {
    name: "global",
    endpoint: "https://graph.microsoft.com",
    authorityHost: "https://login.microsoftonline.com",
    scope: "https://graph.microsoft.com/.default",
    exchangeAudience: "api://AzureADTokenExchange",
  },
  {
    name: "us-l4",
    endpoint: "https://graph.microsoft.us",
    scope: "https://graph.microsoft.us/.default",
    ...government,
  },
  {
    name: "us-l5",
    endpoint: "https://dod-graph.microsoft.us",
    scope: "https://dod-graph.microsoft.us/.default",
    ...government,
  },
  {
    name: "china",
    endpoint: "https://microsoftgraph.chinacloudapi.cn",
    authorityHost: "https://login.chinacloudapi.cn",
    scope: "https://microsoftgraph.chinacloudapi.cn/.default",
    exchangeAudience: "api://AzureADTokenExchangeChina",
  },
];

export const cloudNames: readonly string[] = clouds.map(({ name }) => name);

/** @throws UsageError with the nearest name when there is no such cloud */
export function cloudNamed(name: string): Cloud {
  const cloud = clouds.find((known) => known.name === name);
  if (cloud) return cloud;
  const near = nearestName(name, cloudNames);
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  throw new UsageError(`"${name}" is no cloud: there are ${cloudNames.join(", ")}${hint}`);
}

/** The cloud whose Graph an origin is. */
export function cloudOf(origin: string): Cloud | undefined {
  return clouds.find(({ endpoint }) => endpoint === origin);
}

/**
 * The origin of an address that tokens or secrets may be sent to: over TLS, or to this machine.
 * @param setting what the address was given as, to be named in the error
 * @throws UsageError when the address is none, goes further than the host, or is not safe
 */
export function trustedOrigin(address: string, setting: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new UsageError(`${setting} is no address of a service, such as https://graph.microsoft.com`);
  }
  if (url.protocol === "http:" && !isLoopback(url)) {
    throw new UsageError(
      `${setting} is plain http, where a token could be read on the way: take https; http is for this machine only`,
    );
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new UsageError(`${setting} ends behind the host: ${url.origin}`);
  }
  return url.origin;
}

/** True for an address of this machine, which nobody else can be asked at. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
