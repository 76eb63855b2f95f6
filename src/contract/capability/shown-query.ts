import { onceForAll } from "../../base/once-for.ts";
import { filterUses } from "../../odata/filter-uses.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Contract, Operation } from "../contract.ts";
import { examplesOfOperation } from "../page-content.ts";

/** What the examples of an operation's page use, and so document. */
export interface ShownQuery {
  /** Names of query options, in lower case with their `$`. */
  readonly options: ReadonlySet<string>;
  /** `eq status`, in lower case. */
  readonly uses: ReadonlySet<string>;
}

/** The query options, and the operators on properties, that the examples of an operation use; worked out once. */
export const shownQuery = onceForAll((contract: Contract, operation: Operation): ShownQuery => {
  const asked = examplesOfOperation(contract, operation)
    .filter(({ request, response }) => request.method === operation.method && (response?.status ?? 200) < 400)
    .map(({ request }) => readRequestUrl(request.url).options);
  const uses = asked.flatMap((options) => {
    const parsed = parseFilter(options.get("$filter") ?? "");
    return "problem" in parsed ? [] : filterUses(parsed.expression).map(useKey);
  });
  return { options: new Set(asked.flatMap((options) => [...options.keys()])), uses: new Set(uses) };
});

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
