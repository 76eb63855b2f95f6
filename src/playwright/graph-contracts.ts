import type { Contract } from "../contract/contract.ts";
import { folderOf } from "../docs/folder.ts";
import { ownPages } from "../docs/page-path.ts";
import { readFolders } from "../docs/read-folder.ts";
import { documentationOf } from "../exchange/judge-documentation.ts";
import { metadataLentTo } from "../exchange/own-metadata.ts";

/** The contracts of the pages that responses are judged by. */
export interface GraphContracts {
  readonly "v1.0": Contract;
  readonly beta: Contract;
}

const known = new Map<string, Promise<GraphContracts>>();

/**
 * The contracts of the pages below a folder, or of those that come with the package; each is derived when it is first
 * asked for.
 *
 * @throws UsageError where the folder cannot be read
 */
export function graphContracts(folder: string): Promise<GraphContracts> {
  const contracts = known.get(folder) ?? readContracts(folder === "" ? ownPages : folder);
  known.set(folder, contracts);
  return contracts;
}

async function readContracts(folder: string): Promise<GraphContracts> {
  const folders = [folder];
  const pages = await readFolders(folders, undefined, "promises");
  const { contract } = documentationOf(folderOf(pages), await metadataLentTo(folders));
  return {
    get "v1.0"() {
      return contract("v1.0");
    },
    get beta() {
      return contract("beta");
    },
  };
}
