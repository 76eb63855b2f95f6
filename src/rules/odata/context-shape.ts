import { typeAtPath } from "../../contract/promise/type-at.ts";
import { hasPromisedShape } from "../../contract/validation/resources-in-body.ts";
import type { ContextUrl } from "../../odata/context-url.ts";
import { defineRule, type ExchangeContext } from "../rule.ts";
import { contextOf, contextPointer } from "./context-of.ts";

/** Whether `@odata.context` speaks of a list or of one resource, against what the body is. */
export const contextShape = defineRule("odata/context-shape", {
  promise: "The context of a list is that of a collection, and the context of one resource is none.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  judge(context) {
    const found = contextOf(context);
    const { type } = context.promised;
    const body = context.response.body?.json?.value;
    // A list in the place of a resource, or the reverse, is body/shape.
    if (!found?.url || !type || !hasPromisedShape(context.contract, type, body)) return "not-applicable";
    const { url } = found;
    const pointer = contextPointer;
    if (type.collection) {
      // `Collection(driveItem)/$entity` is what some services write for a list.
      if (!url.entity || url.type !== undefined) return [];
      const message = '"@odata.context" ends in "/$entity", as of one resource; the body is a collection';
      return [{ status: "fail", message, span: found.span, pointer }];
    }
    if (url.entity) return [];
    const isList = isCollection(context, url);
    if (isList === undefined) return "not-applicable";
    if (!isList) return [];
    const message = url.type
      ? `"@odata.context" names the collection ${url.type}; the body is one resource`
      : `"@odata.context" names the collection ${url.segments.join("/")}; the body is one of it, which "/$entity" says`;
    return [{ status: "fail", message, span: found.span, pointer }];
  },
});

/**
 * Undefined where nobody says whether the path leads to one resource or to several. A context that names only the end
 * of what was asked for, and leads nowhere by itself, means what was asked for.
 */
function isCollection(context: ExchangeContext, { type, segments }: ContextUrl): boolean | undefined {
  if (type !== undefined) return /^Collection\(/i.test(type);
  const { contract, url } = context;
  const path = `/${segments.join("/")}`;
  const asked = `/${url.segments.join("/")}`;
  const named = typeAtPath(contract, path);
  if (named || !asked.toLowerCase().endsWith(path.toLowerCase())) return named?.collection;
  return typeAtPath(contract, asked)?.collection;
}
