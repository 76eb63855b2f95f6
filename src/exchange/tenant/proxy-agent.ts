import { Agent as PlainAgent, request } from "node:http";
import { Agent, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";
import { decoded } from "../../base/decoded.ts";
import { UsageError } from "../../base/usage-error.ts";
import type { AgentFor } from "../service/transport/http-transport.ts";
import { isLoopback } from "./cloud.ts";
import { type ProxySettings, proxyAddress } from "./gate-settings.ts";

/**
 * Which agent leads to a URL: one that asks the proxy for a tunnel (RFC 9110 section 9.3.6), or none where the way is
 * straight. What goes through the tunnel is TLS from end to end: the proxy sees a host, and no token.
 * @param trust what is known of TLS beside what Node knows, such as a certificate to trust
 * @throws UsageError when the proxy is no address
 */
export function proxyAgents(settings: ProxySettings, trust: AgentOptions = {}): AgentFor {
  const { httpsProxy, noProxy = "" } = settings;
  if (httpsProxy === undefined) return () => undefined;
  const proxy = proxyAddress(settings);
  if (proxy?.protocol !== "http:")
    throw new UsageError("HTTPS_PROXY is no address of a proxy, such as http://proxy.contoso.com:3128");
  const agent = new TunnelAgent(proxy, { ...trust, keepAlive: true });
  const isExempt = exemptions(noProxy);
  return (url) => (url.protocol === "https:" && !isExempt(url) ? agent : undefined);
}

/** Hosts with commas; a domain stands for all below it, `*` for all. This machine is never behind a proxy. */
function exemptions(list: string): (url: URL) => boolean {
  const entries = list
    .split(/[\s,]+/)
    .map((entry) => entry.toLowerCase().replace(/^\*?\./, ""))
    .filter((entry) => entry !== "");
  return (url) =>
    isLoopback(url) ||
    entries.some(
      (entry) =>
        entry === "*" ||
        url.host === entry ||
        url.hostname === entry ||
        url.hostname.endsWith(`.${entry}`) ||
        `${url.hostname}:443` === entry,
    );
}

/** How long a proxy may take to find the way, milliseconds. */
const patience = 30_000;

type Connected = (error: Error | null, socket: Duplex) => void;

class TunnelAgent extends Agent {
  readonly #proxy: URL;
  // What is asked for is a connection; the requests through it are kept by this agent.
  readonly #plain = new PlainAgent();

  constructor(proxy: URL, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(
    options: AgentOptions & { readonly host?: string; readonly port?: number | string },
    connected?: Connected,
  ): Duplex | null | undefined {
    const host = `${options.host}:${options.port ?? 443}`;
    // A failure comes without a connection.
    const fail = (why: string) => connected?.(new Error(why), undefined as never);
    const { username, password } = this.#proxy;
    const credentials = `${decoded(username)}:${decoded(password)}`;
    const asking = request({
      agent: this.#plain,
      host: this.#proxy.hostname,
      port: this.#proxy.port || 80,
      method: "CONNECT",
      path: host,
      headers: {
        Host: host,
        ...(username === ""
          ? {}
          : { "Proxy-Authorization": `Basic ${Buffer.from(credentials).toString("base64")}` }),
      },
    });
    asking.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) {
        connected?.(null, connect({ servername: options.host, ...options, socket } as object));
        return;
      }
      socket.destroy();
      fail(`the proxy gives no way to ${host}: it answered ${statusCode}`);
    });
    asking.once("error", (error: NodeJS.ErrnoException) =>
      fail(`the proxy does not answer (${error.code ?? "it took too long"})`),
    );
    asking.setTimeout(patience, () => asking.destroy(new Error()));
    asking.end();
    return undefined;
  }
}
