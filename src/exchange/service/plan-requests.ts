import type { Contract, Example, Operation } from "../../contract/contract.ts";
import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Script } from "./planned-request.ts";
import { probeAnonymous } from "./probe-anonymous.ts";
import { probeRead } from "./probe-read.ts";
import { probeWrite } from "./probe-write.ts";
import { replayExample } from "./replay-example.ts";
import { isSafe } from "./transport/transport.ts";

export interface PlanOptions {
  /** Whether requests that change something may be sent. */
  readonly writes: boolean;
}

/** What a service is asked, derived from nothing but its contract. */
export interface Plan {
  /** In the order of the contract; they depend on nothing but themselves. */
  readonly reads: Iterable<Script>;
  /** One after another, behind all reads. */
  readonly writes: Iterable<Script>;
  /** How many scripts there are. */
  readonly parts: number;
}

/**
 * Plans what shows whether a service keeps the promises of a contract: every documented example as it is documented,
 * and for each operation probes of the query options, keys and permissions that its page promises.
 */
export function planRequests(contract: Contract, options: PlanOptions): Plan {
  const examples = requestsOnce(contract.examples).filter(({ request }) => isForGraph(request.url));
  const shown = shownOperations(contract, examples);
  const [safe, unsafe] = partition(examples, ({ request }) => isSafe(request));
  const [reading, writing] = partition(contract.operations, isSafe);
  const anonymous = (operation: Operation) => probeAnonymous(contract, operation, options);
  function* reads(): Generator<Script> {
    for (const example of safe) yield replayExample(contract, example);
    for (const operation of reading) yield probeRead(contract, operation);
    for (const operation of reading) yield anonymous(operation);
  }
  function* writes(): Generator<Script> {
    for (const operation of writing) yield anonymous(operation);
    for (const example of unsafe) yield replayExample(contract, example, options);
    for (const operation of writing) {
      yield probeWrite(contract, operation, shown.get(operation), options);
    }
  }
  return { reads: reads(), writes: writes(), parts: examples.length + 2 * contract.operations.length };
}

/** Uploads go to a host of their own, and callbacks come from one. */
function isForGraph(url: string): boolean {
  const { host } = readRequestUrl(url);
  return host === "" || isGraphHost(host);
}

/** A request that is shown with several responses is one request. */
function requestsOnce(examples: readonly Example[]): readonly Example[] {
  const seen = new Set<string>();
  return examples.filter(({ location: { file, line } }) => {
    const place = `${file}:${line}`;
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/** The first example of each operation, before all one with the answer of a success. */
function shownOperations(contract: Contract, examples: readonly Example[]): ReadonlyMap<Operation, Example> {
  const shown = new Map<Operation, Example>();
  for (const example of examples) {
    const { request, response } = example;
    const operation = matchOperation(contract, request.method, readRequestUrl(request.url));
    if (!operation) continue;
    const known = shown.get(operation);
    if (!known || (isFailure(known.response) && !isFailure(response))) shown.set(operation, example);
  }
  return shown;
}

function isFailure(response: Example["response"]): boolean {
  return (response?.status ?? 200) >= 300;
}

function partition<T>(list: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((one) => !belongs(one))];
}
