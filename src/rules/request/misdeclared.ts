import { isObject } from "../../base/is-object.ts";
import type { Contract, Example, Operation, Property } from "../../contract/contract.ts";
import { formOf, formOfJson } from "../../contract/derive/represented-form.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { examplesOfPage } from "../../contract/page-content.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { citation, describeValue } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import type { Outcome, RequestContext } from "../rule.ts";

/**
 * Where a row of the page's own table is what is wrong, and not the example: the page of the resource gives the property
 * another type, and the example is right by that one, or all examples, two or more, send the same other form. One
 * finding at the row, with the first example that shows it.
 */
export function misdeclared(
  { contract, exchange: { request } }: RequestContext,
  operation: Operation,
  parameter: Property,
): Outcome[] | undefined {
  const row = citedRow(parameter);
  const shown = examplesOfPage(contract, operation.file).filter(
    (example) => sentAs(example.request, parameter.name) !== undefined,
  );
  const other = otherRow(contract, operation, parameter);
  const isOther = other && fits(contract, other.row, sentAs(request, parameter.name));
  if (!row || !(isOther || agreeAgainst(parameter, shown))) return undefined;
  const before = shown.filter((example) => example.request.location.line < request.location.line);
  const isSaid = before.some(
    (example) => !isOther || fits(contract, other.row, sentAs(example.request, parameter.name)),
  );
  if (isSaid) return [];
  const says = isOther
    ? `${other.type} says ${describeTypeRef(other.row.type)}${citation(other.row.location)}, and so does the example`
    : `every example sends another form: ${describeValue(sentAs(request, parameter.name))}`;
  return [
    {
      status: "fail",
      message: `"${parameter.name}" is ${describeTypeRef(parameter.type)} here; ${says}`,
      span: row.span,
      promise: isOther ? citedRow(other.row) : row,
      cause: { id: `parameter-row ${operation.file}/${parameter.name}` },
    },
  ];
}

/** Whether what is sent is right by the row of the resource's page, where that is another one. */
export function fitsResource(
  { contract, exchange: { request } }: RequestContext,
  operation: Operation,
  parameter: Property,
): boolean {
  const other = otherRow(contract, operation, parameter);
  return other !== undefined && fits(contract, other.row, sentAs(request, parameter.name));
}

/** What the page of the resource says of the property, in another row. */
function otherRow(
  contract: Contract,
  operation: Operation,
  { name, row }: Property,
): { readonly row: Property; readonly type: string } | undefined {
  const type = typeOfRef(contract, operation.requestBody ?? typeAtPath(contract, operation.path));
  const own = type?.properties.find((property) => property.name === name);
  if (!type || own?.row === undefined || own.row === row) return undefined;
  return { row: own, type: shortName(type.name) };
}

function agreeAgainst({ name, type }: Property, shown: readonly Example[]): boolean {
  const values = shown.map(({ request }) => sentAs(request, name));
  const [form, ...others] = new Set(values.map(formOfJson));
  const isPlain = !values.some((value) => isPlaceholder(value));
  return shown.length > 1 && isPlain && form !== undefined && others.length === 0 && form !== formOf(type);
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
