import { deferred } from "../base/deferred.ts";
import { isObject } from "../base/is-object.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import type { Folder } from "../docs/folder.ts";
import { keptFile, prune, touch } from "../docs/kept/kept-folder.ts";
import { openPack, writePack } from "../docs/kept/pack.ts";
import type { GraphVersion } from "../docs/page.ts";
import {
  type Declarations,
  type Derivation,
  declarationsOf,
  derivationOf,
  type ShownOn,
} from "./derivation.ts";

/** The derivations of earlier runs, one of each version. */
export interface KeptDerivations {
  of(version: GraphVersion): Derivation | undefined;
  /** Keeps what was derived, where another is kept or none. Where nothing can be written, nothing is kept. */
  keep(contract: Contract, folder: Folder): void;
}

/**
 * What is kept in a folder of the contracts of some pages, which are named by what they were read from. Whether it holds is
 * said by what the pages declare, not by their names.
 */
export function keptDerivations(cache: string, named: object): KeptDerivations {
  const fileOf = (version: GraphVersion) => keptFile(cache, { ...named, contract: version });
  const opened = new Map<GraphVersion, Derivation | undefined>();
  return {
    of(version) {
      if (!opened.has(version)) opened.set(version, readDerivation(fileOf(version)));
      return opened.get(version);
    },
    keep(contract, folder) {
      const { version } = contract;
      const file = fileOf(version);
      if (opened.get(version)?.declaredBy.placed === declarationsOf(folder).placed) return touch(file);
      const { declaredBy, declared, shown } = derivationOf(contract, folder);
      const { types, enums, operations } = declared;
      try {
        writePack(file, declaredBy, [
          ["declared", [types, enums, operations.map(briefly)]],
          // One that was kept before is read whole now.
          ["operations", operations.map((operation) => ({ ...operation }))],
          ["shown", [...shown]],
        ]);
        prune(cache);
      } catch {
        // As with what was read.
      }
    },
  };
}

/** What is asked of every operation, whichever page is judged. */
type Brief = Pick<Operation, "id" | "method" | "path" | "file">;

function briefly({ id, method, path, file }: Operation): Brief {
  return { id, method, path, file };
}

function readDerivation(file: string): Derivation | undefined {
  const pack = openPack(file);
  if (!pack || !isObject(pack.head) || typeof pack.head.placed !== "string") return undefined;
  const declaredBy = pack.head as unknown as Declarations;
  // The digests say that they are what this very code has written.
  const parts = pack.column("declared") as [Contract["types"], Contract["enums"], Brief[]] | undefined;
  const shown = pack.column("shown") as [string, ShownOn][] | undefined;
  if (!parts || !shown) return undefined;
  const [types, enums, brief] = parts;
  const whole = pack.later("operations", brief.length) as (() => Operation)[] | undefined;
  if (!whole) return undefined;
  const operations = whole.map((make, row) => deferred<Operation>(brief[row] ?? {}, make));
  return { declaredBy, declared: { types, enums, operations }, shown: new Map(shown) };
}
