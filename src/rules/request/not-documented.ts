import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { operationId } from "../../contract/path/match-operation.ts";
import { matchTemplate } from "../../contract/path/match-template.ts";
import type { RequestTemplate } from "../../docs/page.ts";
import { readSegment, splitPath } from "../../odata/path-segments.ts";
import { citation } from "../body/judged-violations.ts";
import { citedTemplate } from "../cited.ts";
import { misspeltName } from "../metadata/path-nowhere.ts";
import { defineRequestRule, type Outcome, type RequestContext } from "../rule.ts";
import { beginningLeftOut } from "./beginning-left-out.ts";
import { urlSpan } from "./url-span.ts";

/** The method and path of an example against the HTTP requests that its page documents. */
export const notDocumented = defineRequestRule("request/not-documented", {
  promise: "The method and the path of an example are among the HTTP requests of its page.",
  weighs: { documented: "error" },
  judge(context) {
    const { contract, exchange, page, url } = context;
    const { request } = exchange;
    const templates = page?.operation?.requests ?? [];
    if (url.host !== "" && !isGraphHost(url.host) && isMeantForGraph(context)) {
      const message = `the URL goes to ${url.host}, which is no public Graph endpoint`;
      return [{ status: "fail", message, span: urlSpan(request) }];
    }
    if (templates.length === 0) return "not-applicable";
    const match = matchTemplate(templates, request.method, url.segments);
    // A request without a host is a template itself; one to another host is a callback or an upload.
    if (!isGraphHost(url.host) && (url.host !== "" || match || !isOfOtherMethod(templates, url.segments)))
      return "not-applicable";
    if (match?.beyond.length === 0)
      return [
        ...calledInVain(context, match.template),
        ...otherLetters(context, match.template, templates),
        ...otherKey(context, templates),
      ];
    const path = `/${url.segments.join("/")}`;
    const span = urlSpan(request);
    const shown = exchange.file.split("/").at(-1);
    const cause = { id: `not-documented ${shown} ${rootOf(request.method, url.segments)}` };
    if (match) {
      const { method, path: documented } = match.template;
      const added = url.segments.slice(-match.beyond.length).join("/");
      const message = `the page documents "${method} ${documented}", but not "/${added}" behind it`;
      return [
        { status: "fail", severity: "warning", message, span, promise: citedTemplate(match.template), cause },
      ];
    }
    const end = beginningLeftOut(context, templates);
    if (end) return end;
    // metadata/operation says it, at the template.
    if (templates.some((template) => misspeltName(contract, template, request))) return [];
    const message = `"${request.method} ${path}" is no HTTP request of the page; it documents ${listed(templates)}`;
    return [{ status: "fail", message, span, promise: templates[0] && citedTemplate(templates[0]), cause }];
  },
});

/** True where a page documents just this path for another method. */
function isOfOtherMethod(templates: readonly RequestTemplate[], segments: readonly string[]): boolean {
  const methods = new Set(templates.map(({ method }) => method));
  return [...methods].some((method) => matchTemplate(templates, method, segments)?.beyond.length === 0);
}

/** An action has its parameters in the body: where its template has no parentheses, neither has its call. */
function calledInVain({ exchange: { request }, url }: RequestContext, template: RequestTemplate): Outcome[] {
  const called = url.segments.at(-1)?.endsWith("()") === true;
  if (request.method !== "POST" || !called || /\)\s*$/.test(template.path)) return [];
  const [path = ""] = request.url.split("?");
  const at = path.lastIndexOf("()");
  const span = urlSpan(request, at, 2);
  const message = `the action is called with parentheses; the page documents "POST ${template.path}"`;
  const fix = at > 0 && span !== request.target ? { edits: [{ span, text: "" }] } : undefined;
  return [{ status: "fail", message, span, fix, promise: citedTemplate(template) }];
}

/**
 * A resource asked for by a key that has a name, where the page has such keys of the same collection and not this one:
 * `/lamps(serial='7')` on a page of `/lamps/{id}` and `/lamps(room='{room}')`.
 */
function otherKey({ exchange: { request }, url }: RequestContext, templates: readonly RequestTemplate[]) {
  const documented = templates.flatMap(({ path }) => splitPath(path).flatMap(namedKey));
  return url.segments.flatMap(namedKey).flatMap(({ of, name }): Outcome[] => {
    const keys = documented.filter((key) => key.of.toLowerCase() === of.toLowerCase()).map((key) => key.name);
    if (keys.length === 0 || keys.some((key) => key.toLowerCase() === name.toLowerCase())) return [];
    const known = [...new Set(keys)].map((key) => `"${key}"`).join(" and ");
    const message = `the page documents no key "${name}" of ${of}; it documents ${known}`;
    return [{ status: "fail", severity: "warning", message, span: urlSpan(request) }];
  });
}

/** `lamps(room='{room}')` */
function namedKey(segment: string): { readonly of: string; readonly name: string }[] {
  const { name: of, arguments: given = "" } = readSegment(segment);
  const [, name] = /^(\w+)=[^=,()]+$/.exec(given) ?? [];
  return name === undefined || !/^\w+$/.test(of) ? [] : [{ of, name }];
}

/** A name of the path in other letters than every template of the page has for it: a service takes it all the same. */
function otherLetters(
  { exchange: { request } }: RequestContext,
  template: RequestTemplate,
  templates: readonly RequestTemplate[],
): Outcome[] {
  const names = new Map(
    templates
      .flatMap(({ path }) => path.split("/"))
      .filter((name) => /^\$?[A-Za-z]+$/.test(name))
      .map((name) => [name, name.toLowerCase()] as const),
  );
  const lower = new Set(template.path.split("/").map((name) => name.toLowerCase()));
  const [path = ""] = request.url.split("?");
  const wrong = [...path.matchAll(/(?<=[^/:]\/)\$?[A-Za-z]+(?=\/|$)/g)].flatMap(({ 0: written, index }) => {
    const folded = written.toLowerCase();
    const meant = [...names].find(([, other]) => other === folded)?.[0];
    if (names.has(written) || !lower.has(folded) || meant === undefined) return [];
    const span = urlSpan(request, index, written.length);
    // Small letters alone may as well be the slip of the template.
    const isSure = span !== request.target && (meant !== folded || /^[A-Z]/.test(written));
    return [{ written, meant, span, isSure }];
  });
  const [first] = wrong;
  if (!first) return [];
  const { written, meant, span } = first;
  const message = `"${written}" stands in the path; the page writes "${meant}"${citation(template.location)}`;
  const edits = wrong.map((each) => ({ span: each.span, text: each.meant }));
  const fix = wrong.every(({ isSure }) => isSure) ? { edits } : undefined;
  return [
    { status: "fail", severity: "warning", message, span, meant, fix, promise: citedTemplate(template) },
  ];
}

/** By the host's name, or because the page documents exactly this path: no callback has that. */
function isMeantForGraph({ exchange, page, url }: RequestContext): boolean {
  if (/(?:^|\.)graph\.microsoft\.|microsoftgraph/.test(url.host)) return true;
  const templates = page?.operation?.requests ?? [];
  const match = matchTemplate(templates, exchange.request.method, url.segments);
  return match?.beyond.length === 0 && !/[{}<>]/.test(url.host);
}

/** The request with its keys emptied, as far as keys can be told from names. */
function rootOf(method: string, segments: readonly string[]): string {
  const emptied = segments.map((segment) => (/^[a-z$][\w$.]*(?:\(|$)/i.test(segment) ? segment : "{}"));
  return operationId(method, `/${emptied.join("/")}`);
}

function listed(templates: readonly RequestTemplate[]): string {
  const [first, ...others] = templates.map(
    ({ method, path, location }) => `"${method} ${path}"${citation(location)}`,
  );
  return others.length === 0 ? `${first}` : `${first} and ${others.length} more`;
}
