import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation, Property, TypeRef } from "../../contract/contract.ts";
import { enumNamed } from "../../contract/names/type-named.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import type { PathNode } from "../../contract/path/path-node.ts";
import { templateTokens } from "../../contract/path/path-tokens.ts";
import { endOf, pathTree } from "../../contract/path/path-tree.ts";
import { isDate, isDateTimeOffset, isGuid } from "../../odata/edm-format.ts";
import { edmType, isNumeric } from "../../odata/edm-type.ts";
import { timeOfDayOf } from "../../odata/exact-time.ts";
import { unquoted } from "../../odata/filter-literal.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";
import { type RequestUrl, readRequestUrl } from "../../odata/request-url.ts";
import { splitList } from "../../odata/split-list.ts";
import { backwardRange, momentOf } from "../query/moment.ts";
import type { Call } from "./call.ts";
import { type ResourcePath, withoutNamespace } from "./resource-path.ts";

/**
 * Why the parentheses of the functions in a path are not what their pages say, by the first argument that is unknown,
 * missing, of another type than documented, or the start of a range that lies after its end. Undefined where nothing is
 * wrong, and where no page says what belongs there.
 */
export function wrongArguments({ url, resourcePath, contract, operation, served }: Call): string | undefined {
  return wrongOnRoute(resourcePath, url, contract, operation, served.lenient);
}

const wrongOnRoute = onceForAll(firstWrong);

function firstWrong(
  resourcePath: ResourcePath,
  url: RequestUrl,
  contract: Contract,
  operation: Operation | undefined,
  lenient: boolean,
): string | undefined {
  for (const [index, segment] of url.segments.entries()) {
    const { name, arguments: inside } = readSegment(segment);
    const bare = withoutNamespace(name).toLowerCase();
    const isLast = index === url.segments.length - 1;
    const own = isLast && operation?.method === "GET" ? operation : undefined;
    const reached = resourcePath.steps.find((step) => step.name.toLowerCase() === bare)?.named;
    const node = reached?.functions.size ? reached : own && nodeOf(contract, own);
    if (!node?.functions.size || bare === "delta") continue;
    if (inside === undefined && (name !== segment || !own)) continue;
    const given = argumentsIn(inside ?? "", url.options);
    const wrong =
      inside === undefined && own && isShownBare(contract, own)
        ? undefined
        : misfit(contract, node, own, given, lenient);
    const found = wrong ?? (own && firstMistyped(contract, own, given)) ?? backwardRange(plain(given));
    if (found !== undefined) return `${found}, in the call of "${name.slice(0, 100)}"`;
  }
  return undefined;
}

/** Where a page has its operation; a request may say `me` where the page says `users/{id}`. */
function nodeOf(contract: Contract, { path }: Operation): PathNode | undefined {
  return endOf(pathTree(contract), templateTokens(path));
}

/** The arguments by their names as written; an alias (`@from`) has its value in the query. */
function argumentsIn(inside: string, options: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const given = splitList(inside).map(({ text }): [string, string] => {
    const equals = text.indexOf("=");
    const value = text.slice(equals + 1).trim();
    return [text.slice(0, equals < 0 ? undefined : equals).trim(), options.get(value.toLowerCase()) ?? value];
  });
  return new Map(given);
}

function plain(given: ReadonlyMap<string, string>): [string, string][] {
  return [...given].map(([name, value]) => [name, unquoted(value)]);
}

/** What does not fit any way in which pages write a call; a newer client may know more arguments. */
function misfit(
  contract: Contract,
  { functions }: PathNode,
  operation: Operation | undefined,
  given: ReadonlyMap<string, string>,
  lenient: boolean,
): string | undefined {
  const ways = [...functions, ...(operation ? shownCalls(contract, operation) : [])].map((inside) =>
    [...argumentsIn(inside).keys()].map((name) => name.replace(/^@/, "")),
  );
  const listed = operation?.parameters.map(({ name }) => name) ?? [];
  const known = new Set([...ways.flat(), ...listed].map((name) => name.toLowerCase()));
  const names = [...given.keys()];
  const unknown = names.find((name) => !known.has(name.toLowerCase()));
  if (unknown !== undefined && !lenient) return `there is no argument '${unknown.slice(0, 100)}'`;
  const sent = new Set(names.map((name) => name.toLowerCase()));
  const lacking = ways.map((way) => way.find((name) => !sent.has(name.toLowerCase())));
  const missing = lacking.includes(undefined) ? undefined : lacking[0];
  return missing === undefined ? undefined : `the argument '${missing}' is missing`;
}

/** What stands in the parentheses of the calls that are shown to succeed. */
const shownCalls = onceForAll((contract: Contract, operation: Operation): readonly string[] =>
  examplesOfOperation(contract, operation).flatMap(({ request, response }) => {
    const last = readRequestUrl(request.url).segments.at(-1);
    const inside = last === undefined ? undefined : readSegment(last).arguments;
    return inside === undefined || (response?.status ?? 200) >= 400 ? [] : [inside];
  }),
);

/** Whether pages write a function without parentheses, too, in a path or an example. */
const isShownBare = onceForAll((contract: Contract, operation: Operation): boolean => {
  const last = readRequestUrl(operation.path).segments.at(-1) ?? "";
  const end = `/${readSegment(last).name}`.toLowerCase();
  const shown = examplesOfOperation(contract, operation).map(
    ({ request }) => request.url.split("?")[0] ?? "",
  );
  return [...shown, ...contract.operations.map(({ path }) => path)].some((path) =>
    path.toLowerCase().endsWith(end),
  );
});

function firstMistyped(
  contract: Contract,
  { parameters }: Operation,
  given: ReadonlyMap<string, string>,
): string | undefined {
  for (const [name, literal] of given) {
    const parameter = parameters.find((other) => other.name.toLowerCase() === name.toLowerCase());
    const expected =
      parameter && !isPathParameter(literal) ? expectedIn(contract, parameter, literal) : undefined;
    if (expected !== undefined) return `the argument '${name}' is ${expected}: ${literal.slice(0, 100)}`;
  }
  return undefined;
}

/** What a literal should have been and is not. */
function expectedIn(
  contract: Contract,
  { name, type, values }: Property,
  literal: string,
): string | undefined {
  const text = unquoted(literal);
  const isQuoted = literal.endsWith("'");
  if (literal === "null" || type.collection) return undefined;
  const members = values?.multiValued === false ? values.members : enumNamed(contract, type.name)?.members;
  if (members && members.length > 0) {
    const isMember = members.some((member) => member.toLowerCase() === text.toLowerCase());
    return isMember ? undefined : `none of ${members.join(", ")}`;
  }
  if (type.name === "Edm.String") {
    if (!isQuoted) return "no text in quotes";
    // Pages call a date a text where it is quoted.
    return /(?:date|time)$/i.test(name) && !isMoment(text) ? "no date" : undefined;
  }
  return isOf(type, text, isQuoted) ? undefined : `no ${type.name}`;
}

/** A text may stand for what else is written in quotes somewhere in Graph's documentation: a GUID, a date. */
function isOf({ name }: TypeRef, text: string, isQuoted: boolean): boolean {
  if (name === "Edm.Boolean") return !isQuoted && /^(?:true|false)$/i.test(text);
  if (name === "Edm.Guid") return isGuid(text);
  if (name === "Edm.Date") return isDate(text);
  if (name === "Edm.DateTimeOffset") return isMoment(text);
  if (!isNumeric(name)) return true;
  const { json, range } = edmType(name) ?? {};
  const isWhole = json?.[0] === "integer";
  if (isQuoted || !(isWhole ? /^[+-]?\d+$/ : /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i).test(text)) return false;
  return !range || (Number(text) >= range.minimum && Number(text) <= range.maximum);
}

function isMoment(text: string): boolean {
  if (isDateTimeOffset(text) || momentOf(text) !== undefined || timeOfDayOf(text) !== undefined) return true;
  // A day may be written without its zero.
  return /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
