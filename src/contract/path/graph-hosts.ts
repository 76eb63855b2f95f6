import type { Cloud } from "../../docs/page.ts";

/** Graph's public endpoints by cloud (Graph page "National cloud deployments"). */
export const graphHosts: Readonly<Record<Cloud["name"], string>> = {
  global: "graph.microsoft.com",
  "us-l4": "graph.microsoft.us",
  "us-l5": "dod-graph.microsoft.us",
  china: "microsoftgraph.chinacloudapi.cn",
};

/** True for a public endpoint of Graph in any cloud; a port does not matter. */
export function isGraphHost(host: string): boolean {
  return Object.values(graphHosts).includes(hostName(host));
}

/** The cloud whose public endpoint a host is. */
export function cloudOfHost(host: string): Cloud["name"] | undefined {
  const names = Object.keys(graphHosts) as Cloud["name"][];
  return names.find((name) => graphHosts[name] === hostName(host));
}

/** A host without its port, in lower case. */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, "");
}
