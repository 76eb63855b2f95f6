import { filterUses } from "../../odata/filter-uses.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Contract, Operation } from "../contract.ts";
import { examplesOfOperation } from "../examples-of-operation.ts";

/** What the examples of an operation's page use, and so document. */
export interface ShownQuery {
  /** Names of query options, in lower case with their `$`. */
  readonly options: ReadonlySet<string>;
  /** `eq status`, in lower case. */
  readonly uses: ReadonlySet<string>;
}

const shown = new WeakMap<Contract, Map<string, ShownQuery>>();

/** The query options, and the operators on properties, that the examples of an operation use; worked out once. */
export function shownQuery(contract: Contract, operation: Operation): ShownQuery {
  const ofContract = shown.get(contract) ?? new Map<string, ShownQuery>();
  shown.set(contract, ofContract);
  const { method, file, pages = [file] } = operation;
  const key = [method, ...pages].join(" ");
  const known = ofContract.get(key) ?? readShown(contract, operation);
  ofContract.set(key, known);
  return known;
}

/** How `ShownQuery.uses` names an operator on a property. */
export function useKey({
  operator,
  path,
}: {
  readonly operator: string;
  readonly path: readonly string[];
}): string {
  return `${operator} ${path.join("/")}`.toLowerCase();
}

function readShown(contract: Contract, operation: Operation): ShownQuery {
  const asked = examplesOfOperation(contract, operation)
    .filter(({ request, response }) => request.method === operation.method && (response?.status ?? 200) < 400)
    .map(({ request }) => readRequestUrl(request.url).options);
  const uses = asked.flatMap((options) => {
    const parsed = parseFilter(options.get("$filter") ?? "");
    return "problem" in parsed ? [] : filterUses(parsed.expression).map(useKey);
  });
  return { options: new Set(asked.flatMap((options) => [...options.keys()])), uses: new Set(uses) };
}
