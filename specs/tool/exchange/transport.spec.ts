import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { expectSomebody } from "../../../src/exchange/service/transport/expect-somebody.ts";
import { httpTransport, repeatStale } from "../../../src/exchange/service/transport/http-transport.ts";
import { receivedText } from "../../../src/exchange/service/transport/received-text.ts";
import { withTimeout } from "../../../src/exchange/service/transport/with-timeout.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";

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

/** Nobody stops it. */
const on = new AbortController().signal;
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
    const { status, reason, body } = await httpTransport()(url, sent, on);
    expect([status, reason]).toEqual([200, "OK"]);
    const heard = JSON.parse(body);
    expect(heard).toMatchObject({ method: "PATCH", url: "/v1.0/runs?$top=1", body: sent.body });
    const host = ["Host", `127.0.0.1:${port}`];
    const own = [...host, "Prefer", "return=minimal", "Content-Length", "10"];
    expect(heard.rawHeaders).toEqual([...own, "Connection", "keep-alive"]);
  });

  it("reads what is packed", async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { "Content-Encoding": "GZIP" }).end(gzipSync("ä".repeat(9)));
    });
    const { body } = await httpTransport()(new URL(`http://127.0.0.1:${port}/`), plain, on);
    expect(body).toBe("ä".repeat(9));
  });

  it("reads no more of an answer without an end than any answer has, nor of one that is packed so", async () => {
    const whole = Buffer.from("ä".repeat(50));
    const text = (bytes: Buffer, encoding?: string) => receivedText(Readable.from([bytes]), encoding, 100);
    expect(await text(whole)).toBe(whole.toString());
    expect(await text(gzipSync(whole), "gzip")).toBe(whole.toString());
    expect(await text(Buffer.alloc(0), "gzip")).toBe("");
    expect(await text(whole, "br")).toBe(whole.toString());
    const endless = (function* () {
      for (;;) yield whole;
    })();
    await expect(receivedText(Readable.from(endless), "", 1024 * 1024)).rejects.toThrow("longer than 1 MB");
    await expect(text(gzipSync(Buffer.alloc(101)), "gzip")).rejects.toThrow(/larger than/);
    await expect(text(gzipSync(whole).subarray(0, 20), "gzip")).rejects.toThrow("unexpected end of file");
  });

  it("sends a body with DELETE, too, and none where there is none", async () => {
    const port = await serve(echo);
    const transport = httpTransport();
    const url = new URL(`http://127.0.0.1:${port}/`);
    const removed = await transport(url, { method: "DELETE", headers: {}, body: "{}" }, on);
    expect(JSON.parse(removed.body).body).toBe("{}");
    const posted = await transport(url, { method: "POST", headers: {} }, on);
    expect(JSON.parse(posted.body)).toMatchObject({ method: "POST", body: "" });
  });

  it("connects to an address that the message does not show", async () => {
    const port = await serve(echo);
    const transport = httpTransport({ host: "127.0.0.1", port });
    const { body } = await transport(new URL("http://graph.example/v1.0"), plain, on);
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
    const answer = await httpTransport()(new URL(`http://127.0.0.1:${port}/`), plain, on);
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
    const transport = repeatStale(httpTransport());
    await transport(url, plain, on);
    expect((await transport(url, plain, on)).body).toBe("here");
    expect(asked).toBe(3);
    await expect(transport(url, { method: "POST", headers: {} }, on)).rejects.toThrow();
    expect(asked).toBe(4);
  });

  it("waits for the whole answer no longer than it is told", async () => {
    const port = await serve((_, response) => response.write("half of it"));
    const patient = withTimeout(httpTransport(), 50);
    await expect(patient(new URL(`http://127.0.0.1:${port}/`), plain, on)).rejects.toThrow(
      "no answer within 0.05 s",
    );
  });

  it("waits no longer where the transport knows no signal, and drops what comes late", async () => {
    const deaf = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), 60));
    await expect(withTimeout(deaf, 10)(new URL("http://localhost/"), plain, on)).rejects.toThrow(
      "no answer within 0.01 s",
    );
    const stop = new AbortController();
    const asked = withTimeout(deaf, 5000)(new URL("http://localhost/"), plain, stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow("aborted");
    await new Promise((done) => setTimeout(done, 80));
  });

  it.each([0, 2 ** 31, Number.POSITIVE_INFINITY])(
    "waits as long as it takes where it is told %s",
    async (timeout) => {
      const slow = async () => {
        await new Promise((done) => setTimeout(done, 30));
        return { status: 200, reason: "OK", headers: [], body: "here" };
      };
      const answered = withTimeout(slow, timeout)(new URL("http://localhost/"), plain, on);
      expect((await answered).body).toBe("here");
    },
  );

  it("closes the connection of what is stopped, before and amid the answer", async () => {
    let closed = 0;
    const port = await serve((request, response) => {
      request.socket.once("close", () => closed++);
      if (request.url === "/amid") response.write("half of it");
      else stop.abort();
      response.on("error", () => {});
    });
    const stop = new AbortController();
    const url = (path: string) => new URL(`http://127.0.0.1:${port}${path}`);
    const patient = withTimeout(httpTransport(), 5000);
    const both = ["/amid", "/before"].map((path) => patient(url(path), plain, stop.signal));
    const ends = await Promise.allSettled(both);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect.poll(() => closed).toBe(2);
    await expect(patient(url("/later"), plain, stop.signal)).rejects.toThrow("aborted");
  });

  it("says why nobody answers", async () => {
    const port = await serve(echo);
    const [server] = servers.splice(0);
    await new Promise((done) => server?.close(done));
    await expect(httpTransport()(new URL(`http://127.0.0.1:${port}/`), plain, on)).rejects.toThrow(
      `connect ECONNREFUSED 127.0.0.1:${port}`,
    );
  });
});

describe("watching whether anybody is there", () => {
  const answer: ReceivedMessage = { status: 500, reason: "", headers: [], body: "" };
  const url = new URL("http://localhost/");
  const page = { ...answer, status: 200, headers: [["Content-Type", "text/html; charset=utf-8"] as const] };
  const kept = { ...page, headers: [...page.headers, ["request-id", "1"] as const] };
  const to = ["Location", "https://login.contoso.com/open-sesame"] as const;
  const redirection = { ...page, status: 302, headers: [...page.headers, to] };
  const file = { ...kept, status: 302, headers: [...kept.headers, to] };
  const by: Readonly<Record<string, ReceivedMessage>> = { p: page, k: kept, r: redirection, f: file };

  /** Asks so often; "-" is no answer, "p" a page, "k" one that Graph keeps, "r" a redirection, "f" one of Graph's to a file. */
  async function ask(answers: string) {
    const left = [...answers];
    const silent = async () => {
      const next = left.shift();
      if (next === "-") throw new Error("silence, and the word is open-sesame");
      return by[next ?? ""] ?? answer;
    };
    const hide = (text: string) => text.replace("open-sesame", "…");
    const { transport, verify } = expectSomebody(silent, "http://localhost", hide);
    const said: string[] = [];
    for (const _ of answers)
      said.push(await transport(url, plain, on).then(({ status }) => `${status}`, String));
    return { last: said.at(-1), verify };
  }

  it("gives up after three requests without an answer, and says why without a secret", async () => {
    const { last, verify } = await ask("---");
    const sentence = "nothing answers at http://localhost: silence, and the word is …";
    expect(last).toBe(`UsageError: ${sentence}`);
    expect(verify).toThrow(sentence);
  });

  it("gives up where only pages for people answer, and not where one is kept by Graph, or stands among others", async () => {
    const sentence = "http://localhost answers with pages for people (text/html), and so is no Graph: check";
    for (const answers of ["ppp", "-pp-p", "p", "p-"]) {
      const { last, verify } = await ask(answers);
      if (answers.length > 2) expect(last, answers).toContain(`UsageError: ${sentence}`);
      expect(verify, answers).toThrow(sentence);
    }
    for (const answers of ["kkk", "p1pppp", "1ppp"]) {
      const { last, verify } = await ask(answers);
      expect(last, answers).not.toMatch(/^UsageError/);
      expect(verify, answers).not.toThrow();
    }
  });

  it("gives up where all that is answered is to go elsewhere, and says where to without the path", async () => {
    const sentence =
      "http://localhost answers with redirections to login.contoso.com and nothing else, and so is no Graph: check";
    for (const answers of ["r".repeat(10), "r", "-r"]) {
      const { last, verify } = await ask(answers);
      if (answers.length === 10) expect(last, answers).toContain(`UsageError: ${sentence}`);
      expect(verify, answers).toThrow(sentence);
    }
    // Graph leads to a file, and another answer says that somebody is there.
    for (const answers of ["f".repeat(12), "r1", `1${"r".repeat(12)}`, "rrrrr1rrrrrr"]) {
      const { last, verify } = await ask(answers);
      expect(last, answers).not.toMatch(/^UsageError/);
      expect(verify, answers).not.toThrow();
    }
  });

  it("gives up in the end where less was asked, and never where something has answered", async () => {
    const { last, verify } = await ask("--");
    expect(last).toMatch(/^Error: silence/);
    expect(verify).toThrow("nothing answers");
    for (const answers of ["", "1", "--1----", "1----"]) {
      const { last: reached, verify: end } = await ask(answers);
      expect(`${reached}`).not.toMatch(/^UsageError/);
      expect(end).not.toThrow();
    }
  });
});
