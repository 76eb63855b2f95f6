import { isDeepStrictEqual } from "node:util";
import { nearestName } from "../../base/nearest-name.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { compareText } from "../../odata/compare-text.ts";
import { mayMeanAnother } from "../../odata/compare-values.ts";
import { durationOf, instantOf } from "../../odata/exact-time.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import { type OrderItem, parseOrderby } from "../../odata/parse-orderby.ts";
import { nextLinkIn } from "../memory.ts";
import { urlSpan } from "../request/url-span.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { askedOption, heldTo } from "./asked-option.ts";
import { answerOf, type Item } from "./items-of.ts";
import { askedOrder, compareReverse, orderedItems } from "./ordered-items.ts";
import { mayBeEnum } from "./unsatisfied-items.ts";

/** The order of the items against `$orderby`. */
export const orderby = defineRule("query/orderby", {
  promise: "The items come in the order that `$orderby` asks for.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $orderby came",
  judge(context) {
    const answer = answerOf(context);
    const asked = parseOrderby(askedOption(context, "$orderby"));
    if ("problem" in asked || !answer?.collection) return "not-applicable";
    const type = typeOfRef(context.contract, context.promised.type);
    const keys = asked.items.map((key) => ({ ...key, isEnum: mayBeEnum(context.contract, type, key.path) }));
    const unknown = keys.flatMap((key) => unknownKey(context, key));
    if (unknown.length > 0) return heldTo(context, "$orderby", unknown);
    if (answer.items.length < 2) return "not-applicable";
    // What breaks its own type has no place in an order: that is body/type, body/format or body/enum-member.
    const wrong = new Set(context.violations.map(({ pointer }) => pointer.toLowerCase()));
    const isSortable = ({ pointer }: Item) =>
      keys.every(({ path }) => !wrong.has(path.reduce(stepInto, pointer).toLowerCase()));
    let seen = false;
    for (const [index, item] of answer.items.entries()) {
      const next = answer.items[index + 1];
      if (!next || !isSortable(item) || !isSortable(next)) continue;
      const [key] = keys;
      seen ||= key !== undefined && compare(key, item.value, next.value) !== undefined;
      const broken = firstDifference(keys, item.value, next.value);
      if (!broken) continue;
      const [before, after] = [item.value, next.value].map((value) => JSON.stringify(at(value, broken.path)));
      const order = broken.descending ? "descending" : "ascending";
      const message = `"${broken.path.join("/")}" is ${after} behind ${before}; $orderby asks for ${order} order`;
      return heldTo(context, "$orderby", [
        { status: "fail", message, span: context.locate(next.pointer), pointer: next.pointer },
      ]);
    }
    const apart = memberApart(keys, answer.items.filter(isSortable));
    if (apart) {
      const { path, item } = apart;
      const value = JSON.stringify(at(item.value, path));
      const message = `"${path.join("/")}" is ${value} again behind another value; $orderby puts equal values side by side`;
      return heldTo(context, "$orderby", [
        { status: "fail", message, span: context.locate(item.pointer), pointer: item.pointer },
      ]);
    }
    const turned = againstReverse(context);
    if (turned?.length) return heldTo(context, "$orderby", turned);
    // Where no two neighbours certainly compare, nothing was seen to hold.
    return seen || turned ? [] : "not-applicable";
  },
});

/** A whole list against the same one in the reverse order; undefined where that has not come, or nothing in it compares. */
function againstReverse(context: ExchangeContext): Outcome[] | undefined {
  const { exchange, past } = context;
  const order = askedOrder(exchange);
  const isWhole = nextLinkIn(answerOf(context)?.envelope) === undefined;
  const came = order && past.reverse && isWhole ? orderedItems(context, order) : undefined;
  if (!order || !came || !past.reverse) return undefined;
  const { compared, same } = compareReverse(came, past.reverse);
  if (compared < 2) return undefined;
  if (!same) return [];
  const [before, after] = [same.before, same.after].map((value) => JSON.stringify(value));
  const message = `"${order.path.join("/")}" is ${after} behind ${before} in both orders; the descending one is the reverse of the ascending one`;
  const place = { span: context.locate(same.pointer), pointer: same.pointer };
  if (isDeepStrictEqual(came.items, past.reverse.items)) return [{ status: "fail", message, ...place }];
  const unsure = `${message}; the items are not the same in both`;
  return [{ status: "not-verified", reason: "no-data", message: unsure, ...place }];
}

/** What is no property of the items cannot be what they are sorted by. */
function unknownKey({ contract, exchange, promised }: ExchangeContext, { path }: OrderItem): Outcome[] {
  const [name = ""] = path;
  const type = typeOfRef(contract, promised.type);
  if (!type || !isClosed(type) || !/^\w+$/.test(name)) return [];
  const types = [
    type,
    ...derivedTypes(contract, type.name).flatMap((derived) => typeNamed(contract, derived) ?? []),
  ];
  const names = types.flatMap(({ properties }) => properties.map((property) => property.name));
  if (names.some((other) => other.toLowerCase() === name.toLowerCase())) return [];
  const meant = nearestName(name, names);
  const message = `"${name}", by which $orderby sorts, is not a property of ${shortName(type.name)}${meant ? `; did the page mean "${meant}"?` : ""}`;
  const { request } = exchange;
  const span = urlSpan(request, request.url.indexOf(name), name.length);
  return [{ status: "fail", message, span, pointer: "/query/$orderby", meant }];
}

/** A key, and whether members of an enum are compared by it, whose order nobody can tell. */
interface Key extends OrderItem {
  readonly isEnum: boolean;
}

/** An item whose member of an enum came before, with another one in between, among items that the keys before it do not part. */
function memberApart(
  keys: readonly Key[],
  items: readonly Item[],
): { readonly path: readonly string[]; readonly item: Item } | undefined {
  for (const [index, { path, isEnum }] of keys.entries()) {
    if (!isEnum) continue;
    let before: Item | undefined;
    let past = new Set<unknown>();
    for (const item of items) {
      const value = at(item.value, path);
      const tied =
        before && keys.slice(0, index).every((key) => before && compare(key, before.value, item.value) === 0);
      if (!tied && index > 0) past = new Set();
      else if (before && value !== at(before.value, path)) {
        past.add(at(before.value, path));
        if (typeof value === "string" && past.has(value) && !mayMeanAnother(value)) return { path, item };
      }
      before = item;
    }
  }
  return undefined;
}

/** The key by which the second item should have come first; undefined when the order is right or not certain. */
function firstDifference(
  keys: readonly Key[],
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): Key | undefined {
  for (const key of keys) {
    const order = compare(key, one, other);
    if (order === undefined) return undefined;
    if (order !== 0) return order > 0 === key.descending ? undefined : key;
  }
  return undefined;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce(memberOf, value);
}

function compare(
  { path, isEnum }: Key,
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): number | undefined {
  const [first, second] = [at(one, path), at(other, path)];
  if (!isEnum) return compareValues(first, second);
  return typeof first === "string" && first === second && !mayMeanAnother(first) ? 0 : undefined;
}

/**
 * Negative, zero or positive; undefined when no order is certain: null sorts by the service's taste, and texts by a
 * collation that agrees with ours only on ASCII letters without their case, and digits.
 */
function compareValues(one: unknown, other: unknown): number | undefined {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "boolean" && typeof other === "boolean") return Number(one) - Number(other);
  if (typeof one !== "string" || typeof other !== "string") return undefined;
  const [first, second] = [instantOf(one), instantOf(other)];
  if (first !== undefined && second !== undefined) return sign(first, second);
  const text = compareText(one, other);
  const [span, otherSpan] = [durationOf(one), durationOf(other)];
  if (span === undefined || otherSpan === undefined) return text;
  // A duration, or a text that looks like one: certain is only what is so either way.
  return sign(span, otherSpan) === text ? text : undefined;
}

function sign(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
