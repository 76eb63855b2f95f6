import { partition } from "../../base/partition.ts";
import type { Contract, Example, Operation } from "../../contract/contract.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { isSafe } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { askings, type PlanOptions } from "./asking.ts";
import { type OpenPath, openPathOf } from "./bind-path.ts";
import { type Creations, creates } from "./creations.ts";
import { openExample } from "./open-example.ts";
import type { Script } from "./planned-request.ts";
import { probeAnonymous } from "./probe-anonymous.ts";
import { probeRead } from "./probe-read.ts";
import { probeWrite } from "./probe-write.ts";
import { readableCreations, readBack } from "./read-back.ts";
import { replayExample } from "./replay-example.ts";
import { ownPart } from "./shard.ts";

/** What a service is asked, derived from nothing but its contract. */
export interface Plan {
  /** In the order of the contract; they depend on nothing but themselves. */
  readonly reads: Iterable<Script>;
  /** Before all others: they find out what the paths are bound to. */
  readonly binds: Iterable<Script>;
  /** Waves of lists that those will ask for; what of a wave is not asked is asked in its turn. No parts of the plan. */
  readonly ahead: Iterable<readonly Script[]>;
  /** One after another, behind all reads; where ids are listed, what creates before what changes and what removes. */
  readonly writes: Iterable<Script>;
  /** What the writes have created; absent where that is nobody's concern. */
  readonly created?: Creations;
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
  const { ids = "shown", depth = "full", shard } = options;
  const isSmoke = depth === "smoke";
  const own = ownPart(contract, shard);
  const ownExamples = examples.filter(own.example);
  const ownOperations = contract.operations.filter(own.operation);
  const [safe, unsafe] = partition(ownExamples, ({ request }) => isSafe(request));
  const [reading, writing] = partition(ownOperations, isSafe);
  const replayed = isSmoke ? [] : safe;
  // Which place a path gets hangs on the paths before it, so that a shard binds those of the others, too.
  const toBind = (): OpenPath[] => [
    ...contract.operations
      .filter(isSafe)
      .map((operation) => ({ ...openPathOf(operation), ...elsewhere(own.operation(operation)) })),
    ...(isSmoke ? [] : examples)
      .filter(({ request }) => isSafe(request))
      .map((example) => ({ ...openExample(contract, example).path, ...elsewhere(own.example(example)) })),
  ];
  const paths = ids === "listed" ? toBind() : [];
  const { binds, ahead, created, reads: asking, writes: changing } = askings(contract, options, paths);
  function* reads(): Generator<Script> {
    for (const example of replayed) yield replayExample(asking, example);
    for (const operation of reading) yield probeRead(asking, operation);
    if (isSmoke) return;
    for (const operation of reading) yield probeAnonymous(asking, operation);
  }
  function* writes(): Generator<Script> {
    if (isSmoke) return;
    for (const operation of writing) yield probeAnonymous(changing, operation);
    for (const rank of ids === "listed" ? [0, 1, 2] : [undefined]) {
      const isNow = (operation: Operation | undefined) => rank === undefined || rankOf(operation) === rank;
      for (const example of unsafe) {
        if (isNow(exampleOperation(contract, example))) yield replayExample(changing, example);
      }
      for (const operation of writing)
        if (isNow(operation)) yield probeWrite(changing, operation, shown.get(operation));
      if (rank === 0 && created) for (const each of readable) yield readBack(changing, created, each);
    }
  }
  const readable = options.writes && ids === "listed" && !isSmoke ? readableCreations(contract, writing) : [];
  const parts = isSmoke ? reading.length : ownExamples.length + 2 * ownOperations.length;
  const listed = ids === "listed" ? binds.length + readable.length : 0;
  const made = created ? { created } : {};
  return { ahead, binds, reads: reads(), writes: writes(), parts: parts + listed, ...made };
}

/** What the run has created can be changed, and then removed. */
function rankOf(operation: Operation | undefined): number {
  if (operation && creates(operation)) return 0;
  return operation?.method === "DELETE" ? 2 : 1;
}

function elsewhere(isOwn: boolean): Pick<OpenPath, "elsewhere"> {
  return isOwn ? {} : { elsewhere: true };
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
    const operation = exampleOperation(contract, example);
    if (!operation) continue;
    const known = shown.get(operation);
    if (!known || (isFailure(known.response) && !isFailure(example.response))) shown.set(operation, example);
  }
  return shown;
}

function isFailure(response: Example["response"]): boolean {
  return (response?.status ?? 200) >= 300;
}
