import { onceForLast } from "../../base/once-for.ts";
import type { Standing } from "../../contract/capability/documented-option.ts";
import { optionStanding } from "../../contract/capability/documented-option.ts";
import { useStanding } from "../../contract/capability/documented-use.ts";
import type { TypeContract } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { promisedBody } from "../../contract/promise/promised-body.ts";
import type { FilterExpression } from "../../odata/filter-expression.ts";
import { type FilterUse, filterUses } from "../../odata/filter-uses.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import type { ExchangeContext } from "../rule.ts";

/** What a GET asks of the query options, against what the pages say of them. */
export interface AskedQuery {
  /** The OData options, without those that no page would list. */
  readonly options: readonly { readonly name: string; readonly standing: Standing }[];
  /** Absent when there is no `$filter`, or it cannot be read. */
  readonly filter?: AskedFilter;
  /** The type of what is asked for, when it is documented. */
  readonly type?: TypeContract;
}

export interface AskedFilter {
  readonly text: string;
  readonly expression: FilterExpression;
  readonly uses: readonly (FilterUse & { readonly standing: Standing })[];
}

/** Undefined where nobody documents the operation, and for other methods: options of writes shape no list. */
export const askedQuery = onceForLast((context: ExchangeContext): AskedQuery | undefined => {
  const { exchange, contract, operation, url } = context;
  if (!operation || exchange.request.method !== "GET") return undefined;
  const type = typeAskedFor(context);
  const options = [...url.options.keys()]
    .filter(isShapingOption)
    .map((name) => ({ name, standing: optionStanding(contract, operation, name) }));
  const text = url.options.get("$filter") ?? "";
  const parsed = parseFilter(text);
  if ("problem" in parsed) return { options, ...(type ? { type } : {}) };
  const { expression } = parsed;
  const uses = filterUses(expression).map((use) => ({
    ...use,
    standing: useStanding(contract, operation, type, use),
  }));
  return { options, filter: { text, expression, uses }, ...(type ? { type } : {}) };
});

/** An option that shapes the answer, and that a page could list. */
export function isShapingOption(name: string): boolean {
  return name.startsWith("$") && !/^\$(?:skiptoken|deltatoken|format)$/.test(name);
}

/** The type of the items, also where an error has come in their place. */
function typeAskedFor({ contract, operation, url, promised }: ExchangeContext): TypeContract | undefined {
  const found =
    promised.type ??
    promisedBody(contract, {
      method: "GET",
      status: 200,
      segments: url.segments,
      ...(operation ? { operation } : {}),
      body: undefined,
    }).type;
  return typeOfRef(contract, found);
}
