import { readFileSync } from "node:fs";
import { folderOf } from "../../src/docs/folder.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { type Documentation, documentationOf } from "../../src/exchange/judge-documentation.ts";
import { ownMetadata } from "../../src/exchange/own-metadata.ts";
import { readWaivers } from "../../src/report/read-waivers.ts";
import type { System, Waiver } from "../../src/report/report.ts";

/** The pages that the embedded default verifies. */
export const documentationFolder = "fixtures/docs";

export const documentation: Documentation = documentationOf(
  folderOf(await readFolders([documentationFolder])),
);

/** The same with the extract of the metadata that comes with them. */
export const witnessed: Documentation = documentationOf(documentation.folder, await ownMetadata());

/** The documentation defects that the shipped pages carry. */
export const waivers: readonly Waiver[] = readWaivers("fixtures/waivers.json");

/** The rows of the conformance report. */
export const systems: readonly System[] = JSON.parse(readFileSync("fixtures/systems.json", "utf8"));
