import { documentsHeader } from "../../contract/capability/documented-header.ts";
import { literalFits } from "../../contract/capability/literal-fits.ts";
import { propertiesOnPath } from "../../contract/capability/properties-on-path.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { headerValue } from "../../http/http-message.ts";
import type { FilterUse } from "../../odata/filter-uses.ts";
import { parseExpand } from "../../odata/parse-expand.ts";
import { parseOrderby } from "../../odata/parse-orderby.ts";
import { parseSelect } from "../../odata/parse-select.ts";
import type { ExchangeContext } from "../rule.ts";
import type { AskedFilter, AskedQuery } from "./asked-query.ts";

/**
 * True when nothing but the documented options themselves can be why a service refuses a query: every value is well
 * written and of its property's type, and options are not combined in ways that a service may not take.
 */
export function isFitForService(context: ExchangeContext, { options, filter, type }: AskedQuery): boolean {
  const { contract, url } = context;
  if (asksForConsistency(context) || isShownRefused(context) || url.options.has("$skiptoken")) return false;
  const names = options.map(({ name }) => name);
  if (names.includes("$filter") && (!filter || !isFitFilter(contract, type, filter))) return false;
  // Sorting what is filtered needs an index that many services lack.
  if (names.includes("$filter") && names.includes("$orderby")) return false;
  return names.every((name) => isFitOption(name, url.options.get(name) ?? "", contract, type));
}

/** Some queries of directory objects are served only with a header and `$count`, which not every page says. */
function asksForConsistency({ exchange: { request }, operation, response, url }: ExchangeContext): boolean {
  const isSent = headerValue(request, "ConsistencyLevel") !== undefined;
  const documented = operation !== undefined && documentsHeader(operation, "ConsistencyLevel");
  if (isSent) return documented && !url.options.has("$count");
  return documented || /ConsistencyLevel/i.test(response.body?.text ?? "");
}

/** The page shows this very request, and an error for its answer. */
function isShownRefused({ contract, exchange }: ExchangeContext): boolean {
  return contract.examples.some(
    ({ file, name, response }) =>
      file === exchange.file && name === exchange.name && response?.status === 400,
  );
}

/** One condition: pages document operators, not their combinations. */
function isFitFilter(
  contract: Contract,
  type: TypeContract | undefined,
  { expression, uses }: AskedFilter,
): boolean {
  if (expression.kind === "and" || expression.kind === "or") return false;
  return uses.length > 0 && uses.every((use) => isFitUse(contract, type, use));
}

function isFitUse(
  contract: Contract,
  type: TypeContract | undefined,
  { path, literals }: FilterUse,
): boolean {
  const steps = propertiesOnPath(contract, type, path);
  const last = typeof steps === "string" ? undefined : steps.at(-1);
  return last !== undefined && literals.every((literal) => literalFits(contract, last.property, literal));
}

function isFitOption(
  name: string,
  value: string,
  contract: Contract,
  type: TypeContract | undefined,
): boolean {
  const paths = pathsOf(name, value);
  if (!paths) return isFitValue(name, value);
  // Pages say by what a list can be sorted, not by what at a time.
  if (name === "$orderby" && paths.length > 1) return false;
  return paths.every((path) => {
    const steps = propertiesOnPath(contract, type, path);
    const last = typeof steps === "string" ? undefined : steps.at(-1)?.property;
    if (!last) return false;
    if (name === "$orderby") return last.orderby === true;
    return (name === "$expand") === last.navigation;
  });
}

function pathsOf(name: string, value: string): readonly (readonly string[])[] | undefined {
  const read =
    name === "$select"
      ? parseSelect(value)
      : name === "$orderby"
        ? parseOrderby(value)
        : name === "$expand" && !value.includes("(")
          ? parseExpand(value)
          : undefined;
  return read && !("problem" in read) ? read.items.map(({ path }) => path) : undefined;
}

function isFitValue(name: string, value: string): boolean {
  if (name === "$filter") return true;
  if (name === "$top") return /^[1-9]\d{0,2}$/.test(value);
  if (name === "$search") return /^"[^"\\:]+"$/.test(value);
  if (name === "$skip") return /^\d{1,9}$/.test(value);
  return name === "$count" && /^(?:true|false)$/i.test(value);
}
