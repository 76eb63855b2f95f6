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
    if (url.version.toLowerCase() === exchange.version) return [];
    const named = url.version === "" ? "no version" : `"${url.version}"`;
    const message = `the URL names ${named}; the page is of ${exchange.version}`;
    const at = url.version === "" ? 0 : request.url.indexOf(url.version);
    const span = urlSpan(request, at, url.version.length);
    const meant = exchange.version;
    const fix =
      url.version === "" || span === request.target ? undefined : { edits: [{ span, text: meant }] };
    return [{ status: "fail", message, span, meant, fix }];
  },
});
