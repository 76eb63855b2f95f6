import { isObject } from "../../base/is-object.ts";
import type { Contract, Example, Operation, Property } from "../../contract/contract.ts";
import { formOf, formOfJson } from "../../contract/derive/represented-form.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/names/short-name.ts";
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
  context: RequestContext,
  operation: Operation,
  parameter: Property,
): Outcome[] | undefined {
  const { contract } = context;
  const { request } = context.exchange;
  const row = citedRow(parameter);
  const shown = examplesOfPage(contract, operation.file).filter(
    (example) => sentAs(example.request, parameter.name) !== undefined,
  );
  const other = rightRow(context, operation, parameter);
  if (!row || !(other || agreeAgainst(parameter, shown))) return undefined;
  const before = shown.filter((example) => example.request.location.line < request.location.line);
  const isSaid = before.some(
    (example) => !other || fits(contract, other.row, sentAs(example.request, parameter.name)),
  );
  if (isSaid) return [];
  const says = other
    ? `${other.type} says ${describeTypeRef(other.row.type)}${citation(other.row.location)}, and so does the example`
    : `every example sends another form: ${describeValue(sentAs(request, parameter.name))}`;
  return [
    {
      status: "fail",
      message: `"${parameter.name}" is ${describeTypeRef(parameter.type)} here; ${says}`,
      span: row.span,
      promise: other ? citedRow(other.row) : row,
      cause: { id: `parameter-row ${operation.file}/${parameter.name}` },
    },
  ];
}

/** What the page of the resource says of the property, in another row, where what is sent is right by that one. */
export function rightRow(
  { contract, exchange: { request } }: RequestContext,
  operation: Operation,
  { name, row }: Property,
): { readonly row: Property; readonly type: string } | undefined {
  const type = typeOfRef(contract, operation.requestBody ?? typeAtPath(contract, operation.path));
  const own = type?.properties.find((property) => property.name === name);
  if (!type || own?.row === undefined || own.row === row) return undefined;
  return fits(contract, own, sentAs(request, name)) ? { row: own, type: shortName(type.name) } : undefined;
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
