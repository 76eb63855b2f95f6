import type { HeaderDeclaration } from "../../docs/page.ts";
import { headerValue } from "../../http/http-message.ts";
import { citation } from "../body/judged-violations.ts";
import { headerAdded } from "../header-added.ts";
import { defineRequestRule, type Failure, type NotVerified, type RequestContext } from "../rule.ts";
import { urlSpan } from "./url-span.ts";

/** The headers that a page requires, but for the one that signs in. */
export const headerMissing = defineRequestRule("request/header-missing", {
  promise:
    "An example has the headers that its page requires, always or with the query options that it uses.",
  weighs: { documented: "error" },
  judge(context) {
    const { exchange, operation, page } = context;
    if (!page || !operation || exchange.declared?.error || (exchange.response?.status ?? 0) >= 400)
      return "not-applicable";
    const headers = operation.requestHeaders.filter((header) => isOfRequest(context, header));
    const required = headers.filter((header) => isRequired(context, header));
    const doubtful = headers.filter((header) => !required.includes(header) && mayBeRequired(context, header));
    if (required.length + doubtful.length === 0) return "not-applicable";
    const isAbsent = ({ name }: HeaderDeclaration) =>
      headerValue(exchange.request, name) === undefined &&
      // Without its colon it reads as the body: request/malformed.
      !exchange.request.body?.text.toLowerCase().startsWith(`${name.toLowerCase()} `);
    return [
      ...required.filter(isAbsent).map((header) => missing(context, header)),
      ...doubtful.filter(isAbsent).map((header) => unknown(context, header)),
    ];
  },
});

function isOfRequest({ exchange }: RequestContext, { name }: HeaderDeclaration): boolean {
  if (/^(?:authorization|content-length|host)$/i.test(name)) return false;
  // Of what is not sent there is no type.
  return !/^content-/i.test(name) || exchange.request.body !== undefined;
}

function isRequired({ url }: RequestContext, { required, requiredWith = [] }: HeaderDeclaration): boolean {
  return required || requiredWith.some((option) => url.options.has(option));
}

/** Required on a condition of which the request shows no more than an option that it names. */
function mayBeRequired({ url }: RequestContext, { sometimesWith }: HeaderDeclaration): boolean {
  const options = new Set([...url.options.keys(), ...url.segments.slice(-1)]);
  return sometimesWith?.length === 0 || sometimesWith?.some((option) => options.has(option)) === true;
}

function unknown({ exchange }: RequestContext, { name, location }: HeaderDeclaration): NotVerified {
  const message = `whether the request needs the header "${name}" is not known: the page requires it on a condition${citation(location)}`;
  return { status: "not-verified", reason: "undocumented", message, span: urlSpan(exchange.request) };
}

function missing({ exchange, url }: RequestContext, header: HeaderDeclaration): Failure {
  const { request } = exchange;
  const { name, required, requiredWith = [], value, location } = header;
  const option = required ? undefined : requiredWith.find((other) => url.options.has(other));
  const why = option === undefined ? "" : ` with "${option}"`;
  const isSure = value !== undefined && (/^ConsistencyLevel$/i.test(name) || /json$/i.test(value));
  return {
    status: "fail",
    message: `the request lacks the header "${name}", which the page requires${why}${citation(location)}`,
    span: urlSpan(request),
    fix: isSure ? headerAdded(request, `${name}: ${value}`) : undefined,
    cause: { id: `header-missing ${name.toLowerCase()}` },
  };
}
