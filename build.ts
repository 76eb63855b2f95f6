// Builds the code of dist/; tsc adds the types. The libraries that every command loads are inside, with their
// licences beside them: a hundred files more would take a tenth of a second at each start.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildOptions } from "./build-options.ts";

rmSync("dist", { recursive: true, force: true });
const { metafile } = await build({
  ...buildOptions,
  entryPoints: [
    "src/index.ts",
    "src/cli/main.ts",
    "src/cli/side-thread.ts",
    "src/mock/http/start-mock.ts",
    "src/playwright/test.ts",
  ],
  outdir: "dist",
  outbase: "src",
  chunkNames: "chunks/[name]-[hash]",
  splitting: true,
  metafile: true,
});
chmodSync("dist/cli/main.js", 0o755);
// Of what was read, some leaves nothing inside.
const inside = Object.values(metafile.outputs).flatMap(({ inputs }) =>
  Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
);
writeFileSync("dist/LICENSES.txt", licencesOf(inside));

/** The licences of the packages that files belong to. @throws Error when a package has none */
function licencesOf(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders].sort().map(licenceOf).join("\n");
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((other) => /^licen[cs]e/i.test(other));
  if (file === undefined) throw new Error(`${name} has no licence to pass on`);
  return `# ${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
}
