import { isObject } from "../../base/is-object.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { keyPropertyOf, keyText, typeOfRef } from "../../contract/names/type-named.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { type Exchange, wasSent } from "../../rules/exchange.ts";
import { locationKey } from "../unanswered/exchange-keys.ts";
import { standIn, standingIn } from "./path-placeholders.ts";

/** What a run has created and has to remove again. */
export interface Creation {
  /** Decoded, with its key; without one where nobody knows it. */
  readonly path: readonly string[];
  readonly key?: string;
  /** What created it. */
  readonly creator: Operation;
  readonly remover: Operation;
}

/** True for an operation that creates a resource, as its page promises it. */
export function creates({ method, responses }: Operation): boolean {
  return (
    method === "POST" && responses.some(({ status, body }) => status === 201 && body?.collection !== true)
  );
}

/** The operation that removes what another one creates; undefined where no page documents it. */
export function removerOf(contract: Contract, { path }: Operation): Operation | undefined {
  return operationOnOne(contract, "DELETE", path);
}

/** The operation that reads what another one creates; undefined where no page documents it. */
export function readerOf(contract: Contract, { path }: Operation): Operation | undefined {
  return operationOnOne(contract, "GET", path);
}

/** What does something to one resource of a collection, whatever its key. */
function operationOnOne(contract: Contract, method: string, collection: string): Operation | undefined {
  return matchOperation(contract, method, { segments: [...standingIn(splitPath(collection)), standIn] });
}

/** How many resources the examples and probes of a contract create at most. */
export function mostCreated(contract: Contract): number {
  const creators = contract.operations.filter(creates);
  const examples = contract.examples.filter((example) => {
    const operation = exampleOperation(contract, example);
    return operation !== undefined && creates(operation);
  });
  // A body that breaks its type should not create anything, nor a request without a token.
  return examples.length + 2 * creators.length;
}

/** All that a run has created by now and not removed again. */
export class Creations {
  readonly #contract: Contract;
  readonly #left: Creation[] = [];

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** What has to be removed, the last first. */
  get left(): readonly Creation[] {
    return this.#left.toReversed();
  }

  /** The key of what was created last in a collection. */
  keyIn(collection: readonly string[]): string | undefined {
    const place = textOf(collection);
    return this.#left.findLast(({ path, key }) => key !== undefined && textOf(path.slice(0, -1)) === place)
      ?.key;
  }

  /** Takes in what came of a request that may have changed something. */
  see(exchange: Exchange): void {
    const { request, response, probe, listed } = exchange;
    const { method, url } = request;
    const { segments } = readRequestUrl(url);
    const { status } = response ?? {};
    const isDone = status !== undefined && status < 300;
    // A replica that does not have yet what another one has made has not removed it.
    const isGone = status === 410 || (status === 404 && !listed);
    if (method === "DELETE" && (isDone || isGone)) this.#remove(segments);
    const creator = matchOperation(this.#contract, method, { segments });
    if (!creator || !creates(creator)) return;
    // Nobody knows what became of a request that was sent and got no answer.
    const isLost = status === undefined && wasSent(exchange) && probe !== "anonymous";
    const key = response && keyIn(this.#contract, creator, response);
    // Only 201 says that something was created, where no key does.
    if (isLost || status === 201 || (isDone && key !== undefined)) this.add(creator, segments, key);
  }

  /** Takes in a resource with its key in a collection. */
  add(creator: Operation, collection: readonly string[], key: string | undefined): void {
    const remover = removerOf(this.#contract, creator);
    if (!remover) return;
    const path = key === undefined ? collection : [...collection, key];
    this.#left.push({ path, creator, remover, ...(key === undefined ? {} : { key }) });
  }

  #remove(path: readonly string[]): void {
    const gone = textOf(path);
    const index = this.#left.findLastIndex((one) => one.key !== undefined && textOf(one.path) === gone);
    if (index >= 0) this.#left.splice(index, 1);
  }
}

/** The key in the answer to a creation, else in the place that it names. */
function keyIn(
  contract: Contract,
  { responses }: Operation,
  response: NonNullable<Exchange["response"]>,
): string | undefined {
  const type = typeOfRef(contract, responses.find(({ status }) => status === 201)?.body);
  const json = response.body?.json?.value;
  const key = isObject(json) ? keyText(json[keyPropertyOf(type)]) : undefined;
  return key ?? locationKey(response);
}

function textOf(path: readonly string[]): string {
  return path.join("/").toLowerCase();
}
