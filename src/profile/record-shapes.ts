import { createHash } from "node:crypto";
import { isObject } from "../base/is-object.ts";
import type { Contract } from "../contract/contract.ts";
import { resourcesInBody } from "../contract/validation/resources-in-body.ts";
import { isBroken } from "../rules/body/readable-body.ts";
import type { Exchange } from "../rules/exchange.ts";
import { exchangeContext, requestContext } from "../rules/exchange-context.ts";
import { addObject } from "./add-object.ts";
import { askedNames } from "./asked-names.ts";
import { type LookedAt, lookAtObject, type Seen } from "./look-at-object.ts";
import { count, madeOf, type OperationShapes, profileFormat, type ShapeProfile } from "./shape-profile.ts";

/** So many objects are told apart; what comes again after that many others counts once more. */
const mostKnown = 200_000;

/** How deep expanded objects are followed. */
const mostLevels = 8;

/** Takes in exchanges one by one, keeps none of them, and makes a profile of what they looked like. */
export interface ShapeRecorder {
  see(exchange: Exchange, contract: Contract): void;
  profile(): ShapeProfile;
}

/**
 * Records what answers look like. What was asked to be refused, or for its keys alone, is left out. An object that comes
 * again as it was, in the answer to another query of the same operation, is no second witness of anything.
 */
export function recordShapes(): ShapeRecorder {
  const profile: ShapeProfile = { format: profileFormat, versions: {} };
  const known = new Set<string>();

  function see(exchange: Exchange, contract: Contract): void {
    const { response, request, version, probe } = exchange;
    if (probe || response?.status === undefined) return;
    const asked = requestContext(exchange, contract);
    const shapes = operationShapes(exchange, asked.operation?.id ?? methodOf(request.method));
    count(shapes.statuses, String(response.status));
    const value = response.body?.json?.value;
    if (response.status >= 300 || value === undefined) return;
    const context = exchangeContext(asked, response);
    const { type } = context.promised;
    // Behind a place where it stops being JSON, what belongs to which object is a guess.
    if (!type || isBroken(context)) return;
    const start = { type, place: "", level: 0, asked: askedNames(request.method, asked.url) };
    const url = `${version} ${request.method} ${request.url.split("?")[0]}`;
    for (const { value: resource, pointer } of resourcesInBody(contract, type, value).resources)
      follow(contract, shapes, { ...start, identity: `${url} ${pointer}` }, resource);
  }

  /** Counts an object, and those that it holds. */
  function follow(contract: Contract, shapes: OperationShapes, at: LookedAt, value: unknown): void {
    if (!isObject(value)) return;
    const seen = lookAtObject(contract, at, value);
    if (!seen) return;
    if (isNews(at, seen)) addObject(shapes, at, seen);
    if (at.level < mostLevels) for (const held of seen.held) follow(contract, shapes, held.at, held.value);
  }

  function isNews({ place, asked }: LookedAt, seen: Seen): boolean {
    const facts = seen.properties.map(({ name, facts }) => [name, facts]);
    const text = JSON.stringify([place, asked.key, seen.identity, seen.type, facts]);
    const hash = createHash("sha1").update(text).digest("base64");
    if (known.has(hash)) return false;
    if (known.size >= mostKnown) known.clear();
    known.add(hash);
    return true;
  }

  function operationShapes({ version }: Exchange, id: string): OperationShapes {
    profile.versions[version] ??= { operations: {} };
    const { operations } = profile.versions[version];
    return madeOf(operations, id, () => ({ statuses: {}, places: {} }));
  }

  return { see, profile: () => profile };
}

function methodOf(method: string): string {
  return /^(?:GET|HEAD|POST|PATCH|PUT|DELETE|OPTIONS)$/.test(method) ? method : "another method";
}
