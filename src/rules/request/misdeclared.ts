import type { Contract, Operation, Property } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { citation } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import type { Outcome } from "../rule.ts";

/**
 * Where the page's own table gives a property another type than the page of the resource, and what is sent is right by
 * that one, the row is wrong and not the example: a finding at the row.
 */
export function misdeclared(
  contract: Contract,
  operation: Operation,
  parameter: Property,
  value: unknown,
): Outcome | undefined {
  const row = citedRow(parameter);
  const type = typeOfRef(contract, operation.requestBody ?? typeAtPath(contract, operation.path));
  const own = type?.properties.find(({ name }) => name === parameter.name);
  if (!row || !type || !own || own.row === undefined || own.row === parameter.row) return undefined;
  const fits =
    own.type.kind !== "unknown" &&
    own.type.collection === Array.isArray(value) &&
    bodyViolations(contract, own.type, value, { memberPreference: true }).length === 0;
  if (!fits) return undefined;
  const said = `${shortName(type.name)} says ${describeTypeRef(own.type)}${citation(own.location)}`;
  return {
    status: "fail",
    message: `"${parameter.name}" is ${describeTypeRef(parameter.type)} here; ${said}, and so does the example`,
    span: row.span,
    promise: citedRow(own),
    cause: { id: `parameter-row ${operation.file}/${parameter.name}` },
  };
}
