// Installs the peers where one is first needed, puts the benchmarks together as dist/ is, and hands over to main.ts.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildScript } from "../specs/support/build-script.ts";

/** By bench the folder of its peers, and one of them. */
const peers: Readonly<Record<string, readonly [string, string]>> = {
  mock: ["bench", "@stoplight/prism-cli"],
  "prism-proxy": ["bench", "@stoplight/prism-cli"],
  validators: ["bench", "oav"],
  generators: ["bench/generators", "orval"],
};
const [folder, peer] = peers[process.argv[2] ?? ""] ?? [];
if (folder !== undefined && !existsSync(`${folder}/node_modules/${peer}`)) {
  process.stderr.write(
    `bench: installing the peers into ${folder}/node_modules (npm ci --prefix ${folder})\n`,
  );
  const { npm_execpath: npm } = process.env;
  const [command, ...first] = npm === undefined ? ["npm"] : [process.execPath, npm];
  const { status } = spawnSync(command, [...first, "ci", "--prefix", folder], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(2);
}

const main = await buildScript("bench/main.ts");
process.exitCode =
  spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 2;
