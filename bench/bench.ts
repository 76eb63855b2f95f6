// Installs the peers where one is first needed, puts the benchmarks together as dist/ is, and hands over to main.ts.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildScript } from "../specs/support/build-script.ts";

const peers: Readonly<Record<string, string>> = {
  mock: "@stoplight/prism-cli",
  "prism-proxy": "@stoplight/prism-cli",
  validators: "oav",
};
const peer = peers[process.argv[2] ?? ""];
if (peer !== undefined && !existsSync(`bench/node_modules/${peer}`)) {
  process.stderr.write("bench: installing the peers into bench/node_modules (npm ci --prefix bench)\n");
  const { npm_execpath: npm } = process.env;
  const [command, ...first] = npm === undefined ? ["npm"] : [process.execPath, npm];
  const { status } = spawnSync(command, [...first, "ci", "--prefix", "bench"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(2);
}

const main = await buildScript("bench/main.ts");
process.exitCode =
  spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 2;
