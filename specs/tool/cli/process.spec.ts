import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

// The one spec of the program as a process: its start alone takes seconds.
it("the program serves on when nobody reads its log any more, and ends cleanly when asked to", async () => {
  const command = ["--import", "tsx", "src/cli/main.ts", "mock", "fixtures/rules/docs", "--port", "0"];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const [greeting] = await once(child.stdout, "data");
  const origin = /http:\/\/localhost:\d+/.exec(String(greeting))?.[0];
  child.stdout.destroy();
  for (let request = 0; request < 3; request++) {
    expect((await fetch(`${origin}/v1.0/lending/libraries`)).status).toBe(401);
  }
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(complaint).toBe("");
}, 60_000);
