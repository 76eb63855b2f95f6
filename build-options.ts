import { readFileSync } from "node:fs";
import type { BuildOptions } from "esbuild";
import { digestOfSources } from "./src/docs/tool-digest.ts";

const { dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** How our code is put together with the libraries that every command loads: in `dist/`, and where its speed counts. */
export const buildOptions = {
  bundle: true,
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  platform: "node",
  format: "esm",
  target: "node20",
  define: { BUILT_FROM: JSON.stringify(digestOfSources(".")) },
  // Of what is published in two forms, the one that can be put together.
  mainFields: ["module", "main"],
  logLevel: "warning",
} satisfies BuildOptions;
