import type { HeaderDeclaration } from "../../docs/page.ts";
import { headerValue } from "../../http/http-message.ts";
import { citation } from "../body/judged-violations.ts";
import { headerAdded } from "../header-added.ts";
import { defineRequestRule, type Failure, type RequestContext } from "../rule.ts";
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
    const required = operation.requestHeaders.filter((header) => isRequired(context, header));
    if (required.length === 0) return "not-applicable";
    return (
      required
        .filter(({ name }) => headerValue(exchange.request, name) === undefined)
        // Without its colon it reads as the body: request/malformed.
        .filter(({ name }) => !exchange.request.body?.text.toLowerCase().startsWith(`${name.toLowerCase()} `))
        .map((header) => missing(context, header))
    );
  },
});

function isRequired({ exchange, url }: RequestContext, header: HeaderDeclaration): boolean {
  const { name, required, requiredWith = [] } = header;
  if (/^(?:authorization|content-length|host)$/i.test(name)) return false;
  // Of what is not sent there is no type.
  if (/^content-/i.test(name) && !exchange.request.body) return false;
  return required || requiredWith.some((option) => url.options.has(option));
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
