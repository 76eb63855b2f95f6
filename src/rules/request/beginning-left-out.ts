import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { examplesOfPage } from "../../contract/page-content.ts";
import { matchTemplate } from "../../contract/path/match-template.ts";
import type { RequestTemplate } from "../../docs/page.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { citedTemplate } from "../cited.ts";
import type { Outcome, RequestContext } from "../rule.ts";

/**
 * `GET /workbook/names` documents the end of `GET /me/drive/items/{id}/workbook/names`: what it begins with was left
 * out of the page's HTTP request. The example is right, and the template is no path of Graph: one finding, at the
 * template, with the first example that shows it.
 */
export function beginningLeftOut(
  { exchange: { request, file }, contract }: RequestContext,
  templates: readonly RequestTemplate[],
): Outcome[] | undefined {
  const end = documentedEnd(contract, request, templates);
  if (!end) return undefined;
  const { method, path } = end.template;
  const isShown = examplesOfPage(contract, file).some(
    (other) =>
      other.request.location.line < request.location.line &&
      documentedEnd(contract, other.request, templates)?.template === end.template,
  );
  if (isShown) return [];
  const [first = ""] = namesOf(path);
  return [
    {
      status: "fail",
      severity: "warning",
      message: `"${method} ${path}" is no path of Graph; the example asks for it behind "/${end.begun}"`,
      span: citedTemplate(end.template).span,
      advice: "document the path from its beginning on",
      cause: { id: `path-end /${first}`, sentence: `paths that begin with "/${first}" lack their beginning` },
    },
  ];
}

interface DocumentedEnd {
  readonly template: RequestTemplate;
  readonly begun: string;
}

function documentedEnd(
  contract: Contract,
  { method, url }: HttpRequest,
  templates: readonly RequestTemplate[],
): DocumentedEnd | undefined {
  const { segments } = readRequestUrl(url);
  if (matchTemplate(templates, method, segments)?.beyond.length === 0) return undefined;
  for (let from = 1; from < segments.length; from++) {
    const match = matchTemplate(templates, method, segments.slice(from));
    const [first = "", ...others] = namesOf(match?.template.path ?? "");
    // A name alone, a key, or what other paths begin with, too, says nothing.
    if (!match || match.beyond.length > 0 || others.length === 0 || !/^[a-z]+$/i.test(first)) continue;
    if (!isBeginning(contract, segments[0] ?? "") || isBeginning(contract, first)) continue;
    return { template: match.template, begun: segments.slice(0, from).join("/") };
  }
  return undefined;
}

function namesOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** True for the first name of a path that some example asks for. */
function isBeginning(contract: Contract, name: string): boolean {
  return firstNames(contract).has(name.toLowerCase());
}

const firstNames = onceFor(
  ({ examples }: Contract): ReadonlySet<string> =>
    new Set(
      examples.flatMap(({ request }) => {
        const { host, segments } = readRequestUrl(request.url);
        return host === "" ? [] : (segments[0]?.toLowerCase() ?? []);
      }),
    ),
);
