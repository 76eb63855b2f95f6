import { boundedMap } from "../../base/bounded-map.ts";
import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyText } from "../../contract/names/type-named.ts";
import { itemsOf } from "../../contract/promise/body-fit.ts";
import type { Cloud } from "../../docs/page.ts";
import { readSegment } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { type Exchange, wasSent } from "../../rules/exchange.ts";
import { classifyExchange } from "./classify-exchange.ts";
import { keysOf, locationKey } from "./exchange-keys.ts";

/** Says of the answers of one service which of them are to be judged, and remembers what it listed. */
export interface AnswerClassifier {
  /** Takes in the keys of what an answer to that URL holds; it has what it was asked below, too. */
  learn(json: unknown, url: string): void;
  /** The exchange with what is known of it; one that verifies nothing says so. */
  classify(exchange: Exchange): Exchange;
  /** True for an answer that another replica of the service may give otherwise: it has not yet what this one listed or made. */
  mayDiffer(exchange: Exchange): boolean;
}

/** So many keys are remembered: those that requests are bound with are used, and stay. */
const enoughKeys = 20_000;

/**
 * Classifies the answers of a real service to the requests of a plan of the contract. Of the `given` keys, which no
 * list may show, it is known that they exist when something is answered below them.
 */
export function answerClassifier(
  contract: Contract,
  cloud?: Cloud["name"],
  given: readonly string[] = [],
): AnswerClassifier {
  const keyNames = new Set(["id"]);
  for (const { keyProperty } of Object.values(contract.types)) if (keyProperty) keyNames.add(keyProperty);
  const known = boundedMap<string, true>(enoughKeys);
  const learnItem = (item: unknown) => {
    if (!isObject(item)) return;
    for (const name of keyNames) {
      const key = keyText(item[name]);
      if (key !== undefined) known.set(key, true, 1);
    }
  };
  return {
    learn(json, url) {
      const items = isObject(json) ? itemsOf(json) : [];
      items.forEach(learnItem);
      if (given.length === 0 || items.length === 0) return;
      for (const segment of readRequestUrl(url).segments) {
        const key = readSegment(segment).key ?? segment;
        if (given.includes(key)) known.set(key, true, 1);
      }
    },
    classify(exchange) {
      const { request, response } = exchange;
      const { status = 0 } = response ?? {};
      const made = response && status === 201 ? locationKey(response) : undefined;
      if (made !== undefined) known.set(made, true, 1);
      if (status < 400 && request.method !== "DELETE") return exchange;
      const keys = keysOf(exchange, contract);
      const isRemoval = request.method === "DELETE";
      // What was deleted is gone; so may be what a failure was answered for, or nothing at all.
      if (isRemoval && (status >= 500 || (status < 400 && wasSent(exchange))))
        known.delete(keys.at(-1) ?? "");
      if (status < 400) return exchange;
      const marked: Exchange =
        keys.length > 0 && keys.every((key) => known.get(key)) ? { ...exchange, listed: true } : exchange;
      const unanswered = classifyExchange(marked, contract, cloud);
      return unanswered ? { ...marked, unanswered } : marked;
    },
    mayDiffer({ request, response, probe, listed, unanswered }) {
      // Where there is nothing, nothing is changed or removed, so that it can be asked again; an action is not.
      const isRepeatable = /^(?:GET|PUT|PATCH|DELETE)$/.test(request.method);
      const isPlain = !probe || probe === "cleanup";
      return response?.status === 404 && isRepeatable && isPlain && listed === true && !unanswered;
    },
  };
}
