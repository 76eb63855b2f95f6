import { isObject } from "../../base/is-object.ts";
import type { Operation, Property } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { citation } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import type { Outcome, RequestContext } from "../rule.ts";
import { urlSpan } from "./url-span.ts";

/** A body that the page supplies, and the example does not. */
export function bodyLeftOut(request: HttpRequest, operation: Operation): Outcome[] | "not-applicable" {
  const { method } = request;
  if (!/^(?:POST|PATCH|PUT)$/.test(method)) return "not-applicable";
  const { bodyFromMetadata } = operation;
  const requestBody = bodyFromMetadata ? undefined : operation.requestBody;
  const parameters = ofPage(operation);
  const required = parameters.find(({ required: isRequired }) => isRequired);
  if (!requestBody && method !== "PATCH" && !required) return "not-applicable";
  const sent = parameters.filter(({ name }) => !operation.path.includes(name));
  if (!requestBody && sent.length === 0) return "not-applicable";
  const what = requestBody ? describeTypeRef(requestBody) : sent.map(({ name }) => `"${name}"`).join(", ");
  const message = `the request has no body; the page supplies ${what}`;
  return [{ status: "fail", message, span: urlSpan(request) }];
}

/** A row that says under which condition it is required, or for which kind of resource. */
const conditional = /\b(?:if|when|unless|only|either|except|otherwise|depend(?:s|ing)?|scenarios?|cases?)\b/i;

/**
 * What the body of a POST lacks though its row of the page's own table says that it is required, and says it without a
 * condition. The row may be about another part than the body (a key of the path, an item of a list in the body), or
 * about one kind of several: of these nothing is said.
 */
export function requiredLeftOut(
  { exchange, page }: RequestContext,
  operation: Operation,
  value: unknown,
  span: Outcome["span"],
): Outcome[] {
  const { request, response } = exchange;
  const templates = page?.operation?.requests.filter(({ method }) => method === "POST") ?? [];
  if (request.method !== "POST" || !isObject(value) || (response?.status ?? 0) >= 400) return [];
  const parameters = ofPage(operation);
  const isOfOneKind = new Set(templates.map(({ path }) => splitPath(path).at(-1)?.toLowerCase())).size === 1;
  const type = namedType(value);
  const isOfType = type === undefined || type === operation.requestBody?.name;
  if (!isOfOneKind || !isOfType || !parameters.some(({ name }) => Object.hasOwn(value, name))) return [];
  return parameters
    .filter(({ required, row = "" }) => required && !conditional.test(row))
    .filter(({ name }) => !templates.some(({ path }) => path.includes(name)) && !isNamedIn(value, name))
    .map(({ name, location, row }) => ({
      status: "fail",
      severity: "warning",
      message: `the request's body has no "${name}"; the page says that it is required${citation(location)}`,
      span,
      pointer: stepInto("", name),
      promise: citedRow({ location, ...(row === undefined ? {} : { row }) }),
    }));
}

function ofPage({ parameters }: Operation): readonly Property[] {
  return parameters.filter(({ fromMetadata }) => !fromMetadata);
}

/** At any depth, in other letters or as `name@odata.bind`, too. */
function isNamedIn(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => isNamedIn(item, name));
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([own, member]) => own.toLowerCase().startsWith(name.toLowerCase()) || isNamedIn(member, name),
  );
}
