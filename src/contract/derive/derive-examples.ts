import type { Annotation } from "../../docs/block.ts";
import { annotationFlag } from "../../docs/markdown/read-annotation.ts";
import type { Page, PageExample } from "../../docs/page.ts";
import type { DeclaredResponse, Example } from "../contract.ts";
import { responseOf } from "./derive-operations.ts";
import type { TypeIndex } from "./type-index.ts";

/**
 * The examples of a page that have a request, answered or not, in the order of the page. A request that is shown
 * with several responses makes several examples; they share the request's location.
 */
export function deriveExamples(page: Page, types: TypeIndex): Example[] {
  const names = namesOf(page.examples);
  return page.examples.flatMap((example, index) => {
    const { request, response, promises } = example;
    if (!request) return [];
    const declared = response?.annotation ? declaredBy(response.annotation) : undefined;
    return [
      {
        title: example.title,
        name: names[index] ?? "",
        file: page.file,
        request: request.message,
        ...(response ? { response: response.message } : {}),
        ...(declared ? { declared } : {}),
        ...(promises ? { promises: promises.map((promise) => responseOf(promise, page, types)) } : {}),
        location: request.location,
      },
    ];
  });
}

/**
 * The annotations' names, else the titles. Names are not unique and often missing, so that one that comes again is
 * told apart by its place among its like on the page.
 */
function namesOf(examples: readonly PageExample[]): string[] {
  const names = examples.map((example) => example.name || example.title);
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return names.map((name) => {
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    return uses.get(name) === 1 ? name : `${name} (${place})`;
  });
}

function declaredBy(annotation: Annotation): DeclaredResponse {
  const { members, location } = annotation;
  const written = members["@odata.type"] ?? members["@type"];
  const inner =
    typeof written === "string" ? /^\s*Collection\s*\(\s*(.*?)\s*\)?\s*$/i.exec(written)?.[1] : undefined;
  const type = typeof written === "string" ? (inner ?? written).replace(/^#/, "").trim() : "";
  const collection = annotationFlag(members, "isCollection") ?? (inner === undefined ? undefined : true);
  const empty = annotationFlag(members, "isEmpty");
  const optional = [members.optionalProperties].flat().filter((name) => typeof name === "string");
  return {
    ...(type ? { type } : {}),
    ...(collection === undefined ? {} : { collection }),
    ...(empty === undefined ? {} : { empty }),
    ...(optional.length > 0 ? { optional } : {}),
    ...(annotationFlag(members, "expectError") ? { error: true } : {}),
    truncated: annotationFlag(members, "truncated") ?? false,
    location,
  };
}
