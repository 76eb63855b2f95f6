import type { Contract } from "../contract/contract.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { Fault } from "./faults/fault.ts";
import { type PathNode, pathTree } from "./path-tree.ts";
import { type Refusals, refusalsOf } from "./refusals.ts";
import { makeRoutes, type Routes } from "./route.ts";
import { makeSignIn, type SignIn } from "./sign-in/sign-in.ts";
import { makeStore, type Store } from "./store.ts";

export interface ServiceOptions {
  /** One for each version to be served. */
  readonly contracts: readonly Contract[];
  /** The generated data is the same for the same seed; 1 unless said. */
  readonly seed?: number;
  /** How many resources a collection has at least; what the examples show unless said. */
  readonly items?: number;
  /** The application permissions that tokens carry; every documented one unless said. */
  readonly roles?: readonly string[];
  readonly fault?: Fault;
  /** Answers every so many requests of a client with 429. */
  readonly throttle?: Throttle;
  readonly now?: () => Date;
}

export interface Throttle {
  /** Every how many requests one is turned away. */
  readonly every: number;
  /** Seconds. */
  readonly retryAfter: number;
}

/** All that the service knows while it runs. */
export interface Service {
  readonly versions: ReadonlyMap<string, ServedVersion>;
  readonly routes: Routes;
  readonly signIn: SignIn;
  readonly fault?: Fault;
  readonly throttle?: Throttle;
  readonly now: () => Date;
  /** Graph requests served, those in batches among them. */
  requests: number;
}

/** One version of Graph as it is served. */
export interface ServedVersion {
  readonly version: GraphVersion;
  readonly contract: Contract;
  readonly tree: PathNode;
  readonly store: Store;
  readonly refusals: Refusals;
}

/** Makes a service over contracts; nothing listens yet. */
export function makeService(options: ServiceOptions): Service {
  const now = options.now ?? (() => new Date());
  const settings = { seed: options.seed ?? 1, items: options.items ?? 0 };
  const versions = options.contracts.map((contract): [string, ServedVersion] => {
    const tree = pathTree(contract);
    const store = makeStore(contract, tree, settings);
    const refusals = refusalsOf(contract);
    return [contract.version, { version: contract.version, contract, tree, store, refusals }];
  });
  const served = new Map(versions);
  return {
    versions: served,
    routes: makeRoutes(served),
    signIn: makeSignIn({
      roles: options.roles ?? permissionsOf(options.contracts, "application"),
      scopes: permissionsOf(options.contracts, "delegated-work"),
      now,
    }),
    ...(options.fault ? { fault: options.fault } : {}),
    ...(options.throttle ? { throttle: options.throttle } : {}),
    now,
    requests: 0,
  };
}

function permissionsOf(contracts: readonly Contract[], scheme: string): string[] {
  const names = new Set<string>();
  for (const { operations } of contracts) {
    for (const { permissions } of operations) {
      for (const row of permissions)
        if (row.scheme === scheme) for (const name of row.permissions) names.add(name);
    }
  }
  return [...names].sort();
}
