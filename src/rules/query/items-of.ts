import { isObject } from "../../base/is-object.ts";
import { onceForLast } from "../../base/once-for.ts";
import { isCollection, isErrorBody } from "../../contract/promise/body-fit.ts";
import {
  type BodyResources,
  hasPromisedShape,
  resourcesInBody,
} from "../../contract/validation/resources-in-body.ts";
import type { RequestUrl } from "../../odata/request-url.ts";
import { isBroken } from "../body/readable-body.ts";
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
 * error, no readable JSON, what had to be refused, and a delta function, which returns what has changed and nothing else.
 */
export const answerOf = onceForLast((context: ExchangeContext): Answer | undefined => {
  const { exchange, response, url, contract } = context;
  const { status = 200, body } = response;
  if (exchange.request.method !== "GET" || status >= 300 || exchange.probe) return undefined;
  if (isDelta(url)) return undefined;
  const value = body?.json?.value;
  // Behind a place where it stops being JSON, what belongs to which item is a guess.
  // An error with the status of a success is http/status.
  if (!isObject(value) || isErrorBody(value) || isBroken(context)) return undefined;
  const { type } = context.promised;
  // A collection in the place of a resource, or the reverse, is body/shape.
  if (type && !hasPromisedShape(contract, type, value)) return undefined;
  const { shape, resources } = type ? resourcesInBody(contract, type, value) : plainResources(value);
  const collection = shape === "collection";
  const items = resources.flatMap(({ value: item, pointer }): Item[] =>
    isObject(item) ? [{ value: item, pointer }] : [],
  );
  return { items, collection, envelope: value };
});

/** True for a URL that asks for changes: `/users/delta`, `/me/drive/root/microsoft.graph.delta(token='a')`. */
export function isDelta({ segments }: Pick<RequestUrl, "segments">): boolean {
  return segments.some((segment) => /^(?:microsoft\.graph\.)?delta(?:\(.*\))?$/i.test(segment));
}

/** Of a body that nobody promised. */
function plainResources(
  value: Readonly<Record<string, unknown>>,
): Pick<BodyResources, "shape" | "resources"> {
  if (!isCollection(value)) return { shape: "single", resources: [{ pointer: "", value }] };
  const resources = value.value.map((item, index) => ({ pointer: `/value/${index}`, value: item }));
  return { shape: "collection", resources };
}
