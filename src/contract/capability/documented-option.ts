import type { Contract, Operation } from "../contract.ts";
import { shownQuery } from "./shown-query.ts";

/** Whether pages promise something of a query: they name it, they leave it open, or they name others instead. */
export type Standing = "promised" | "unsaid" | "undocumented";

/** A service writes them into its own links, and they ask for nothing that a page could list. */
const neverListed: ReadonlySet<string> = new Set(["$skiptoken", "$deltatoken", "$format"]);

/**
 * What the page of an operation says of a query option, by its lower-case name with `$`. Options of the operation's
 * own, without a `$`, are left open; what an example of the page uses is promised.
 */
export function optionStanding(contract: Contract, operation: Operation, option: string): Standing {
  if (!option.startsWith("$") || neverListed.has(option)) return "unsaid";
  const { queryOptions } = operation;
  if (queryOptions.kind === "listed" && queryOptions.options.includes(option)) return "promised";
  if (shownQuery(contract, operation).options.has(option)) return "promised";
  return queryOptions.kind === "listed" || queryOptions.kind === "none" ? "undocumented" : "unsaid";
}

/** False for a query option that the page of the operation leaves out of its list, or calls not supported. */
export function isDocumentedOption(contract: Contract, operation: Operation, option: string): boolean {
  return optionStanding(contract, operation, option) !== "undocumented";
}
