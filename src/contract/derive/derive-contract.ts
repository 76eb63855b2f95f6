import { isDeepStrictEqual } from "node:util";
import { onceFor } from "../../base/once-for.ts";
import { type Folder, typeNamesOn } from "../../docs/folder.ts";
import type { GraphVersion, Page } from "../../docs/page.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import type { Contract, Example } from "../contract.ts";
import { deriveEnums } from "./derive-enums.ts";
import { deriveExamples } from "./derive-examples.ts";
import { deriveOperations } from "./derive-operations.ts";
import { deriveTypes } from "./derive-types.ts";
import type { Declared, DerivedBefore } from "./derived-before.ts";
import { mergeMetadata } from "./merge-metadata.ts";
import { indexTypes } from "./type-index.ts";

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

/**
 * The same contract where pages declare the same in other lines: what no other page than before declares is taken from
 * before, the very same values, so that what was made of them is not made anew.
 */
export function deriveMoved(folder: Folder, version: GraphVersion, before: DerivedBefore): Contract {
  const pages = folder.pages.filter((page) => page.version === version);
  const names = new Set(pages.flatMap(typeNamesOn));
  const derived = deriveEnums(pages, names);
  const enums = isDeepStrictEqual(derived, before.declared.enums) ? before.declared.enums : derived;
  const index = indexTypes(names, Object.keys(enums), folder);
  const types = deriveTypes(pages, index, enums, before);
  const operations = deriveOperations(pages, index, folder, before);
  return contractAround({ types, enums, operations }, folder, version);
}

/** The same contract where all that the pages declare is known: their examples are derived when they are asked for. */
export function contractAround(declared: Declared, folder: Folder, version: GraphVersion): Contract {
  let examples: readonly Example[] | undefined;
  return {
    version,
    ...declared,
    get examples() {
      examples ??= examplesAround(declared, folder, version);
      return examples;
    },
  };
}

function examplesAround(declared: Declared, folder: Folder, version: GraphVersion): readonly Example[] {
  const pages = folder.pages.filter((page) => page.version === version);
  const index = indexTypes(new Set(pages.flatMap(typeNamesOn)), Object.keys(declared.enums), folder);
  const known = examplesBy(declared.types);
  return pages.flatMap((page) => {
    const examples = known.get(page) ?? deriveExamples(page, index);
    known.set(page, examples);
    return examples;
  });
}

// The same declarations give the same types, and each page its examples by them.
const examplesBy = onceFor((_types: Contract["types"]) => new WeakMap<Page, readonly Example[]>());
