import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Packs the package as it is published, and installs it in a project of somebody else; what it needs, and what the
 * project takes beside it, is linked.
 */
export function installPackage(folder: string, beside: readonly string[]): void {
  const npm = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--cache", join(folder, "cache")];
  execFileSync("npm", ["pack", "--silent", ...npm, "--pack-destination", folder]);
  const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const linked = [...Object.keys(dependencies), ...beside].map((name) => [
    name,
    `file:${realpathSync(resolve("node_modules", name))}`,
  ]);
  const devDependencies = {
    ...Object.fromEntries(linked),
    "graph-conformance": `file:graph-conformance-${version}.tgz`,
  };
  const own = join(folder, "package.json");
  writeFileSync(own, JSON.stringify({ ...JSON.parse(readFileSync(own, "utf8")), devDependencies }));
  execFileSync("npm", ["install", "--silent", "--no-package-lock", ...npm], { cwd: folder });
}
