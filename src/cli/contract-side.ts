import { statSync } from "node:fs";
import { UsageError } from "../base/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { contractOfMetadata } from "../contract/derive/merge-metadata.ts";
import type { GraphVersion } from "../docs/page.ts";
import { isMetadataFile } from "../docs/page-path.ts";
import { isRevision, type Revision, readRevision, revisionIn } from "../docs/read-revision.ts";
import { isContractFile, readContract } from "./read-basis.ts";
import { readCsdl } from "./read-csdl.ts";

/** What `diff` compares: the contracts of what somebody named, by version. */
export interface ContractSide {
  readonly name: string;
  readonly contracts: ReadonlyMap<GraphVersion, Contract>;
}

/**
 * Reads one side: a folder of pages or a page, a `contract.json`, a CSDL file, or one of them in a revision of a git
 * checkout, `REVISION:PATH`. A path that exists is that path, whatever it looks like.
 *
 * @throws UsageError when it is none of these, or cannot be read
 */
export async function readSide(name: string, version: GraphVersion | undefined): Promise<ContractSide> {
  const exists = statSync(name, { throwIfNoEntry: false }) !== undefined;
  const revision = exists ? undefined : revisionIn(name);
  if (!exists && !revision) throw new UsageError(`${name} cannot be read: ${absenceOf(name)}`);
  const path = revision?.path ?? name;
  if (isContractFile(path)) return contractSide(name, contractAt(name, revision), version);
  if (isMetadataFile(path)) return metadataSide(name, revision, version);
  return pagesSide(name, revision, version);
}

/** Whether a side that can be read is one of pages: what takes its time. */
export function namesPages(name: string): boolean {
  return !isContractFile(name) && !isMetadataFile(name);
}

/** Who names a revision alone means some folder in it. */
function absenceOf(name: string): string {
  return isRevision(name)
    ? `git has a revision of that name, and wants a path behind it: ${name}:path/to/api-reference`
    : "it does not exist";
}

function contractAt(name: string, revision: Revision | undefined): Contract {
  if (!revision) return readContract(name);
  const [file] = readRevision(revision, () => false);
  if (!file) throw new UsageError(`${name} is a folder`);
  return readContract(name, () => file.bytes.toString("utf8").split("\n"));
}

async function pagesSide(
  name: string,
  revision: Revision | undefined,
  version: GraphVersion | undefined,
): Promise<ContractSide> {
  const { readFolders, readRevisionPages } = await import("../docs/read-folder.ts");
  const { basisOfPages } = await import("./page-basis.ts");
  const pages = revision
    ? readRevisionPages(revision, version, "promises")
    : await readFolders([name], version, "promises");
  const basis = basisOfPages(pages);
  const versions = basis.versions.filter((one) => version === undefined || one === version);
  if (versions.length === 0) throw new UsageError(`no page of ${version ?? "any version"} in ${name}`);
  return { name, contracts: new Map(versions.map((one) => [one, withoutExamples(basis.shown(one))])) };
}

/** Nothing is compared by the examples but what they show. */
function withoutExamples(contract: Contract): Contract {
  return { ...contract, examples: [] };
}

function contractSide(name: string, contract: Contract, version: GraphVersion | undefined): ContractSide {
  if (version !== undefined && contract.version !== version)
    throw new UsageError(`${name} is a contract of ${contract.version}, not of ${version}`);
  return { name, contracts: new Map([[contract.version, contract]]) };
}

async function metadataSide(
  name: string,
  revision: Revision | undefined,
  version: GraphVersion | undefined,
): Promise<ContractSide> {
  const said = version ?? (/beta/i.test(name) ? "beta" : "v1.0");
  return { name, contracts: new Map([[said, contractOfMetadata(await readCsdl(name, revision), said)]]) };
}

/** What a CSDL file promises, or one in a revision. @throws UsageError when it is none, or cannot be read */
export async function readMetadataContract(name: string, version: GraphVersion): Promise<Contract> {
  const exists = statSync(name, { throwIfNoEntry: false }) !== undefined;
  return contractOfMetadata(await readCsdl(name, exists ? undefined : revisionIn(name)), version);
}
