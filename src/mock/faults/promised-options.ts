import { isDocumentedOption } from "../../contract/capability/documented-option.ts";
import { isDocumentedUse } from "../../contract/capability/documented-use.ts";
import { filterUses } from "../../odata/filter-uses.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import type { Asked } from "./fault.ts";

/** True for a request whose `$filter` its page documents, operator by operator. */
export function promisesFilter({ contract, operation, url }: Asked): boolean {
  const text = url.options.get("$filter");
  if (text === undefined || !operation || !isDocumentedOption(contract, operation, "$filter")) return false;
  const parsed = parseFilter(text);
  if ("problem" in parsed) return false;
  const body = operation.responses.find(({ status }) => status < 300)?.body;
  const type = body?.kind === "type" ? contract.types[body.name] : undefined;
  return filterUses(parsed.expression).every((use) => isDocumentedUse(contract, operation, type, use));
}

/** The OData options of a request that its page does not list. */
export function undocumentedOptions({ contract, operation, url }: Asked): string[] {
  return operation
    ? [...url.options.keys()].filter(
        (name) => name.startsWith("$") && !isDocumentedOption(contract, operation, name),
      )
    : [];
}
