import { nearestName } from "../base/nearest-name.ts";
import { UsageError } from "../base/usage-error.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import { namedOperations } from "../exchange/tenant/chosen-operations.ts";
import { readRequestUrl } from "../odata/request-url.ts";

/** What was asked for, as far as it is known. */
export interface Asked {
  readonly url: string;
  /** How the URL is told. */
  readonly told: string;
  readonly method?: string;
}

/**
 * The operation that a response came from: by its URL, its method where that is known, and the name that somebody gives.
 * A name that stands for one operation is believed where no page documents the URL.
 * @param name as reports write it, `GET /users/{}`, or its path; `…` and `*` stand for anything
 * @throws UsageError where the name stands for none, the response came from another, or several may be meant
 */
export function askedOperation(contract: Contract, { url, told, method }: Asked, name?: string): Operation {
  const isNamed =
    name === undefined ? () => true : namedOperations(contract, name.trim().replace(/…|\.{3}/g, "*"));
  const path = readRequestUrl(url);
  const methods = method === undefined ? methodsOf(contract) : [method];
  const there = methods.flatMap((one) => matchOperation(contract, one, path) ?? []);
  const named = there.filter(isNamed);
  const [operation, ...others] = named;
  if (operation && others.length === 0) return operation;
  if (operation) {
    const ids = named.map(({ id }) => `"${id}"`).join(" and ");
    throw new UsageError(`at ${told} there are ${ids}: name the one that was asked for`);
  }
  // Behind a proxy, or where the page has a slip in its request line, only who asked knows.
  const meant = there.length > 0 || name === undefined ? [] : contract.operations.filter(isNamed);
  const [only, ...further] = meant.filter((one) => method === undefined || one.method === method);
  if (only && further.every(({ id }) => id === only.id)) return only;
  if (name !== undefined) {
    const from = there.length === 0 ? told : there.map(({ id }) => `"${id}"`).join(" or ");
    throw new UsageError(`the response came from ${from}, which is not "${name}"`);
  }
  const asked = `${method ?? "GET"} /${path.segments.map((part) => (/\d|@/.test(part) ? "{}" : part)).join("/")}`;
  const near = nearestName(
    asked,
    contract.operations.map(({ id }) => id),
  );
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  throw new UsageError(`no page of ${contract.version} documents ${method ?? "a request to"} ${told}${hint}`);
}

function methodsOf({ operations }: Contract): readonly string[] {
  return [...new Set(operations.map(({ method }) => method))];
}
