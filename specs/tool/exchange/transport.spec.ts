import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { httpTransport } from "../../../src/exchange/service/transport.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return (server.address() as AddressInfo).port;
}

const patience = 5000;
const plain = { method: "GET", headers: {} };

/** Answers with what it was sent. */
const echo: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { method, url, rawHeaders } = request;
    response.end(JSON.stringify({ method, url, rawHeaders, body: Buffer.concat(chunks).toString() }));
  });
};

describe("talking over HTTP", () => {
  it("sends what it is told, and Host and Content-Length beside", async () => {
    const port = await serve(echo);
    const url = new URL(`http://127.0.0.1:${port}/v1.0/runs?$top=1#here`);
    const sent = { method: "PATCH", headers: { Prefer: "return=minimal" }, body: '{"a":"ä"}' };
    const { status, reason, body } = await httpTransport()(url, sent, patience);
    expect([status, reason]).toEqual([200, "OK"]);
    const heard = JSON.parse(body);
    expect(heard).toMatchObject({ method: "PATCH", url: "/v1.0/runs?$top=1", body: sent.body });
    const host = ["Host", `127.0.0.1:${port}`];
    const own = [...host, "Prefer", "return=minimal", "Content-Length", "10"];
    expect(heard.rawHeaders).toEqual([...own, "Connection", "keep-alive"]);
  });

  it("sends a body with DELETE, too, and none where there is none", async () => {
    const port = await serve(echo);
    const transport = httpTransport();
    const url = new URL(`http://127.0.0.1:${port}/`);
    const removed = await transport(url, { method: "DELETE", headers: {}, body: "{}" }, patience);
    expect(JSON.parse(removed.body).body).toBe("{}");
    const posted = await transport(url, { method: "POST", headers: {} }, patience);
    expect(JSON.parse(posted.body)).toMatchObject({ method: "POST", body: "" });
  });

  it("connects to an address that the message does not show", async () => {
    const port = await serve(echo);
    const transport = httpTransport({ host: "127.0.0.1", port });
    const { body } = await transport(new URL("http://graph.example/v1.0"), plain, patience);
    expect(JSON.parse(body).rawHeaders.slice(0, 2)).toEqual(["Host", "graph.example"]);
  });

  it("gives the headers as they came, several of one name among them", async () => {
    const port = await serve((_, response) => {
      response.writeHead(202, "So Be It", [
        ["X-One", "1"],
        ["x-one", "2"],
      ]);
      response.end();
    });
    const answer = await httpTransport()(new URL(`http://127.0.0.1:${port}/`), plain, patience);
    expect(answer).toMatchObject({ status: 202, reason: "So Be It", body: "" });
    expect(answer.headers.slice(0, 2)).toEqual([
      ["X-One", "1"],
      ["x-one", "2"],
    ]);
  });

  it("asks once more when a kept connection has died, but writes nothing twice", async () => {
    let asked = 0;
    const port = await serve((request, response) => {
      asked++;
      if (asked % 2 === 0) request.socket.destroy();
      else response.end("here");
    });
    const url = new URL(`http://127.0.0.1:${port}/`);
    const transport = httpTransport();
    await transport(url, plain, patience);
    expect((await transport(url, plain, patience)).body).toBe("here");
    expect(asked).toBe(3);
    await expect(transport(url, { method: "POST", headers: {} }, patience)).rejects.toThrow();
    expect(asked).toBe(4);
  });

  it("waits for the whole answer no longer than it is told", async () => {
    const port = await serve((_, response) => response.write("half of it"));
    await expect(httpTransport()(new URL(`http://127.0.0.1:${port}/`), plain, 50)).rejects.toThrow(
      "no answer within 0.05 s",
    );
  });

  it("says why nobody answers", async () => {
    const port = await serve(echo);
    const [server] = servers.splice(0);
    await new Promise((done) => server?.close(done));
    await expect(httpTransport()(new URL(`http://127.0.0.1:${port}/`), plain, patience)).rejects.toThrow(
      `connect ECONNREFUSED 127.0.0.1:${port}`,
    );
  });
});
