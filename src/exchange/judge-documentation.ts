import type { Contract } from "../contract/contract.ts";
import { deriveContract } from "../contract/derive/derive-contract.ts";
import { deriveExamples } from "../contract/derive/derive-examples.ts";
import { noTypes, typeIndexOf } from "../contract/derive/type-index.ts";
import type { Folder } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import type { Metadata } from "../metadata/metadata.ts";
import type { Judgement } from "../rules/assertion.ts";
import type { Exchange } from "../rules/exchange.ts";
import { judgeExchange, judgePage } from "../rules/judge.ts";
import { type Derivation, deriveFrom } from "./derivation.ts";
import { toldOnce } from "./told-once.ts";

/** The pages of one run with the contract of each version. */
export interface Documentation {
  readonly folder: Folder;
  contract(version: GraphVersion): Contract;
}

/** What the contracts of some versions are derived with beside the pages. */
export type MetadataByVersion = Readonly<Partial<Record<GraphVersion, Metadata>>>;

/** Derives the contracts of a folder's pages, each when it is first asked for. */
export function documentationOf(folder: Folder, metadata: MetadataByVersion = {}): Documentation {
  return documentationAfter(undefined, folder, metadata);
}

/** The same by what an earlier run has derived of the same declarations, which helps where there is no metadata. */
export function documentationAfter(
  before: ((version: GraphVersion, folder: Folder) => Derivation | undefined) | undefined,
  folder: Folder,
  metadata: MetadataByVersion = {},
): Documentation {
  const derive = (version: GraphVersion) =>
    metadata[version]
      ? deriveContract(folder, version, metadata[version])
      : deriveFrom(folder, version, before?.(version, folder));
  const contracts = new Map<GraphVersion, Contract>();
  return {
    folder,
    contract(version) {
      const contract = contracts.get(version) ?? derive(version);
      contracts.set(version, contract);
      return contract;
    },
  };
}

/** Judges a page and every example on it, in the order of the page. */
export function judgeDocumentedPage(page: Page, documentation: Documentation): Judgement[] {
  const contract = documentation.contract(page.version);
  const judged = new Set<number>();
  const exchanges = documentedExchanges(page, documentation).map((exchange) => {
    // A request that is shown with several responses is judged once.
    const { line } = exchange.request.location;
    const requestJudged = judged.has(line);
    judged.add(line);
    return judgeExchange(exchange, contract, { page, requestJudged });
  });
  return toldOnce([judgePage(page, contract, documentation.folder), ...exchanges]);
}

/** The exchanges that a page documents: every example with a request, answered or not. */
export function documentedExchanges(page: Page, documentation?: Documentation): Exchange[] {
  const { version } = page;
  const types = documentation ? typeIndexOf(documentation.contract(version), documentation.folder) : noTypes;
  return deriveExamples(page, types).map((example) => ({ source: "documented", version, ...example }));
}
