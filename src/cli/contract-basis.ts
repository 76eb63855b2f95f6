import { UsageError } from "../base/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { type ContractFile, parseContract } from "../contract/contract-file.ts";
import { showExamples } from "../contract/derive/show-examples.ts";
import { folderOf } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { readFolders } from "../docs/read-folder.ts";
import { documentationOf, type MetadataByVersion } from "../exchange/judge-documentation.ts";
import { readSchema } from "../report/read-schema.ts";
import { readLinesOf } from "../report/read-text.ts";
import { readMetadataOption } from "./metadata-option.ts";

/** What a command judges or serves by: the contracts of pages, or of what derive wrote of them. */
export interface ContractBasis {
  /** The versions that are in it, v1.0 first. */
  readonly versions: readonly GraphVersion[];
  /** The contract of a version, each made when it is first asked for; one without a promise where it is not in it. */
  contract(version: GraphVersion): Contract;
  /** The same with what its examples show: what `diff` compares by. */
  shown(version: GraphVersion): Contract;
}

export interface BasisOptions {
  /** What `--metadata` names. */
  readonly metadata?: readonly string[] | undefined;
  /** The one version that is asked for. */
  readonly version?: GraphVersion;
  /** The pages that come with the tool are read with their extract of the metadata, but where this says not. */
  readonly ownMetadata?: false;
}

const versions: readonly GraphVersion[] = ["v1.0", "beta"];

/** Whether somebody who named a path means a `contract.json`. */
export function isContractFile(path: string): boolean {
  return /\.json$/i.test(path);
}

/**
 * Reads what every command takes: folders of pages or pages, or a `contract.json` of each version.
 *
 * @throws UsageError where a path cannot be read, is no contract of this form, or contracts and pages are mixed.
 */
export async function readBasis(paths: readonly string[], options: BasisOptions): Promise<ContractBasis> {
  const files = paths.filter(isContractFile);
  if (files.length === 0) return readPages(paths, options);
  const [other] = paths.filter((path) => !isContractFile(path));
  if (other !== undefined)
    throw new UsageError(`${files[0]} is a contract and ${other} is none: give contracts, or pages`);
  if (options.metadata?.length)
    throw new UsageError(
      `${files[0]} is derived already, and --metadata is heard where pages are: give it to derive`,
    );
  return basisOfContracts(files.map((file) => [file, readContract(file)] as const));
}

/** Reads a `contract.json`; its text is given where it is no file. @throws UsageError when it is none of this form */
export function readContract(
  file: string,
  lines: () => Iterable<string> = () => readLinesOf(file, "contract"),
): Contract {
  return parseContract(lines, file, readSchema<ContractFile>("contract.schema.json"));
}

async function readPages(
  paths: readonly string[],
  { metadata, version, ownMetadata }: BasisOptions,
): Promise<ContractBasis> {
  const pages = await readFolders(paths, undefined, "promises");
  const lent = ownMetadata === false ? [] : paths;
  return basisOfPages(pages, await readMetadataOption(metadata, { pages, paths: lent, version }));
}

/** The contracts of some pages, heard together with their metadata. */
export function basisOfPages(read: readonly Page[], metadata?: MetadataByVersion): ContractBasis {
  const folder = folderOf(read);
  const documentation = documentationOf(folder, metadata);
  return {
    versions: versions.filter((one) => folder.pages.some((page) => page.version === one)),
    contract: documentation.contract,
    shown(one) {
      const contract = documentation.contract(one);
      return { ...contract, shown: showExamples(contract, folder) };
    },
  };
}

function basisOfContracts(read: readonly (readonly [file: string, contract: Contract])[]): ContractBasis {
  for (const version of versions) {
    const [first, second] = read.filter(([, contract]) => contract.version === version);
    if (first && second)
      throw new UsageError(`${first[0]} and ${second[0]} are both contracts of ${version}; give one of them`);
  }
  const known = new Map(read.map(([, contract]) => [contract.version, contract]));
  const contract = (version: GraphVersion): Contract =>
    known.get(version) ?? { version, types: {}, enums: {}, operations: [], examples: [] };
  return { versions: versions.filter((version) => known.has(version)), contract, shown: contract };
}
