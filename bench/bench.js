// Installs what only the benchmarks need, on first use, and hands over to main.ts.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const loader = new URL("node_modules/tsx/dist/loader.mjs", import.meta.url);

if (!existsSync(loader)) {
  process.stderr.write("bench: installing Prism and tsx into bench/node_modules (npm ci --prefix bench)\n");
  const { npm_execpath: npm } = process.env;
  const [command, ...first] = npm === undefined ? ["npm"] : [process.execPath, npm];
  const { status } = spawnSync(command, [...first, "ci", "--prefix", here], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(2);
}

const args = [
  "--import",
  loader.href,
  fileURLToPath(new URL("main.ts", import.meta.url)),
  ...process.argv.slice(2),
];
process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 2;
