import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type RunningProgram, startProgram } from "../../support/child-process.ts";
import { commandLine, inFolder } from "./command-line.ts";

const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

function start(...args: readonly string[]): RunningProgram {
  const running = startProgram(args);
  children.add(running.child);
  running.child.once("exit", () => children.delete(running.child));
  return running;
}

/** Resolves to where the mock that was started listens. */
async function listening({ child, told, ended }: RunningProgram): Promise<URL> {
  while (!/http:\/\/localhost:\d+\/v1\.0/.test(told.out)) {
    await Promise.race([once(child.stdout, "data"), ended]);
    if (child.exitCode !== null) throw new Error(`the mock did not start: ${told.err}`);
  }
  return new URL(/http:\/\/localhost:\d+/.exec(told.out)?.[0] ?? "");
}

async function connected(port: number, text: string): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

describe("the mock as a process of its own", () => {
  it("ends with 0 on SIGTERM, while connections are open and a request is on its way", async () => {
    const mock = start("mock", "--port", "0");
    const { child, told, ended } = mock;
    const port = Number((await listening(mock)).port);
    const idle = await connected(port, "");
    const kept = await connected(port, "GET /v1.0/$metadata HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const [answer] = await once(kept, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    const half = await connected(
      port,
      "POST /v1.0/$batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
    );
    const closed = Promise.all([idle, kept, half].map((socket) => once(socket, "close")));
    child.kill("SIGTERM");
    expect(await ended).toEqual({ code: 0, signal: null });
    await closed;
    expect(told.err).toBe("");
  });

  it("ends with 2 and one sentence when it cannot start", async () => {
    const { told, ended } = start("mock", "--port", "http");
    expect(await ended).toEqual({ code: 2, signal: null });
    expect(told.out).toBe("");
    expect(told.err).toMatch(/^graph-conformance: --port .*"http"\n$/);
  });

  it("serves on when nobody reads its log any more, and ends cleanly when asked to", async () => {
    const mock = start("mock", "fixtures/rules/docs", "--port", "0");
    const { child, told, ended } = mock;
    const { origin } = await listening(mock);
    child.stdout.destroy();
    for (let request = 0; request < 3; request++) {
      expect((await fetch(`${origin}/v1.0/lending/libraries`)).status).toBe(401);
    }
    child.kill("SIGTERM");
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(told.err).toBe("");
  });
});

describe("diff as a process of its own, with a thread for the old pages", () => {
  const old = "fixtures/docs";
  const next = "fixtures/rules/docs";

  it("finds what it finds without one", async () => {
    await inFolder(async (folder) => {
      const changes = (name: string) => readFileSync(join(folder, name, "changes.json"), "utf8");
      const asked = ["diff", old, next, "--version", "v1.0", "--format", "json", "--output"];
      const { code } = await commandLine(...asked, join(folder, "here"));
      const { told, ended } = start(...asked, join(folder, "apart"));
      expect(await ended).toEqual({ code, signal: null });
      expect(told.err).toBe("");
      const { changes: found } = JSON.parse(changes("apart"));
      expect(found.length).toBeGreaterThan(20);
      expect(found).toEqual(JSON.parse(changes("here")).changes);
    });
  });

  it.each([
    [["src/base", next], "src/base holds no documentation page"],
    [[old, "src/base"], "src/base holds no documentation page"],
    [["src/base", "no-folder"], "src/base holds no documentation page"],
    [[old, next, "--version", "v2"], `--version does not take "v2"`],
  ])("ends with 2 and one sentence for %j", async (asked, sentence) => {
    const { told, ended } = start("diff", ...asked);
    expect(await ended).toEqual({ code: 2, signal: null });
    expect(told.err).toMatch(/^graph-conformance: [^\n]+\n$/);
    expect(told.err).toContain(sentence);
  });
});
