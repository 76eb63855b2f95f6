import { isObject } from "../../base/is-object.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { nodesAlong } from "../../contract/path/find-path.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { isCollection, isErrorBody } from "../../contract/promise/body-fit.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import type { ExchangeContext, Verdicts } from "../rule.ts";
import { isBroken } from "./readable-body.ts";

/**
 * What is wrong with a list that no page documents, and that was asked for its keys: documented paths go on from them,
 * so that it is a list, and each of its items has one.
 */
export function listingFlaws(context: ExchangeContext): Verdicts {
  const { response, locate } = context;
  const { status = 0, body } = response;
  const value = body?.json?.value;
  // An error with the status of a success is http/status, what is no JSON body/invalid-json, and no body at all
  // http/body-missing.
  if (status < 200 || status >= 300 || isErrorBody(value) || !body || isBroken(context))
    return "not-applicable";
  const fail = (pointer: string, message: string) =>
    ({ status: "fail", message, span: locate(pointer), pointer }) as const;
  if (!isCollection(value)) {
    const what = isObject(value) ? "a single resource" : "no list";
    return [fail("", `the body is ${what}; documented paths take a key of it, so that it is a list`)];
  }
  const { property, isDeclared } = keyProperty(context);
  const flaws = value.value.flatMap((item, index) => {
    const pointer = `/value/${index}`;
    if (!isObject(item)) return fail(pointer, "the item is no resource; documented paths take its key");
    const key = item[property];
    if ((typeof key === "string" && key !== "") || typeof key === "number") return [];
    if (Object.hasOwn(item, property)) {
      const message = `"${property}" is none that a path could have, and documented paths take it as the key`;
      return fail(`${pointer}/${property}`, message);
    }
    if (isDeclared)
      return fail(pointer, `the item has no "${property}"; documented paths take it as the key`);
    const message = `no page here says which property is the key, and the item has no "${property}"`;
    return {
      status: "not-verified",
      reason: "undocumented",
      message,
      span: locate(pointer),
      pointer,
    } as const;
  });
  // What is wrong with one item is wrong with all.
  return flaws.slice(0, 1);
}

function keyProperty({ contract, url }: ExchangeContext) {
  const nodes = nodesAlong(pathTree(contract), "GET", url.segments);
  const node = nodes.length === url.segments.length ? nodes.at(-1) : undefined;
  const type = typeOfRef(contract, node && typeAt(contract, node));
  return { property: keyPropertyOf(type), isDeclared: type !== undefined };
}
