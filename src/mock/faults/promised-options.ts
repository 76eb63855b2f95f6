import { isDocumentedOption } from "../../contract/capability/documented-option.ts";
import { isDocumentedUse } from "../../contract/capability/documented-use.ts";
import type { Operation, TypeContract, TypeRef } from "../../contract/contract.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import { type FilterUse, filterUses } from "../../odata/filter-uses.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import type { Asked } from "./fault.ts";

/** True for a request whose `$filter` its page documents, operator by operator. */
export function promisesFilter(asked: Asked): boolean {
  return usesOf(asked)?.every((use) => isDocumented(asked, use)) ?? false;
}

/** True for a request with a `$filter` that its page lists, but for an operator; all must say so that name a type. */
export function usesUndocumentedOperator(asked: Asked): boolean {
  const { contract, operation } = asked;
  const listed = typeNamed(contract, operation?.listedReturn?.type.name ?? "") ?? promisedType(asked);
  return (
    usesOf(asked)?.some(
      (use) => !isDocumented(asked, use) && !isDocumentedUse(contract, operation, listed, use),
    ) ?? false
  );
}

/** The OData options of a request that its page does not list. */
export function undocumentedOptions({ contract, operation, url }: Asked): string[] {
  return operation
    ? [...url.options.keys()].filter(
        (name) => name.startsWith("$") && !isDocumentedOption(contract, operation, name),
      )
    : [];
}

/** What a `$filter` compares; undefined where the page does not list the option. */
function usesOf({ contract, operation, url }: Asked): readonly FilterUse[] | undefined {
  const text = url.options.get("$filter");
  if (text === undefined || !operation || !isDocumentedOption(contract, operation, "$filter"))
    return undefined;
  const parsed = parseFilter(text);
  return "problem" in parsed ? undefined : filterUses(parsed.expression);
}

function isDocumented(asked: Asked, use: FilterUse): boolean {
  return isDocumentedUse(asked.contract, asked.operation, promisedType(asked), use);
}

/** What the page of a request promises to come with 200. */
export function bodyOfSuccess(operation: Operation | undefined): TypeRef | undefined {
  return operation?.responses.find(({ status }) => status === 200)?.body;
}

/** The type of the resources that the page of a request promises; undefined where it promises none, or an unknown one. */
export function promisedType({ operation, contract }: Asked): TypeContract | undefined {
  const body = successResponse(operation)?.body;
  return typeOfRef(contract, body);
}
