import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { buildOptions } from "../../build-options.ts";

/**
 * Puts a script of the repository together as `dist/` is, and says where it is. What tsx makes of our files takes a third
 * more of the processor: it names each function anew whenever one is made.
 */
export async function buildScript(script: string): Promise<string> {
  const outfile = resolve("built", script.replace(/\.ts$/, ".js"));
  // The browser of the package lies beside its code.
  const external = [...buildOptions.external, "@sparticuz/chromium"];
  await build({ ...buildOptions, external, entryPoints: [script], outfile, plugins: [besideItsSource] });
  return outfile;
}

/** Whatever a module finds by its own place, it finds from the one file, too. */
const besideItsSource: Plugin = {
  name: "beside its source",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href);
      return { loader: "ts", contents: readFileSync(path, "utf8").replaceAll("import.meta.url", place) };
    });
  },
};
