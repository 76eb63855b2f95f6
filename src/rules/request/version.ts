import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { defineRequestRule } from "../rule.ts";
import { urlSpan } from "./url-span.ts";

/** The version in an example's URL. */
export const version = defineRequestRule("request/version", {
  promise: "The URL of an example names the version of its page.",
  weighs: { documented: "warning" },
  judge({ exchange, url }) {
    const { request } = exchange;
    const absolute = isGraphHost(url.host);
    if ((!absolute && url.host !== "") || (!absolute && url.version === "")) return "not-applicable";
    if (url.version === exchange.version) return [];
    const named = url.version === "" ? "no version" : `"${url.version}"`;
    const message = `the URL names ${named}; the page is of ${exchange.version}`;
    const meant = exchange.version;
    if (url.version === "") return [{ status: "fail", message, span: request.target, meant }];
    const span = urlSpan(request, request.url.indexOf(url.version), url.version.length);
    const fix = span === request.target ? undefined : { edits: [{ span, text: meant }] };
    return [{ status: "fail", message, span, meant, fix }];
  },
});
