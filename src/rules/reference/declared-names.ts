import { onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { onceForParts } from "../../contract/once-for-parts.ts";
import { declaredOn, type Folder, pagesAmong } from "../../docs/folder.ts";
import { acrossPages } from "../../docs/kept/page-fact.ts";
import type { GraphVersion } from "../../docs/page.ts";
import { simpleName } from "./type-mentions.ts";

/** True when a page of the contract's version, or the contract, declares a type or enum with this simple name. */
export function isDeclaredName(name: string, folder: Folder, contract: Contract): boolean {
  return inFolder(folder, contract.version).has(name) || inContract(contract).has(name);
}

// A name is asked for at every type cell of every page; the sets are the same for all pages of a run.
const inFolder = onceForAll((folder: Folder, version: GraphVersion) => declaredAmong[version](folder.read));

const declaredAmong = { "v1.0": declaredOf("v1.0"), beta: declaredOf("beta") };

function declaredOf(version: GraphVersion) {
  return acrossPages(`declared in ${version}`, declaredOn, (read): ReadonlySet<string> => {
    const pages = pagesAmong(read).filter((page) => page.version === version);
    return new Set(pages.flatMap(declaredOn).map(simpleName));
  });
}

const inContract = onceForParts(
  ["types", "enums"],
  ({ types, enums }) => new Set([...Object.keys(types), ...Object.keys(enums)].map(simpleName)),
);
