import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { liesIn, ownPages } from "../docs/page-path.ts";
import type { MetadataByVersion } from "./judge-documentation.ts";

/** Extracts of Graph's metadata: the types that the pages which come with the tool name, and do not declare. */
const ownFolder = new URL("../../fixtures/metadata/", import.meta.url);

/** What the pages that come with the tool are read with. Nobody else's are: of these the user says it. */
export async function ownMetadata(): Promise<MetadataByVersion> {
  const { readMetadata } = await import("../metadata/read-metadata.ts");
  const read = (["v1.0", "beta"] as const).map(async (version) => {
    const text = await readFile(fileURLToPath(new URL(`${version}.csdl`, ownFolder)), "utf8");
    return [version, readMetadata(text, `fixtures/metadata/${version}.csdl`)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** That of pages for which nobody names any: none, where the paths are more than the pages that come with the tool. */
export async function metadataLentTo(paths: readonly string[]): Promise<MetadataByVersion> {
  const isOwn = paths.length > 0 && paths.every((path) => liesIn(ownPages, resolve(path)));
  return isOwn ? ownMetadata() : {};
}
