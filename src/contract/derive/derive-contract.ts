import type { Folder } from "../../docs/folder.ts";
import type { GraphVersion } from "../../docs/page.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import type { Contract } from "../contract.ts";
import { deriveEnums } from "./derive-enums.ts";
import { deriveExamples } from "./derive-examples.ts";
import { deriveOperations } from "./derive-operations.ts";
import { deriveTypes } from "./derive-types.ts";
import { mergeMetadata } from "./merge-metadata.ts";
import { indexTypes } from "./type-index.ts";

/**
 * Derives what the pages of one version promise. Versions never lend each other members. The same pages in the
 * same order give the same contract, byte for byte. The metadata of that version is a second witness.
 */
export function deriveContract(folder: Folder, version: GraphVersion, metadata?: Metadata): Contract {
  const pages = folder.pages.filter((page) => page.version === version);
  const names = new Set(pages.flatMap((page) => page.types.map((type) => type.name)));
  const enums = deriveEnums(pages, names);
  const index = indexTypes(names, Object.keys(enums), folder, metadata);
  const contract = {
    version,
    types: deriveTypes(pages, index, enums),
    enums,
    operations: deriveOperations(pages, index, folder),
    examples: pages.flatMap((page) => deriveExamples(page, index)),
  };
  return metadata ? mergeMetadata(contract, metadata) : contract;
}
