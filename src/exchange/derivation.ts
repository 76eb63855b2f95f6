import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { groupBy } from "../base/group-by.ts";
import { onceFor } from "../base/once-for.ts";
import type { Contract } from "../contract/contract.ts";
import { knowContractFacts } from "../contract/contract-fact.ts";
import { contractAround, deriveContract, deriveMoved } from "../contract/derive/derive-contract.ts";
import type { Declared } from "../contract/derive/derived-before.ts";
import { examplesOfPage } from "../contract/page-content.ts";
import { type Folder, pagesAmong, promisingAmong } from "../docs/folder.ts";
import { acrossPages, pageFact } from "../docs/kept/page-fact.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { allSightings, knowSightings, type Sightings, sightingsOf } from "../rules/resource/sightings.ts";

/**
 * What was derived of the declarations of all pages, and what their examples showed by it. The first holds where the very
 * same is declared again. The second holds of a page that shows the same examples, where the same is declared, be it in
 * other lines. So who changes an example, or adds a line, need not wait for what all other pages declare and show.
 */
export interface Derivation {
  readonly declaredBy: Declarations;
  readonly declared: Declared;
  /** Where it was derived in this process: the pages, and what they include. */
  readonly pages?: WeakSet<Page>;
  /** What the examples of a page showed, by its file, and which examples these were. */
  readonly shown: (file: string) => ShownOn | undefined;
  /** The facts of the contract, and a digest of the examples that it had: those of the same declarations and examples are the same. */
  readonly facts?: { readonly shownBy: string; readonly of: (name: string) => unknown };
}

/** Two digests of all that pages declare: with the lines in which it stands, and without them. */
export interface Declarations {
  readonly placed: string;
  readonly meant: string;
}

export interface ShownOn {
  readonly examples: string;
  readonly sightings: readonly Sightings[];
}

/** The contract of a version, by what an earlier derivation of the same declarations says. */
export function deriveFrom(folder: Folder, version: GraphVersion, before?: Derivation): Contract {
  if (before === undefined) return deriveContract(folder, version);
  const { placed, meant } = declarationsOf(folder);
  if (before.declaredBy.meant !== meant) return deriveContract(folder, version);
  const { declared, facts, pages: known = new WeakSet() } = before;
  const isSame = before.declaredBy.placed === placed;
  const contract = isSame
    ? contractAround(declared, folder, version)
    : deriveMoved(folder, version, { declared, isKnown: (page) => known.has(page) });
  if (isSame && facts?.shownBy === shownBy(folder)) knowContractFacts(contract, facts.of);
  const pages = folder.pages.filter((page) => page.version === version);
  knowSightings(contract, () => pages.flatMap((page) => shownAgain(page, contract, before)));
  return contract;
}

function shownAgain(page: Page, contract: Contract, { shown }: Derivation): readonly Sightings[] {
  const known = shown(page.file);
  if (known && known.examples === examplesOn(page)) return known.sightings;
  const sightings = examplesOfPage(contract, page.file).map((one) => sightingsOf(contract, one));
  // What the very same examples of all pages show is not put together anew.
  const before = (one: Sightings, index: number) => {
    const same = known?.sightings[index];
    return same && isDeepStrictEqual(same, one) ? same : one;
  };
  return sightings.map(before);
}

/** What a later derivation can be told of this one. */
export function derivationOf(contract: Contract, folder: Folder): Derivation {
  const { version, types, enums, operations } = contract;
  const byFile = groupBy(allSightings(contract), ({ file }) => file);
  const pages = folder.pages.filter((page) => page.version === version);
  const shown = new Map(
    pages.map((page): [string, ShownOn] => [
      page.file,
      { examples: examplesOn(page), sightings: byFile.get(page.file) ?? [] },
    ]),
  );
  return {
    declaredBy: declarationsOf(folder),
    declared: { types, enums, operations },
    pages: new WeakSet([...folder.pages, ...folder.includes]),
    shown: (file) => shown.get(file),
  };
}

const declarationsOn = pageFact("declarations", (page): Declarations => {
  const { kind, title, namespace, types, enums, operation, permissions, clouds, deprecation, includes } =
    page;
  const all = [kind, title, namespace, types, enums, operation, permissions, clouds, deprecation, includes];
  return {
    placed: digestOf(JSON.stringify(all)),
    meant: digestOf(JSON.stringify(all, (name, value) => (name === "location" ? undefined : value))),
  };
});

/** Of whatever a contract is derived from beside the examples: versions lend each other the names behind links. */
const declarationsAmong = acrossPages("declarations", declarationsOn, (read): Declarations => {
  const [placed, meant] = [createHash("sha1"), createHash("sha1")];
  for (const page of promisingAmong(read)) {
    const declared = declarationsOn(page);
    placed.update(`${page.file}\n${page.version} ${declared.placed}\n`);
    meant.update(`${page.file}\n${page.version} ${declared.meant}\n`);
  }
  return { placed: placed.digest("base64"), meant: meant.digest("base64") };
});

export const declarationsOf = onceFor(({ read }: Folder) => declarationsAmong(read));

const examplesOn = pageFact("examples", ({ examples }): string => digestOf(JSON.stringify(examples)));

const examplesAmong = acrossPages("examples", examplesOn, (read): string => {
  const lines = pagesAmong(read).map((page) => `${page.file}\n${page.version} ${examplesOn(page)}\n`);
  return digestOf(lines.join(""));
});

/** Of all examples of some pages. */
export const shownBy = onceFor(({ read }: Folder) => examplesAmong(read));

function digestOf(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}
