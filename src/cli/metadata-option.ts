import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../base/usage-error.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { ownPages } from "../docs/read-folder.ts";
import { liesIn } from "../docs/read-in-context.ts";
import type { MetadataByVersion } from "../exchange/judge-documentation.ts";
import type { CommandOption, OptionValues } from "./command.ts";

export const metadataOption: CommandOption = {
  name: "metadata",
  value: "FILE",
  text: "Graph's metadata (CSDL) as a second witness, beside the pages",
};

/** An extract of Graph's metadata: the types that the pages which come with the tool name, and do not declare. */
const ownFile = fileURLToPath(new URL("../../fixtures/metadata/v1.0.csdl", import.meta.url));

/** What the pages that come with the tool are read with. Nobody else's are: of these the user says it. */
export async function ownMetadata(): Promise<MetadataByVersion> {
  const { readMetadata } = await import("../metadata/read-metadata.ts");
  return { "v1.0": readMetadata(await readFile(ownFile, "utf8"), "fixtures/metadata/v1.0.csdl") };
}

/**
 * The metadata that `--metadata` names, under the version that it is of; without the option none, but for the pages
 * that come with the tool, where `paths` are no more than these.
 *
 * @throws UsageError where the file cannot be read, is no CSDL, or nothing says of which version it is.
 */
export async function readMetadataOption(
  values: OptionValues,
  pages: readonly Pick<Page, "version">[],
  paths: readonly string[] = [],
): Promise<MetadataByVersion> {
  const file = values.metadata;
  if (file === undefined) return paths.length > 0 && paths.every(isOwn) ? ownMetadata() : {};
  const version = versionOf(file, values.version as GraphVersion | undefined, pages);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  });
  // Its library is loaded only where it is needed.
  const { readMetadata } = await import("../metadata/read-metadata.ts");
  return { [version]: readMetadata(text, file.replaceAll("\\", "/")) };
}

function isOwn(path: string): boolean {
  return liesIn(ownPages, resolve(path));
}

function versionOf(
  file: string,
  asked: GraphVersion | undefined,
  pages: readonly Pick<Page, "version">[],
): GraphVersion {
  const [said] = /beta|v1\.0/i.exec(basename(file)) ?? [];
  if (said) return said.toLowerCase() === "beta" ? "beta" : "v1.0";
  if (asked) return asked;
  const [only, ...others] = [...new Set(pages.map(({ version }) => version))];
  if (only && others.length === 0) return only;
  throw new UsageError(`${file} does not say of which version it is: name it v1.0.csdl or beta.csdl`);
}
