import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, ask } from "./ask.ts";
import { freePort } from "./free-port.ts";

export interface Server {
  readonly port: number;
  /** Milliseconds from the start of its process to its first right answer. */
  readonly startUp: number;
  /** What a request to it carries. */
  readonly authorization: string;
  stop(): Promise<void>;
}

/** A server to be started in a process of its own. */
export interface ServerPlan {
  readonly name: string;
  /** The arguments of Node for a port. */
  readonly args: (port: number) => readonly string[];
  /** Asks as a client would, signing in if need be; resolves to what its requests carry once the answer is right. */
  readonly firstAnswer: (port: number) => Promise<string>;
  /** How long it may take, in milliseconds. */
  readonly patience: number;
  /** Where it has to listen; on any free port unless said. */
  readonly port?: number;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(2));

/** Starts a server and waits for its first right answer. @throws Error when it ends or takes too long */
export async function startServer(plan: ServerPlan): Promise<Server> {
  const { name, args, firstAnswer, patience, port = await freePort("localhost") } = plan;
  const began = performance.now();
  const child = spawn(process.execPath, args(port), { stdio: ["ignore", "ignore", "pipe"] });
  running.add(child);
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors = `${errors}${text}`.slice(-2000);
  });
  const ended = once(child, "exit").then(() => running.delete(child));
  let last: unknown;
  while (performance.now() - began < patience && running.has(child)) {
    try {
      const authorization = await firstAnswer(port);
      const startUp = performance.now() - began;
      const stop = async (): Promise<void> => {
        child.kill("SIGTERM");
        const hard = setTimeout(() => child.kill("SIGKILL"), 5_000);
        await ended;
        clearTimeout(hard);
      };
      return { port, startUp, authorization, stop };
    } catch (error) {
      last = error;
      await sleep(5);
    }
  }
  child.kill("SIGKILL");
  throw new Error(`${name} gave no right answer within ${patience / 1000} s: ${last}\n${errors}`);
}

/** The answer to a request, when it is a successful one. @throws Error when it is not */
export async function rightAnswer(port: number, asked: Parameters<typeof ask>[1]): Promise<Answer> {
  const answer = await ask(port, asked);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(
    `${asked.method} ${asked.target} is answered with ${answer.status} ${answer.body.slice(0, 500)}`,
  );
}
