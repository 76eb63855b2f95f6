import { UsageError } from "../base/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { type ContractFile, parseContract } from "../contract/contract-file.ts";
import type { GraphVersion } from "../docs/page.ts";
import { readSchema } from "../report/read-schema.ts";
import { readLinesOf } from "../report/read-text.ts";
import { type BasisOptions, type ContractBasis, versions } from "./contract-basis.ts";

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
  // The code that reads pages is half of all: who has a contract does not wait for it.
  if (files.length === 0) return (await import("./page-basis.ts")).readPageBasis(paths, options);
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

function basisOfContracts(read: readonly (readonly [file: string, contract: Contract])[]): ContractBasis {
  for (const version of versions) {
    const [first, second] = read.filter(([, contract]) => contract.version === version);
    if (first && second)
      throw new UsageError(`${first[0]} and ${second[0]} are both contracts of ${version}; give one of them`);
  }
  const known = new Map(read.map(([, contract]) => [contract.version, contract]));
  const contract = (version: GraphVersion): Contract =>
    known.get(version) ?? { version, types: {}, enums: {}, operations: [], examples: [] };
  return {
    versions: versions.filter((version) => known.has(version)),
    contract,
    shown: contract,
    unread: () => [],
  };
}
