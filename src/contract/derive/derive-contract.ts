import { type Folder, typeNamesOn } from "../../docs/folder.ts";
import type { GraphVersion } from "../../docs/page.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import type { Contract, Example } from "../contract.ts";
import { deriveEnums } from "./derive-enums.ts";
import { deriveExamples } from "./derive-examples.ts";
import { deriveOperations } from "./derive-operations.ts";
import { deriveTypes } from "./derive-types.ts";
import { mergeMetadata } from "./merge-metadata.ts";
import { indexTypes } from "./type-index.ts";

/** What of a contract pages declare, and do not show in their examples. */
export type Declared = Pick<Contract, "types" | "enums" | "operations">;

/**
 * Derives what the pages of one version promise. Versions never lend each other members. The same pages in the
 * same order give the same contract, byte for byte. The metadata of that version is a second witness.
 */
export function deriveContract(folder: Folder, version: GraphVersion, metadata?: Metadata): Contract {
  const pages = folder.pages.filter((page) => page.version === version);
  const names = new Set(pages.flatMap(typeNamesOn));
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

/** The same contract where all that the pages declare is known: their examples are derived when they are asked for. */
export function contractAround(declared: Declared, folder: Folder, version: GraphVersion): Contract {
  let examples: readonly Example[] | undefined;
  return {
    version,
    ...declared,
    get examples() {
      const pages = folder.pages.filter((page) => page.version === version);
      const index = indexTypes(new Set(pages.flatMap(typeNamesOn)), Object.keys(declared.enums), folder);
      examples ??= pages.flatMap((page) => deriveExamples(page, index));
      return examples;
    },
  };
}
