import { showExamples } from "../contract/derive/show-examples.ts";
import { folderOf } from "../docs/folder.ts";
import type { Page } from "../docs/page.ts";
import { readFoldersBeside } from "../docs/read-folder.ts";
import {
  documentationOf,
  judgeDocumentedPage,
  type MetadataByVersion,
} from "../exchange/judge-documentation.ts";
import { type BasisOptions, type ContractBasis, versions } from "./contract-basis.ts";
import { readMetadataOption } from "./metadata-option.ts";

/** The contracts of folders of pages, or of pages. @throws UsageError where one of the paths cannot be read */
export async function readPageBasis(
  paths: readonly string[],
  { metadata, version, ownMetadata, tellsUnread }: BasisOptions,
): Promise<ContractBasis> {
  const pages = await readFoldersBeside({ tellsUnread }, paths, undefined, "promises");
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
    unread() {
      const unread = folder.pages.filter(({ kind }) => kind === "unreadable");
      return unread.flatMap((page) => judgeDocumentedPage(page, documentation));
    },
  };
}
