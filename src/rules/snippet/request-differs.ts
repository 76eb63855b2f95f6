import { isObject } from "../../base/is-object.ts";
import type { Span } from "../../base/span.ts";
import { spanAt } from "../../base/span.ts";
import type { Contract } from "../../contract/contract.ts";
import { contractFact } from "../../contract/contract-fact.ts";
import { onceForParts } from "../../contract/once-for-parts.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { matchTemplate } from "../../contract/path/match-template.ts";
import type { Folder } from "../../docs/folder.ts";
import { linkTarget } from "../../docs/link-target.ts";
import type { Page } from "../../docs/page.ts";
import type { PageSnippet } from "../../docs/snippets/page-snippets.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { linkSpan } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { differenceOf } from "./call-difference.ts";
import { plain } from "./names-of-path.ts";
import type { Names } from "./path-difference.ts";

interface Shown {
  readonly snippet: PageSnippet;
  /** Where the page shows it. */
  readonly span: Span;
}

/** An SDK snippet against the HTTP example beside it. */
export const requestDiffers = definePageRule("snippet/request-differs", {
  promise: "Every SDK snippet makes the request that the HTTP example beside it shows.",
  weighs: { documented: "error" },
  judge({ page, folder, contract }) {
    if (page.kind === "include" || page.examples.length === 0) return "not-applicable";
    const shown = snippetsOf(page, folder);
    const names = namesOn(page, contract);
    const outcomes = shown.map((one) => ({ one, said: outcomesOf(one, page, names, contract) }));
    return outcomes.every(({ said }) => said === undefined)
      ? "not-applicable"
      : outcomes.flatMap(({ said }) => said ?? []);
  },
});

function snippetsOf(page: Page, folder: Folder): Shown[] {
  const included = page.includes.flatMap((include): Shown[] => {
    if (!/\/snippets\//i.test(include.target)) return [];
    const linked = linkTarget(page.file, include.target);
    const there = linked && folder.page(linked.file);
    return (there?.snippets ?? []).map((snippet) => ({ snippet, span: linkSpan(include) }));
  });
  const own = page.snippets.map(
    (snippet): Shown => ({ snippet, span: spanAt(snippet.location, snippet.length) }),
  );
  return [...own, ...included];
}

function outcomesOf(
  { snippet, span }: Shown,
  page: Page,
  names: Names,
  contract: Contract,
): Outcome[] | undefined {
  const requests = requestsBefore(span.start.line, page);
  if (requests.length === 0) return undefined;
  const { language, reading } = snippet;
  if ("unread" in reading) {
    const message = `the ${language} snippet is not judged: ${reading.unread}`;
    return [{ status: "not-verified", reason: "unreadable", message, span }];
  }
  const differences = requests.map((request) => differenceOf(reading.call, request, names));
  // Where several requests stand above the tabs, it is enough that one is called.
  if (differences.some((difference) => difference.kind === "none")) return [];
  const last = differences.at(-1);
  const request = requests.at(-1);
  if (last?.kind === "differs" && request && isWrongItself(request, last.message, page, contract)) {
    const message = `the ${language} snippet is not judged: the request beside it is not what its page documents`;
    return [{ status: "not-verified", reason: "undocumented", message, span }];
  }
  if (last?.kind === "differs") {
    const message = `the ${language} snippet ${last.message}`;
    const cause = { id: `snippet ${page.file} ${language} ${requests.at(-1)?.url ?? ""}` };
    return [{ status: "fail", message, span, cause }];
  }
  const message = `the ${language} snippet is not judged: its path cannot be compared with the request's`;
  return [{ status: "not-verified", reason: "unreadable", message, span }];
}

/** What differs because of a path or a name that nobody documents is the request's fault, and said there. */
function isWrongItself(request: HttpRequest, message: string, page: Page, contract: Contract): boolean {
  const url = readRequestUrl(request.url);
  const templates = page.operation?.requests ?? [];
  const own = matchTemplate(templates, request.method, url.segments);
  const isKnown = own?.beyond.length === 0 || matchOperation(contract, request.method, url) !== undefined;
  if (templates.length > 0 && !isKnown) return true;
  const body: unknown = request.body?.json?.value;
  const sent = isObject(body) ? Object.keys(body) : [];
  const declared = declaredNames(contract);
  const undeclared = sent.filter((name) => declared.size > 0 && !declared.has(name.toLowerCase()));
  return undeclared.some((name) => message.includes(`"${name}"`));
}

const declaredNames = onceForParts(["types", "operations"], ({ types, operations }) => {
  const properties = Object.values(types).flatMap((type) => type.properties);
  const parameters = operations.flatMap((operation) => operation.parameters ?? []);
  return new Set([...properties, ...parameters].map(({ name }) => name.toLowerCase()));
});

/** The requests that stand above, below the same heading, and after the last response. */
function requestsBefore(line: number, page: Page): HttpRequest[] {
  const heading = page.headings.findLast(({ location }) => location.line < line)?.location.line ?? 0;
  const found = new Map<number, HttpRequest>();
  let after = heading;
  for (const { request, response } of page.examples) {
    if (response && response.location.line < line) after = Math.max(after, response.location.line);
    if (request && request.location.line < line) found.set(request.location.line, request.message);
  }
  return [...found].filter(([at]) => at > after).map(([, request]) => request);
}

/** Names of the page's own requests, and of all documented ones. */
function namesOn(page: Page, contract: Contract): Names {
  const templates = page.operation?.requests ?? [];
  return { own: plainNames(templates.map(({ path }) => path)), all: namesOf(contract) };
}

const namesOf = contractFact(
  "names of requests",
  onceForParts(["operations"], ({ operations }) => plainNames(operations.map(({ path }) => path))),
);

function plainNames(paths: readonly string[]): Set<string> {
  const segments = paths.flatMap((path) => readRequestUrl(path).segments);
  return new Set(segments.filter((segment) => !isPathParameter(segment)).map(plain));
}
