import type { Contract, Example } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { examplesOfPage } from "../../contract/page-content.ts";
import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { matchTemplate } from "../../contract/path/match-template.ts";
import { type MetadataPath, metadataPath } from "../../contract/path/metadata-path.ts";
import type { Page, RequestTemplate } from "../../docs/page.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";

/** Where the metadata does not have a documented path; undefined where it has, or cannot tell. */
export function pathNowhere(
  contract: Contract,
  path: string,
): Extract<MetadataPath, { exists: false }> | undefined {
  const found = contract.metadata && metadataPath(contract.metadata, path);
  if (!found || found.exists) return undefined;
  const { segment, after } = found;
  // A page lists it as a property of the type, which is metadata/property-missing there.
  const own = after === undefined ? undefined : typeNamed(contract, after);
  const isListed = own?.properties.some(
    ({ name, unconfirmed, row }) => unconfirmed && row !== undefined && name === segment,
  );
  return isListed ? undefined : found;
}

/** The name that a template writes, and the one that an example of its page has there. */
export interface OtherName {
  readonly written: string;
  readonly meant: string;
}

/**
 * The one name in which a template differs from a request, where the metadata has the path of the request and not that
 * of the template: two witnesses say that the page misspells it.
 */
export function misspeltName(
  contract: Contract,
  template: RequestTemplate,
  request: HttpRequest,
): OtherName | undefined {
  const { host, segments } = readRequestUrl(request.url);
  const names = splitPath(template.path);
  if (request.method !== template.method || !isGraphHost(host) || names.length !== segments.length)
    return undefined;
  const [other, ...more] = names.flatMap((written, at) => {
    const meant = segments[at] ?? "";
    const isSame = !isName(written) || written.toLowerCase() === meant.toLowerCase();
    return isSame ? [] : [{ written, meant, at }];
  });
  if (!other || more.length > 0 || !isName(other.meant)) return undefined;
  const path = `/${names.with(other.at, other.meant).join("/")}`;
  const { metadata } = contract;
  if (!metadata || !metadataPath(metadata, path)?.exists || !pathNowhere(contract, template.path))
    return undefined;
  return { written: other.written, meant: other.meant };
}

/** The first example of a page that shows what a template of it means; one of another template shows that one. */
export function shownOtherwise(
  contract: Contract,
  { file, operation }: Pick<Page, "file" | "operation">,
  template: RequestTemplate,
): (OtherName & { readonly example: Example }) | undefined {
  for (const example of examplesOfPage(contract, file)) {
    const { method, url } = example.request;
    const match = matchTemplate(operation?.requests ?? [], method, readRequestUrl(url).segments);
    if (match?.beyond.length === 0) continue;
    const other = misspeltName(contract, template, example.request);
    if (other) return { ...other, example };
  }
  return undefined;
}

function isName(segment: string): boolean {
  return /^[A-Za-z][\w.]*$/.test(segment);
}
