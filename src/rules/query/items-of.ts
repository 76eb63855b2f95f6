import { isCollection, isObject } from "../../contract/body-fit.ts";
import { hasPromisedShape } from "../resources-in-body.ts";
import type { ExchangeContext } from "../rule.ts";

/** A resource of a response's body and where it stands. */
export interface Item {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/** What the query options shape. */
export interface Answer {
  readonly items: readonly Item[];
  readonly collection: boolean;
  /** The other members of a collection's object: `@odata.count`, `@odata.nextLink`. */
  readonly envelope: Readonly<Record<string, unknown>>;
}

/**
 * The resources in the answer to a GET. Undefined when there is none to judge by query options: another method, an
 * error, no readable JSON, and a delta function, which returns what has changed and nothing else.
 */
export function answerOf({
  exchange,
  response,
  url,
  contract,
  promised,
}: ExchangeContext): Answer | undefined {
  const { status = 200, body } = response;
  if (exchange.request.method !== "GET" || status >= 300) return undefined;
  if (url.segments.some((segment) => /^(?:microsoft\.graph\.)?delta(?:\(.*\))?$/i.test(segment)))
    return undefined;
  const value = body?.json?.value;
  // Behind a place where it stops being JSON, what belongs to which item is a guess.
  if (!isObject(value) || body?.json?.problems.some(({ harmless }) => !harmless)) return undefined;
  // A collection in the place of a resource, or the reverse, is body/shape.
  if (promised.type && !hasPromisedShape(contract, promised.type, value)) return undefined;
  const collection = isCollection(value);
  const resources = collection ? value.value : [value];
  const items = resources.flatMap((item, index): Item[] =>
    isObject(item) ? [{ value: item, pointer: collection ? `/value/${index}` : "" }] : [],
  );
  return { items, collection, envelope: value };
}
