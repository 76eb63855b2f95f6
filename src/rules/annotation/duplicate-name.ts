import { onceFor } from "../../base/once-for.ts";
import { type Folder, pagesAmong } from "../../docs/folder.ts";
import { acrossPages, pageFact } from "../../docs/kept/page-fact.ts";
import { linkTarget } from "../../docs/link-target.ts";
import { annotationSpan } from "../../docs/markdown/annotation-span.ts";
import type { BoundAnnotation, Page } from "../../docs/page.ts";
import { messageKind } from "../../http/read-http-message.ts";
import type { Cited } from "../assertion.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** A request whose annotation names it, with the snippets that are included under that name. */
interface NamedRequest {
  readonly page: Page;
  readonly annotation: BoundAnnotation;
  readonly name: string;
  readonly snippets: readonly string[];
}

/** Names of requests that come again. */
export const duplicateName = definePageRule("annotation/duplicate-name", {
  promise:
    "Each request of a page has a name of its own, and no other page includes the snippets of that name.",
  weighs: { documented: "info" },
  judge({ page, folder }) {
    const named = namedRequests(page);
    if (named.length === 0) return "not-applicable";
    const onPage = named.filter((one, at) => named.findIndex(({ name }) => name === one.name) < at);
    const shared = sharedIn(folder).get(page.file);
    return named.flatMap((one, at): Failure[] => {
      const other = onPage.includes(one) ? undefined : shared?.get(at);
      const there = other && folder.pages.find(({ file }) => file === other.file);
      const request = there && namedRequests(there)[other.at];
      if (request) return [withOtherCode(one, request)];
      return onPage.includes(one) ? [again(one, named)] : [];
    });
  },
});

function again({ annotation, name }: NamedRequest, named: readonly NamedRequest[]): Failure {
  const first = named.find((other) => other.name === name);
  const like = named.filter((other) => other.name === name);
  const place = like.findIndex((other) => other.annotation === annotation) + 1;
  return {
    status: "fail",
    message: `the name "${name}" is that of another request of the page, too (line ${first?.annotation.location.line})`,
    span: annotationSpan(annotation),
    promise: first && cited(first),
    cause: { id: `duplicate-name ${name} ${place}` },
  };
}

function withOtherCode({ annotation, name }: NamedRequest, other: NamedRequest): Failure {
  const file = other.page.file.slice(other.page.file.lastIndexOf("/") + 1);
  return {
    status: "fail",
    severity: "warning",
    message: `the name "${name}" is also that of a request of ${file}, and both pages include the snippets of that name: one of them shows the other's code`,
    span: annotationSpan(annotation),
    advice: "give the request a name of its own",
    promise: cited(other),
    cause: { id: `shared-name ${name}` },
  };
}

/** The other request of that name. */
function cited({ annotation }: NamedRequest): Cited {
  return { span: annotationSpan(annotation), text: `<!--${annotation.text.trimEnd()}` };
}

function namedRequests(page: Page): NamedRequest[] {
  return page.annotations.flatMap((annotation): NamedRequest[] => {
    const { name } = annotation.members;
    if (!isOfRequest(annotation) || typeof name !== "string" || name === "") return [];
    return [{ page, annotation, name, snippets: snippetsOf(page, name) }];
  });
}

/** What is called an example is one, too, where it shows a request. */
function isOfRequest({ blockType, fence }: BoundAnnotation): boolean {
  if (/^example$/i.test(blockType)) return fence !== undefined && messageKind(fence.text) === "request";
  return /^request$/i.test(blockType);
}

/** `list-lamps-csharp-snippets.md` shows the request "list_lamps". */
function snippetsOf(page: Page, name: string): string[] {
  const start = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-`;
  return page.includes.flatMap(({ target }) => {
    const file = /\/snippets\//i.test(target) ? linkTarget(page.file, target)?.file.toLowerCase() : undefined;
    const own = file?.slice(file.lastIndexOf("/") + 1).replace(/[^a-z0-9.]+/g, "-");
    return file !== undefined && own?.startsWith(start) && /^\w+-snippets\.md$/.test(own.slice(start.length))
      ? [file]
      : [];
  });
}

/** What of the named requests of a page tells whether another page includes their snippets. */
const withSnippets = pageFact("named requests", (page) =>
  namedRequests(page).map((request) => ({ snippets: request.snippets, line: requestLine(request) })),
);

/** A named request by its file, and its place among those of the page. */
interface Placed {
  readonly file: string;
  readonly at: number;
  readonly line: string;
}

/**
 * By page and place the request of an earlier page that has the same name and the same snippets, and asks for something
 * else. The same line shown on two pages has the same code.
 */
const sharedSnippets = acrossPages(
  "shared snippets",
  withSnippets,
  (read): ReadonlyMap<string, ReadonlyMap<number, Placed>> => {
    const first = new Map<string, Placed>();
    const shared = new Map<string, Map<number, Placed>>();
    for (const page of pagesAmong(read)) {
      const { file } = page;
      for (const [at, { snippets, line }] of withSnippets(page).entries()) {
        for (const snippet of snippets) {
          const other = first.get(snippet);
          if (!other) first.set(snippet, { file, at, line });
          else if (other.file !== file && other.line !== line)
            shared.set(file, (shared.get(file) ?? new Map()).set(at, other));
        }
      }
    }
    return shared;
  },
);

const sharedIn = onceFor(({ read }: Folder) => sharedSnippets(read));

function requestLine({ annotation: { fence } }: NamedRequest): string {
  const line = fence?.text.split("\n").find((text) => text.trim() !== "") ?? "";
  return line
    .trim()
    .replace(/\s+HTTP\/[\d.]+$/i, "")
    .toLowerCase();
}
