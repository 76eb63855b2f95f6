import { cpSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../src/base/usage-error.ts";
import { settings } from "./settings.ts";

/** The pages of one size. */
export interface Tree {
  readonly name: string;
  readonly folders: readonly string[];
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/** The corpus once, and three copies of it below `directory`. @throws UsageError when the corpus is not there */
export function plantTrees(directory: string): { readonly one: Tree; readonly three: Tree } {
  if (!existsSync(settings.corpus)) {
    throw new UsageError(
      `the documentation that verify is measured on is not there (${settings.corpus}); nothing was measured`,
    );
  }
  const [one, ...copies] = ["first/v1.0", "second/beta", "third/v1.0"].map((name) => {
    const folder = join(directory, name, "docs");
    cpSync(settings.corpus, folder, { recursive: true });
    return folder;
  });
  return {
    one: treeOf("v1.0", one === undefined ? [] : [one]),
    three: treeOf("three times", one === undefined ? [] : [one, ...copies]),
  };
}

function treeOf(name: string, folders: readonly string[]): Tree {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md"))
      .map((file) => join(folder, file)),
  );
  return {
    name,
    folders,
    pages: files.filter((file) => !file.includes("/includes/")).length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
}
