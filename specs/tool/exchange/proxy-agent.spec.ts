import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpTransport } from "../../../src/exchange/service/transport/http-transport.ts";
import { proxyAgents } from "../../../src/exchange/tenant/proxy-agent.ts";
import { makeCertificate } from "../../../src/mock/http/make-certificate.ts";

/** A service that is `graph.test`, and a proxy that knows where that is. */
const tunnels: { readonly to: string | undefined; readonly credentials: string | undefined }[] = [];
const sockets = new Set<Socket>();
let refuses = false;
let ca = "";
let target: Server;
let proxy: Server;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));

beforeAll(async () => {
  const { key, cert } = await makeCertificate(["graph.test"], new Date());
  ca = cert;
  target = createSecureServer({ key, cert }, ({ headers }, response) => response.end(headers.authorization));
  proxy = createServer();
  proxy.on("connection", (socket: Socket) => sockets.add(socket));
  proxy.on("connect", ({ url, headers }, socket) => {
    tunnels.push({ to: url, credentials: headers["proxy-authorization"] });
    if (refuses) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const way = connect(portOf(target), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      way.pipe(socket).pipe(way);
    });
    for (const end of [way, socket]) end.on("error", () => {});
    sockets.add(way);
  });
  await Promise.all([listening(target), listening(proxy)]);
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all([target, proxy].map((server) => new Promise((done) => server.close(done))));
});

const on = new AbortController().signal;
const signed = { method: "GET", headers: { Authorization: "Bearer hunter2" } };

function through(credentials = "") {
  const agents = proxyAgents({ httpsProxy: `http://${credentials}127.0.0.1:${portOf(proxy)}` }, { ca });
  return httpTransport(undefined, agents);
}

describe("a proxy", () => {
  it("gives a way to a host, on which several requests go, and sees nothing of them", async () => {
    tunnels.length = 0;
    const transport = through();
    for (const path of ["/v1.0/users", "/v1.0/groups"]) {
      const { status, body } = await transport(new URL(`https://graph.test${path}`), signed, on);
      expect([status, body]).toEqual([200, "Bearer hunter2"]);
    }
    expect(tunnels).toEqual([{ to: "graph.test:443", credentials: undefined }]);
  });

  it("gets its own credentials", async () => {
    tunnels.length = 0;
    await through("me:a%20word@")(new URL("https://graph.test/"), signed, on);
    const credentials = `Basic ${Buffer.from("me:a word").toString("base64")}`;
    expect(tunnels).toEqual([{ to: "graph.test:443", credentials }]);
  });

  it("gets credentials with a % that encodes nothing as they are", async () => {
    tunnels.length = 0;
    await through("me:100%!@")(new URL("https://graph.test/"), signed, on);
    const credentials = `Basic ${Buffer.from("me:100%!").toString("base64")}`;
    expect(tunnels).toEqual([{ to: "graph.test:443", credentials }]);
  });

  it("that gives no way is told by what it answered", async () => {
    refuses = true;
    const asking = through("me:hunter2@")(new URL("https://graph.test/"), signed, on);
    await expect(asking).rejects.toThrow(/^the proxy gives no way to graph\.test:443: it answered 407$/);
    refuses = false;
  });

  it("that is not there is told so", async () => {
    const agents = proxyAgents({ httpsProxy: "127.0.0.1:9" }, { ca });
    const asking = httpTransport(undefined, agents)(new URL("https://graph.test/"), signed, on);
    await expect(asking).rejects.toThrow("the proxy does not answer (ECONNREFUSED)");
  });

  it("leaves a host untrusted whose certificate is another's", async () => {
    const asking = through()(new URL("https://evil.test/"), signed, on);
    await expect(asking).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  });

  it.each([
    ["https://graph.microsoft.com/", true],
    ["https://login.contoso.com/", false],
    ["https://contoso.com/", false],
    ["https://notcontoso.com/", true],
    ["https://localhost:8443/", false],
    ["https://[::1]:8443/", false],
    ["http://127.0.0.1/", false],
    ["https://10.0.0.1/", false],
  ])("stands between us and %s: %s", (url, stands) => {
    const agents = proxyAgents({ httpsProxy: "http://p.test:1", noProxy: ".contoso.com, 10.0.0.1" });
    expect(agents(new URL(url)) !== undefined).toBe(stands);
  });

  it("stands nowhere where none is set, or NO_PROXY is for all", () => {
    const url = new URL("https://graph.microsoft.com/");
    expect(proxyAgents({})(url)).toBeUndefined();
    expect(proxyAgents({ httpsProxy: "http://p.test:1", noProxy: "*" })(url)).toBeUndefined();
  });

  it("has to be one that we can ask", () => {
    for (const httpsProxy of ["socks5://me:hunter2@p.test", "http://"]) {
      expect(() => proxyAgents({ httpsProxy })).toThrow(/^HTTPS_PROXY is no address of a proxy/);
      expect(() => proxyAgents({ httpsProxy })).not.toThrow("hunter2");
    }
  });
});
