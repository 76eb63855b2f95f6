import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject } from "../../../src/base/is-object.ts";

/** Why a call of the client failed, by Microsoft's packages. */
export class ClientError extends Error {
  readonly statusCode: unknown;
  readonly code: unknown;

  constructor(failure: Readonly<Record<string, unknown>>) {
    super(String(failure.message));
    this.statusCode = failure.statusCode;
    this.code = failure.code;
  }
}

/** Microsoft's clients in a process of their own. */
export interface RealClient {
  /** Does one of the calls of client-process.mjs. @throws ClientError */
  call(name: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the process of a user who trusts certificates. */
export async function startClient(...certificates: readonly string[]): Promise<RealClient> {
  const folder = mkdtempSync(join(tmpdir(), "real-client-"));
  const file = join(folder, "certificate.pem");
  writeFileSync(file, certificates.join("\n"));
  const child = fork(fileURLToPath(new URL("client-process.mjs", import.meta.url)), {
    execArgv: [],
    env: { ...process.env, ...(certificates.length === 0 ? {} : { NODE_EXTRA_CA_CERTS: file }) },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => {
      const ended = new Error(`the client ended with ${String(code)}`);
      reject(ended);
      for (const { reject: give } of waiting.values()) give(ended);
    });
  });
  child.on("message", (message) => {
    if (!isObject(message) || typeof message.id !== "number") return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (isObject(message.error)) call?.reject(new ClientError(message.error));
    else call?.resolve(message.value);
  });
  await ready;
  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        const id = ++calls;
        waiting.set(id, { resolve, reject });
        child.send({ id, call: name, input });
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.disconnect();
      }),
  };
}
