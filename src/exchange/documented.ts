import type { Annotation } from "../docs/block.ts";
import { annotationFlag } from "../docs/markdown/annotation-flag.ts";
import type { Page, PageExample } from "../docs/page.ts";
import type { DeclaredResponse, Exchange } from "../rules/exchange.ts";

/**
 * The exchanges that a page documents: every example with a request, answered or not. A request that is shown with
 * several responses makes several exchanges; they share the request's location.
 */
export function documentedExchanges(page: Page): Exchange[] {
  return page.examples.flatMap((example) => {
    const { request, response } = example;
    if (!request) return [];
    const declared = response?.annotation ? declaredBy(response.annotation) : undefined;
    return [
      {
        source: "documented",
        version: page.version,
        title: example.title,
        name: nameOf(example, page),
        file: page.file,
        request: request.message,
        ...(response ? { response: response.message } : {}),
        ...(declared ? { declared } : {}),
        location: request.location,
      },
    ];
  });
}

/** The annotation's name; names are not unique and often missing, so the title and the place in the page help. */
function nameOf(example: PageExample, page: Page): string {
  const alike = page.examples.filter(
    (other) => (other.name || other.title) === (example.name || example.title),
  );
  const name = example.name || example.title;
  return alike.length > 1 ? `${name} (${alike.indexOf(example) + 1})` : name;
}

function declaredBy(annotation: Annotation): DeclaredResponse {
  const { members, location } = annotation;
  const written = members["@odata.type"] ?? members["@type"];
  const inner =
    typeof written === "string" ? /^\s*Collection\s*\(\s*(.*?)\s*\)?\s*$/i.exec(written)?.[1] : undefined;
  const type = typeof written === "string" ? (inner ?? written).replace(/^#/, "").trim() : "";
  const collection = annotationFlag(members, "isCollection") ?? (inner === undefined ? undefined : true);
  const empty = annotationFlag(members, "isEmpty");
  return {
    ...(type ? { type } : {}),
    ...(collection === undefined ? {} : { collection }),
    ...(empty === undefined ? {} : { empty }),
    truncated: annotationFlag(members, "truncated") ?? false,
    location,
  };
}
