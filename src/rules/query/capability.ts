import { documentedOperators } from "../../contract/capability/documented-operators.ts";
import { metadataCapability } from "../../contract/capability/metadata-capability.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { citedOptions } from "../cited.ts";
import { defineRule, type ExchangeContext, type Outcome, type Verdicts } from "../rule.ts";
import { undocumented } from "../unjudged.ts";
import { type AskedQuery, askedQuery, isShapingOption } from "./asked-query.ts";
import { isFitForService } from "./fit-query.ts";
import { answerOf } from "./items-of.ts";
import { unsatisfiedItems } from "./unsatisfied-items.ts";

/** The query options and filter operators that a service takes, against those that the pages document. */
export const capability = defineRule("query/capability", {
  promise:
    "A query option or operator that the pages document is served, and one that they do not is refused.",
  weighs: { mock: "error", tenant: "info" },
  idle: "nothing was asked with a query option",
  news: "newer",
  judge(context) {
    const { exchange, response } = context;
    if (exchange.probe === "unknown-name" || exchange.probe === "bad-value") return notRefused(context);
    const asked = askedQuery(context);
    const { status } = response;
    if (!context.promising && asksForMore(context))
      return [undocumented(context, "whether its query options are served is", response.startLine)];
    if (!asked || asked.options.length === 0 || status === undefined || exchange.probe)
      return "not-applicable";
    const standings = [...asked.options, ...(asked.filter?.uses ?? [])].map(({ standing }) => standing);
    if (standings.every((standing) => standing === "unsaid")) return "not-applicable";
    if (status < 300) return taken(context, asked, status);
    return status === 400 ? refused(context, asked) : "not-applicable";
  },
});

/** A request with OData's query options, that is not sent to see it refused. */
function asksForMore({ exchange: { request, probe }, url }: ExchangeContext): boolean {
  const options = [...url.options.keys()].filter(isShapingOption);
  return request.method === "GET" && !probe && options.length > 0;
}

/** A name that no page has, and a value that is none, are asked for to see them refused. */
function notRefused({ exchange: { probe }, url, response }: ExchangeContext): Verdicts {
  const { status = 0, startLine: span } = response;
  if (status >= 300) return status < 500 ? [] : "not-applicable";
  const [name = ""] = [...url.options.keys()].filter(isShapingOption);
  const what = probe === "bad-value" ? "a value that it cannot have" : "a property that does not exist";
  const message = `"${name}" with ${what} is answered with ${status}; a service refuses it with 400`;
  return [{ status: "fail", message, span, pointer: `/query/${name}`, cause: { id: `${probe} ${name}` } }];
}

/** A success answers only what the pages document. */
function taken(context: ExchangeContext, asked: AskedQuery, status: number): readonly Outcome[] {
  const { operation, contract } = context;
  const { startLine: span } = context.response;
  const id = operation?.id ?? "";
  const queryOptions = operation?.queryOptions;
  const listed = queryOptions?.kind === "listed" ? queryOptions.options.join(", ") : "no query options";
  const options = asked.options
    .filter(({ standing }) => standing === "undocumented")
    .map(
      ({ name }): Outcome => ({
        status: "fail",
        message: `"${name}" is answered with ${status}; the page supports ${listed}`,
        span,
        pointer: `/query/${name}`,
        promise: citedOptions(queryOptions),
        cause: { id: `undocumented-option ${id} ${name}` },
      }),
    );
  // Of an option that is not documented, none of its operators is.
  if (options.some(({ pointer }) => pointer === "/query/$filter")) return options;
  const uses = asked.filter?.uses.filter(({ standing }) => standing === "undocumented") ?? [];
  return [
    ...options,
    ...uses.map(({ path, operator }): Outcome => {
      const name = path.join("/");
      const operators = documentedOperators(contract, asked.type, path) ?? [];
      const documented = operators.length === 0 ? "no operator" : operators.join(", ");
      return {
        status: "fail",
        message: `"${operator}" on "${name}" is answered with ${status}${ignored(context, asked)}; the pages document ${documented} for it`,
        span,
        pointer: "/query/$filter",
        cause: { id: `undocumented-operator ${id} ${operator} ${name}` },
      };
    }),
  ];
}

/** What is not refused is mostly not heeded either. */
function ignored(context: ExchangeContext, asked: AskedQuery): string {
  const items = answerOf(context)?.items ?? [];
  const unsatisfied = unsatisfiedItems(context, asked, items).length;
  return unsatisfied === 0
    ? ""
    : ` and ignored: ${unsatisfied} of ${items.length} items do not satisfy the filter`;
}

/** The options that the metadata says cannot be used on what is asked for. */
function deniedBy(contract: Contract, { path }: Operation, options: readonly string[]): string[] {
  return options.filter((name) => metadataCapability(contract, path, name) === false);
}

/** A refusal is right where something is not documented, and says nothing where something is left open. */
function refused(context: ExchangeContext, asked: AskedQuery): readonly Outcome[] | "not-applicable" {
  const { options, filter } = asked;
  const standings = [...options, ...(filter?.uses ?? [])].map(({ standing }) => standing);
  if (standings.includes("undocumented")) return [];
  if (standings.includes("unsaid") || !isFitForService(context, asked)) return "not-applicable";
  const { startLine: span } = context.response;
  const names = options.map(({ name }) => name);
  const operators = filter?.uses.map(({ operator, path }) => `${operator} on "${path.join("/")}"`) ?? [];
  const what = [...names.filter((name) => name !== "$filter" || operators.length === 0), ...operators];
  const denied = context.operation ? deniedBy(context.contract, context.operation, names) : [];
  const said =
    denied.length === 0 ? "" : `, the metadata says that ${denied.join(" and ")} cannot be used there`;
  const message = `${what.join(" and ")} ${what.length === 1 ? "is" : "are"} refused with 400; the pages document ${what.length === 1 ? "it" : "them"}${said}`;
  const pointer = `/query/${names.includes("$filter") ? "$filter" : names.join(",")}`;
  // Service and metadata agree: the page is mistaken, and no promise is broken.
  if (denied.length > 0)
    return [{ status: "fail", message, span, pointer, weighs: { mock: "error", tenant: "warning" } }];
  // More than is documented is news of a tenant; less is a broken promise.
  return [{ status: "fail", message, span, pointer, weighs: { mock: "error", tenant: "error" } }];
}
