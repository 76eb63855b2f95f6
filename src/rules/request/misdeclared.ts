import { isObject } from "../../base/is-object.ts";
import type { Contract, Operation, Property } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { examplesOfPage } from "../../contract/page-content.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { citation } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import type { Outcome, RequestContext } from "../rule.ts";

/**
 * Where the page's own table gives a property another type than the page of the resource, and what is sent is right by
 * that one, the row is wrong and not the example: one finding at the row, with the first example that shows it.
 */
export function misdeclared(
  { contract, exchange: { request } }: RequestContext,
  operation: Operation,
  parameter: Property,
): Outcome[] | undefined {
  const { name } = parameter;
  const row = citedRow(parameter);
  const type = typeOfRef(contract, operation.requestBody ?? typeAtPath(contract, operation.path));
  const own = type?.properties.find((property) => property.name === name);
  if (!row || !type || own?.row === undefined || own.row === parameter.row) return undefined;
  if (!fits(contract, own, sentAs(request, name))) return undefined;
  const before = examplesOfPage(contract, operation.file).filter(
    (other) => other.request.location.line < request.location.line,
  );
  if (before.some((other) => fits(contract, own, sentAs(other.request, name)))) return [];
  const said = `${shortName(type.name)} says ${describeTypeRef(own.type)}${citation(own.location)}`;
  return [
    {
      status: "fail",
      message: `"${name}" is ${describeTypeRef(parameter.type)} here; ${said}, and so does the example`,
      span: row.span,
      promise: citedRow(own),
      cause: { id: `parameter-row ${operation.file}/${name}` },
    },
  ];
}

function sentAs({ body }: HttpRequest, name: string): unknown {
  const sent = body?.json?.value;
  return isObject(sent) ? sent[name] : undefined;
}

function fits(contract: Contract, { type }: Property, value: unknown): boolean {
  if (value === undefined || type.kind === "unknown" || type.collection !== Array.isArray(value))
    return false;
  return bodyViolations(contract, type, value, { memberPreference: true }).length === 0;
}
