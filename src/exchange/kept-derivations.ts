import { deferred, type Known } from "../base/deferred.ts";
import { isObject } from "../base/is-object.ts";
import { once } from "../base/once-for.ts";
import type { Contract, EnumContract, Operation, TypeContract } from "../contract/contract.ts";
import { contractFacts } from "../contract/contract-fact.ts";
import { deriveContract } from "../contract/derive/derive-contract.ts";
import type { Declared } from "../contract/derive/derived-before.ts";
import type { Folder } from "../docs/folder.ts";
import { keptFile, prune, touch } from "../docs/kept/kept-folder.ts";
import { openPack, type Pack, writePack } from "../docs/kept/pack.ts";
import type { GraphVersion } from "../docs/page.ts";
import {
  type Declarations,
  type Derivation,
  declarationsOf,
  derivationOf,
  type ShownOn,
  shownBy,
} from "./derivation.ts";

/** The derivations of earlier runs, one of each version. */
export interface KeptDerivations {
  /** What was derived of pages that declared the same as these, or something else. */
  of(version: GraphVersion, folder: Folder): Derivation | undefined;
  /** Keeps what was derived, where another is kept or none. Where nothing can be written, nothing is kept. */
  keep(contract: Contract, folder: Folder): void;
}

/**
 * What is kept in a folder of the contracts of some pages, which are named by what they were read from. Whether it holds is
 * said by what the pages declare, not by their names.
 */
export function keptDerivations(cache: string, named: object): KeptDerivations {
  const fileOf = (version: GraphVersion) => keptFile(cache, { ...named, contract: version });
  const opened = new Map<GraphVersion, Pack | undefined>();
  const packOf = (version: GraphVersion) => {
    if (!opened.has(version)) opened.set(version, openPack(fileOf(version)));
    return opened.get(version);
  };
  return {
    of(version, folder) {
      const pack = packOf(version);
      return pack && readDerivation(pack, () => deriveContract(folder, version));
    },
    keep(contract, folder) {
      const { version } = contract;
      const file = fileOf(version);
      const before = headOf(packOf(version));
      const { placed } = declarationsOf(folder);
      if (before?.declaredBy.placed === placed) return touch(file);
      const { declaredBy, declared, shown } = derivationOf(contract, folder);
      // What was kept before is read whole now.
      const whole = (values: readonly object[]) => values.map((value) => ({ ...value }));
      const { operations } = declared;
      const [types, enums] = [Object.entries(declared.types), Object.entries(declared.enums)];
      const files = folder.pages.flatMap((page) => (page.version === version ? page.file : []));
      const brief: Brief = {
        types: types.map(([key, { name, base }]) => [key, { name, base, fromMetadata: undefined }]),
        enums: enums.map(([key, { name }]) => [key, { name, fromMetadata: undefined }]),
        operations: operations.map(({ id, method, path, file }) => ({ id, method, path, file })),
        files,
      };
      const facts = [...contractFacts].map(([name, fact]) => ({
        name: `fact ${name}`,
        values: [fact(contract)],
      }));
      const head: Head = { declaredBy, shownBy: shownBy(folder) };
      try {
        writePack(file, head, [
          { name: "brief", values: [brief] },
          { name: "types", values: whole(Object.values(declared.types)), together: 4 },
          { name: "enums", values: whole(Object.values(declared.enums)), together: 8 },
          { name: "operations", values: whole(operations), together: 8 },
          { name: "shown", values: files.map(shown) },
          ...facts,
        ]);
        prune(cache);
      } catch {
        // As with what was read.
      }
    },
  };
}

interface Head {
  readonly declaredBy: Declarations;
  readonly shownBy: string;
}

/** What is asked of all types and enums, by their names, and of all operations, whichever page is judged. */
interface Brief {
  readonly types: readonly (readonly [string, Known<TypeContract>])[];
  readonly enums: readonly (readonly [string, Known<EnumContract>])[];
  readonly operations: readonly Known<Operation>[];
  /** The pages, of which what their examples show is kept in this order. */
  readonly files: readonly string[];
}

// The digests say that a head and a brief are what this very code has written.
function headOf(pack: Pack | undefined): Head | undefined {
  return isObject(pack?.head) && isObject(pack.head.declaredBy) ? (pack.head as unknown as Head) : undefined;
}

/** What is kept, each part read when it is first asked for; one that is not what was written is derived again. */
function readDerivation(pack: Pack, derive: () => Declared): Derivation | undefined {
  const head = headOf(pack);
  const brief = pack.cell("brief", 0)?.[0] as Brief | undefined;
  if (!head || !brief) return undefined;
  const again = once(derive);
  const partOf = <Part extends object>(column: string, row: number, other: () => Part | undefined): Part => {
    const part = pack.cell(column, row)?.[0] ?? other();
    if (part === undefined) throw new Error(`row ${row} of the ${column} was derived, and is not any more`);
    return part as Part;
  };
  const types = brief.types.map(([name, known], row) => [
    name,
    deferred<TypeContract>(known, () => partOf("types", row, () => again().types[name])),
  ]);
  const enums = brief.enums.map(([name, known], row) => [
    name,
    deferred<EnumContract>(known, () => partOf("enums", row, () => again().enums[name])),
  ]);
  const operations = brief.operations.map((known, row) =>
    deferred<Operation>(known, () => partOf("operations", row, () => again().operations[row])),
  );
  const rows = new Map(brief.files.map((file, row) => [file, row]));
  return {
    declaredBy: head.declaredBy,
    declared: { types: Object.fromEntries(types), enums: Object.fromEntries(enums), operations },
    shown(file) {
      const row = rows.get(file);
      return row === undefined ? undefined : (pack.cell("shown", row)?.[0] as ShownOn | undefined);
    },
    facts: { shownBy: head.shownBy, of: (name) => pack.cell(`fact ${name}`, 0)?.[0] },
  };
}
