import { isDocumentedOption, optionStanding } from "../../contract/capability/documented-option.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import type { RequestUrl } from "../../odata/request-url.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";

/** The options that shape an answer, and whether they ask something of a list only. */
const shaping: ReadonlyMap<string, "any" | "list"> = new Map([
  ["$select", "any"],
  ["$expand", "any"],
  ["$filter", "list"],
  ["$orderby", "list"],
  ["$search", "list"],
  ["$top", "list"],
  ["$skip", "list"],
  ["$count", "list"],
]);
/** Options that a page need not list: they come from the service's own links, name a reference, or say what is. */
const own: ReadonlySet<string> = new Set(["$skiptoken", "$deltatoken", "$id", "$format"]);

interface OptionRequest {
  readonly contract: Contract;
  readonly operation?: Operation;
  readonly collection: boolean;
}

/**
 * Refuses a request for options that the service does not know, that the operation's page does not list, that ask
 * something of a list where there is one resource, or that are there twice. What has no `$` is the client's own, and
 * ignored (OData 4.01 URL Conventions, section 5.2).
 */
export function checkOptions(
  { options, repeated = [] }: RequestUrl,
  { contract, operation, collection }: OptionRequest,
): ErrorResponse | undefined {
  for (const [name, value] of options) {
    if (!name.startsWith("$")) continue;
    const shapes = shaping.get(name);
    if (!shapes && !own.has(name)) return badRequest(`the query option '${name}' is not supported`);
    if (repeated.includes(name)) return badRequest(`the query option '${name}' is there more than once`);
    // `format` without `$` is an option of some operations' own, with values of their own.
    if (name === "$format" && /^(?:application\/)?(?:atom\+?)?xml\b|^atom$/i.test(value)) {
      return badRequest(`the format '${value.slice(0, 40)}' is not supported; $format is json`);
    }
    if (shapes && operation && !isDocumentedOption(contract, operation, name)) {
      return badRequest(
        `the query option '${name}' is not supported here: the page of ${operation.id} does not list it`,
      );
    }
    // A page that lists the option for one resource promises that it does no harm.
    if (shapes === "list" && !collection && !isPromised(contract, operation, name)) {
      return badRequest(`the query option '${name}' is for collections, and this is one resource`);
    }
  }
  return undefined;
}

function isPromised(contract: Contract, operation: Operation | undefined, name: string): boolean {
  return operation !== undefined && optionStanding(contract, operation, name) === "promised";
}
