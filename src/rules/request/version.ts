import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import type { Page } from "../../docs/page.ts";
import { versionInPath } from "../../docs/page-file.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { defineRequestRule } from "../rule.ts";
import { urlSpan } from "./url-span.ts";

/** The version in an example's URL. */
export const version = defineRequestRule("request/version", {
  promise: "The URL of an example names the version of its page.",
  weighs: { documented: "warning" },
  judge({ exchange, url, page }) {
    const { request } = exchange;
    const absolute = isGraphHost(url.host);
    if ((!absolute && url.host !== "") || (!absolute && url.version === "")) return "not-applicable";
    if (url.version === exchange.version) return [];
    const named = url.version === "" ? "no version" : `"${url.version}"`;
    const message = `the URL names ${named}; the page is of ${exchange.version}`;
    const meant = exchange.version;
    if (url.version === "") return [{ status: "fail", message, span: request.target, meant }];
    const span = urlSpan(request, request.url.indexOf(url.version), url.version.length);
    const isSure =
      !isVersion(url.version) || versionInPath(exchange.file) === meant || isNamedMost(page, meant);
    const fix = span === request.target || !isSure ? undefined : { edits: [{ span, text: meant }] };
    return [{ status: "fail", message, span, meant, fix }];
  },
});

/** Where only its examples say of which version a page is, the fewer ones are wrong. */
function isNamedMost(page: Page | undefined, meant: string): boolean {
  const named = (page?.examples ?? []).flatMap(({ request }) =>
    request ? readRequestUrl(request.message.url).version : [],
  );
  const same = named.filter((version) => version === meant).length;
  return same === 0 || same >= named.filter(isVersion).length - same;
}

function isVersion(name: string): boolean {
  return name === "beta" || name === "v1.0";
}
