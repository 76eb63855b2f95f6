import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import type { Reason } from "../../rules/reason.ts";
import type { Answer, Lookup } from "./planned-request.ts";

/** A list that is asked for to bind a path. */
export interface ListLookup extends Lookup {
  /** The documented path that it is at. */
  readonly template: readonly string[];
}

/** What an answer is good for, when a path is bound: all that is remembered of it. */
export interface Listing {
  /** Of the items that have one, in order. */
  readonly keys: readonly ListedKey[];
  readonly isList: boolean;
  /** How much can fail where this is asked for: 0 for no success, 6 for the most that is known to matter. */
  readonly worth: number;
  /** The link to the next page. */
  readonly next?: string;
  /** Why there is nothing to choose from. */
  readonly hindrance?: Hindrance;
}

export interface Hindrance {
  readonly reason: Reason;
  /** What the list did: `was answered with 403`. */
  readonly message: string;
}

export interface ListedKey {
  readonly key: string;
  /** The type that the item itself names. */
  readonly type?: string;
  readonly hasNull: boolean;
}

/** What lists are good for that were asked for before it was their turn, by what was asked. */
export type ListedAhead = Map<string, Listing>;

/** From this on nothing much better can be found: one resource, or several items that differ. */
export const goodWorth = 4;
export const mostWorth = 6;

/** Reads an answer as the list at a documented path, or as the one resource that is there. */
export function listingOf(contract: Contract, path: readonly string[], answer: Answer): Listing {
  const { status = 0, json } = answer;
  if (status < 200 || status >= 300)
    return { keys: [], isList: false, worth: 0, hindrance: hindranceOf(answer) };
  const nothing = (message: string): Hindrance => ({ reason: "no-data", message });
  if (!isCollection(json)) {
    const worth = isObject(json) && !isObject(json.error) ? goodWorth : 1;
    return { keys: [], isList: false, worth, hindrance: nothing("was answered with no list") };
  }
  const items = json.value.filter(isObject);
  const { "@odata.nextLink": link }: Readonly<Record<string, unknown>> = { ...json };
  const property = keyPropertyAt(contract, path);
  const keys = items.flatMap((item): ListedKey[] => {
    const key = item[property];
    const type = namedType(item);
    if ((typeof key !== "string" && typeof key !== "number") || key === "") return [];
    return [{ key: String(key), hasNull: hasNull(item), ...(type === undefined ? {} : { type }) }];
  });
  const next = typeof link === "string" ? { next: link } : {};
  const hindrance = nothing(
    `was answered with ${items.length === 0 ? "an empty list" : "a list without keys"}`,
  );
  const worth = worthOf(items, link);
  return { keys, isList: true, worth, ...next, ...(keys.length === 0 ? { hindrance } : {}) };
}

/** Several items, values that differ, a null, a second page: each is something that can fail. */
function worthOf(items: readonly Readonly<Record<string, unknown>>[], link: unknown): number {
  if (items.length < 2) return 1 + items.length;
  return 3 + Number(someDiffer(items)) + Number(items.some(hasNull)) + Number(typeof link === "string");
}

function someDiffer(items: readonly Readonly<Record<string, unknown>>[]): boolean {
  const [first = {}, ...others] = items;
  return Object.keys(first).some(
    (name) =>
      name !== "id" && others.some((other) => JSON.stringify(other[name]) !== JSON.stringify(first[name])),
  );
}

function hasNull(item: Readonly<Record<string, unknown>>): boolean {
  return Object.values(item).includes(null);
}

function keyPropertyAt(contract: Contract, path: readonly string[]): string {
  return keyPropertyOf(typeOfRef(contract, typeAtPath(contract, `/${path.join("/")}`)));
}

function hindranceOf({ status, reason }: Answer): Hindrance {
  if (status === undefined) return { reason: reason ?? "service-error", message: "gave no answer" };
  const message = `was answered with ${status}`;
  if (reason) return { reason, message };
  if (status === 401) return { reason: "no-credentials", message };
  if (status === 403) return { reason: "missing-permission", message };
  if (status === 429) return { reason: "throttled", message };
  return { reason: status >= 500 ? "service-error" : "not-available", message };
}
