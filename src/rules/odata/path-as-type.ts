import { isObject } from "../../base/is-object.ts";
import type { ExchangeContext, Failure } from "../rule.ts";
import type { TypeAnnotation } from "./type-annotations.ts";

/** Names of types have no slash; the path of a context has one. */
export function isPath(name: string): boolean {
  return /^[\w$]+(?:\([^()]*\))?\//.test(name);
}

/**
 * The context of an answer in the place of its type. Where an author shows an answer without a context, the name of the
 * annotation is wrong, and not its value (OData JSON Format 4.01, sections 4.5.1 and 4.5.3).
 */
export function pathAsType(
  { authored, response, locate }: ExchangeContext,
  { pointer, written }: TypeAnnotation,
): Failure {
  const body = response.body?.json?.value;
  const isContext =
    authored &&
    response.status !== undefined &&
    pointer === "/@odata.type" &&
    /^https:[^#]*\$metadata#/.test(written) &&
    isObject(body) &&
    !Object.hasOwn(body, meant);
  const is = `"@odata.type" is "${written}", a path, which names no type`;
  return {
    status: "fail",
    message: isContext ? `${is}; did the page mean "${meant}"?` : is,
    span: locate(pointer),
    pointer,
    cause: { id: "type-name-path" },
    ...(isContext
      ? { meant, fix: { edits: [{ span: locate(pointer, "name"), text: JSON.stringify(meant) }] } }
      : {}),
  };
}

const meant = "@odata.context";
