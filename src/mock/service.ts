import { randomUUID } from "node:crypto";
import type { Contract } from "../contract/contract.ts";
import { makeTransfers, type Transfers } from "./content/transfers.ts";
import { shownErrorsOf } from "./errors/shown-errors.ts";
import type { Fault } from "./faults/fault.ts";
import { type Leniency, makeLeniency } from "./lenient/leniency.ts";
import { loosened } from "./lenient/loosened.ts";
import type { ServiceRequest } from "./message.ts";
import { makeRoutes, type Routes, type ServedVersion } from "./route/route.ts";
import { makeSignIn, type SignIn } from "./sign-in/sign-in.ts";
import { type KeptAnswers, makeKeptAnswers } from "./store/kept-answers.ts";
import { makeStore } from "./store/store.ts";
import type { MockData } from "./store/supply.ts";

export interface ServiceOptions {
  /** One for each version to be served. */
  readonly contracts: readonly Contract[];
  /** The generated data is the same for the same seed; 1 unless said. */
  readonly seed?: number;
  /** How many resources a collection has at least, unless it belongs to a generated one; what the examples show unless said. */
  readonly items?: number;
  /** What the service holds: what the examples show, which is the default, or nothing that any of them names. */
  readonly data?: MockData;
  /** How many written resources each version keeps at most; 200,000 unless said. A long one counts as several. */
  readonly capacity?: number;
  /** The application permissions that tokens carry; every documented one unless said. */
  readonly roles?: readonly string[];
  readonly fault?: Fault;
  /** Answers every so many requests of a client with 429. */
  readonly throttle?: Throttle;
  /**
   * Takes what a client newer than the pages sends: names, query options and operators that they say nothing of, and
   * texts for Booleans. Told of each thing once, by its name.
   */
  readonly lenient?: (what: string) => void;
  /** The time of the answers; the clock's unless said. */
  readonly now?: () => Date;
  /** Names the answer to a request (`request-id`); a new one unless said. Requests may come in any order. */
  readonly newId?: (request: ServiceRequest) => string;
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
  readonly transfers: Transfers;
  readonly fault?: Fault;
  readonly throttle?: Throttle;
  readonly leniency?: Leniency;
  readonly now: () => Date;
  readonly newId: (request: ServiceRequest) => string;
  /** Graph requests served, those in batches among them. */
  requests: number;
}

/** Makes a service over contracts; nothing listens yet. */
export function makeService(options: ServiceOptions): Service {
  const { now = () => new Date(), fault, lenient } = options;
  const settings = {
    seed: options.seed ?? 1,
    items: options.items ?? 0,
    capacity: options.capacity ?? 200_000,
    data: options.data ?? "shown",
  };
  const transfers = makeTransfers(now);
  const versions = options.contracts.map((strict): [string, ServedVersion] => {
    const contract = lenient ? loosened(strict) : strict;
    const store = makeStore(contract, settings);
    const shownErrors = shownErrorsOf(contract);
    // What a fault changes is not to be found again.
    const kept: KeptAnswers = fault
      ? (_place, _request, read) => read()
      : makeKeptAnswers(() => store.revision);
    const { version } = contract;
    const isLenient = lenient !== undefined;
    return [version, { version, contract, lenient: isLenient, store, shownErrors, kept, transfers, now }];
  });
  const served = new Map(versions);
  return {
    versions: served,
    transfers,
    routes: makeRoutes(served),
    signIn: makeSignIn({
      roles: options.roles ?? permissionsOf(options.contracts, "application"),
      scopes: permissionsOf(options.contracts, "delegated-work"),
      now,
    }),
    ...(fault ? { fault } : {}),
    ...(options.throttle ? { throttle: options.throttle } : {}),
    ...(lenient ? { leniency: makeLeniency(options.contracts, served, lenient) } : {}),
    now,
    newId: options.newId ?? countedIds(),
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

/** Makes GUIDs that differ in their last digits only: a random one for each would take longer than a known answer. */
function countedIds(): () => string {
  const start = randomUUID().slice(0, -12);
  let count = 0;
  return () => start + (count++).toString(16).padStart(12, "0");
}
