import { onceFor, onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import type { Folder } from "../../docs/folder.ts";
import type { GraphVersion } from "../../docs/page.ts";
import { simpleName } from "./type-mentions.ts";

/** True when a page of the contract's version, or the contract, declares a type or enum with this simple name. */
export function isDeclared(name: string, folder: Folder, contract: Contract): boolean {
  return inFolder(folder, contract.version).has(name) || inContract(contract).has(name);
}

// A name is asked for at every type cell of every page; the sets are the same for all pages of a run.
const inFolder = onceForAll((folder: Folder, version: GraphVersion): ReadonlySet<string> => {
  const pages = folder.pages.filter((page) => page.version === version);
  return new Set(pages.flatMap((page) => folder.declaredBy(page.file)).map(simpleName));
});

const inContract = onceFor(
  ({ types, enums }: Contract) => new Set([...Object.keys(types), ...Object.keys(enums)].map(simpleName)),
);
