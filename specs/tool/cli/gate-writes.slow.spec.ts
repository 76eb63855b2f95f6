import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import { documentationOf } from "../../../src/exchange/judge-documentation.ts";
import { startProgram } from "../../support/child-process.ts";
import { startSignedIn } from "../../support/service.ts";

const folder = mkdtempSync(join(tmpdir(), "gate-writes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const open = new Set<() => unknown>();
afterEach(async () => {
  for (const close of open) await close();
  open.clear();
});

const docs = resolve("fixtures/rules/docs");
const contract = documentationOf(folderOf(await readFolders([docs]))).contract("v1.0");

interface Way {
  /** Told of each answer to what may change something before it goes out. */
  readonly onWrite?: (line: string) => void | Promise<void>;
  /** Another answer than the service's own to a DELETE. */
  readonly onDelete?: number;
}

/** The embedded service with data in which no documented id exists, behind somebody who listens. */
async function tenant({ onWrite = () => {}, onDelete }: Way = {}) {
  const { origin, token, close } = await startSignedIn({ contracts: [contract], data: "generated" });
  open.add(close);
  const server = createServer(async (request, response) => {
    const { url = "", method = "GET", headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { host, connection: _, ...rest } = headers;
    const sent = Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]);
    const isKept = method === "DELETE" && onDelete !== undefined && headers.authorization !== undefined;
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
    const answer = isKept
      ? new Response('{"error":{"code":"Locked","message":"no"}}', {
          status: onDelete,
          headers: { "content-type": "application/json" },
        })
      : await fetch(origin + url, { method, headers: sent, ...body });
    const text = (await answer.text()).replaceAll(origin, `http://${host}`);
    if (method !== "GET") await onWrite(`${method} ${url} ${answer.status}`);
    const kept = Object.fromEntries(
      [...answer.headers].filter(([name]) => name !== "content-length" && name !== "connection"),
    );
    response.writeHead(answer.status, kept).end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.add(() => {
    server.closeAllConnections();
    server.close();
  });
  const read = async (path: string) =>
    (await fetch(`${origin}/v1.0${path}`, { headers: { Authorization: `Bearer ${token}` } })).text();
  const libraries: readonly { readonly id: string }[] = JSON.parse(await read("/lending/libraries")).value;
  let libraryId = "";
  for (const { id } of libraries) {
    // One that lends.
    if (JSON.parse(await read(`/lending/libraries/${id}/loans`)).value.length > 0) libraryId = id;
  }
  const loans = () => read(`/lending/libraries/${libraryId}/loans`);
  const { port } = server.address() as AddressInfo;
  const env = { GRAPH_ENDPOINT: `http://127.0.0.1:${port}`, GRAPH_ACCESS_TOKEN: token };
  return { env, libraryId, loans, before: await loans() };
}

function gate(env: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const cwd = mkdtempSync(join(folder, "run-"));
  const running = startProgram(["gate", docs, "--allow-writes", "--format", "json", ...argv], { cwd, env });
  open.add(() => running.child.kill("SIGKILL"));
  const report = () => JSON.parse(readFileSync(join(cwd, "reports/gate/report.json"), "utf8"));
  return { ...running, report };
}

describe("graph-conformance gate --allow-writes, as a user starts it", () => {
  it("leaves everything as it was", async () => {
    const written: string[] = [];
    const { env, libraryId, loans, before } = await tenant({ onWrite: (line) => void written.push(line) });
    const run = gate(env, "--bind", `libraryId=${libraryId}`);
    expect((await run.ended).code, run.told.out + run.told.err).toBe(0);
    expect(written.filter((line) => line.endsWith(" 201"))).toHaveLength(1);
    expect(await loans()).toBe(before);
    expect(run.told.out).not.toContain("Left behind");
  });

  it("removes what it has created when it is interrupted in between, and says that it is partial", async () => {
    let interrupt = () => {};
    const written: string[] = [];
    const { env, libraryId, loans, before } = await tenant({
      async onWrite(line) {
        written.push(line);
        if (!line.endsWith(" 201")) return;
        interrupt();
        // The answer that says what was created is still on its way.
        await new Promise((done) => setTimeout(done, 500));
      },
    });
    const run = gate(env, "--bind", `libraryId=${libraryId}`);
    interrupt = () => run.child.kill("SIGINT");
    expect((await run.ended).code, run.told.out + run.told.err).toBe(2);
    expect(await loans()).toBe(before);
    expect(written.at(-1)).toMatch(/^DELETE .* 204$/);
    expect(run.report().summary.partial).toMatch(/^ended by a signal/);
  });

  it("names what it could not remove, and exits 1", async () => {
    const { env, libraryId, loans, before } = await tenant({ onDelete: 423 });
    const run = gate(env, "--bind", `libraryId=${libraryId}`);
    expect((await run.ended).code, run.told.out + run.told.err).toBe(1);
    expect(await loans()).not.toBe(before);
    const path = `/v1.0/lending/libraries/${libraryId}/loans/`;
    expect(run.told.out).toMatch(/^Left behind {2}http.*: its removal was answered with 423 Locked$/m);
    expect(run.told.out).toContain(path);
    const text = JSON.stringify(run.report());
    expect(text).toContain("service/left-behind");
    expect(text).not.toContain(libraryId);
  });
});
