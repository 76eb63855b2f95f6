import { decoded } from "../../base/decoded.ts";
import type { Span } from "../../base/span.ts";
import { metadataCapability } from "../../contract/capability/metadata-capability.ts";
import type { QueryOptions } from "../../docs/page.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { citedOptions } from "../cited.ts";
import { defineRequestRule, type Outcome } from "../rule.ts";
import { undocumented } from "../unjudged.ts";
import { urlSpan } from "./url-span.ts";

/** The OData query options that a page can list; the service itself adds its tokens to links. */
const listable = new Set([
  "$apply",
  "$count",
  "$expand",
  "$filter",
  "$orderby",
  "$search",
  "$select",
  "$skip",
  "$top",
]);

/** Legal on any URL, and listed by no page. */
const unlisted = new Set([
  "$compute",
  "$deltatoken",
  "$format",
  "$id",
  "$index",
  "$levels",
  "$schemaversion",
  "$skiptoken",
]);

/** The query options of an example against those that its page lists. */
export const optionNotSupported = defineRequestRule("request/option-not-supported", {
  promise: "An example uses only query options that its page supports.",
  weighs: { documented: "error" },
  judge(context) {
    const {
      exchange: { request },
      operation,
      contract,
      page,
      url,
    } = context;
    const used = [...url.options.keys()].filter((name) => name.startsWith("$") && !unlisted.has(name));
    if (used.length === 0) return "not-applicable";
    const first = optionSpan(request, used[0] ?? "");
    if (!operation) return [undocumented(context, "whether its query options are supported is", first)];
    const supported = supportedBy(operation.queryOptions);
    const inTemplates = page?.operation?.requests.map(({ query }) => query.toLowerCase()).join("&") ?? "";
    const wrong = used.flatMap((name): Outcome[] => {
      if (listable.has(name) && (supported === undefined || supported.has(name))) return [];
      if (inTemplates.includes(name.slice(1))) return [];
      const span = optionSpan(request, name);
      const cause = { id: `option-not-supported ${operation.id} ${name}` };
      const promise = citedOptions(operation.queryOptions);
      const pointer = `/query/${writtenName(request, name)}`;
      return [{ status: "fail", message: messageFor(name, supported), span, cause, promise, pointer }];
    });
    if (wrong.length > 0 || operation.queryOptions.kind !== "unsaid") return wrong;
    const open = used.filter((name) => metadataCapability(contract, operation.path, name) !== true);
    if (open.length === 0) return [];
    const message = `whether ${open.map((name) => `"${name}"`).join(", ")} is supported is not known: the page does not say`;
    return [{ status: "not-verified", reason: "undocumented", message, span: first }];
  },
});

/** The name of the option in the URL; in there its `$` may be escaped or left out. */
function optionSpan(request: HttpRequest, name: string): Span {
  const { url } = request;
  const offset = optionOffset(url, name);
  return urlSpan(request, offset, /^[^=&]*/.exec(url.slice(offset))?.[0].length);
}

function optionOffset(url: string, name: string): number {
  const bare = name.slice(1).replace(/[^\w]/g, "\\$&");
  return url.search(new RegExp(`[?&](?:\\$|%24)?${bare}(?![\\w$])`, "i")) + 1;
}

/** The name in the letters of the page, with its `$`. */
function writtenName({ url }: HttpRequest, name: string): string {
  const offset = optionOffset(url, name);
  const written = offset > 0 ? decoded(/^[^=&]*/.exec(url.slice(offset))?.[0] ?? "").trim() : "";
  return written === "" ? name : written.startsWith("$") ? written : `$${written}`;
}

/** Undefined when the page says nothing, or that it supports query options in general. */
function supportedBy(options: QueryOptions): ReadonlySet<string> | undefined {
  if (options.kind === "listed") return new Set(options.options);
  return options.kind === "none" ? new Set() : undefined;
}

function messageFor(name: string, supported: ReadonlySet<string> | undefined): string {
  if (!listable.has(name)) return `"${name}" is no OData query option`;
  if (supported === undefined || supported.size === 0)
    return `"${name}" is used; the page says that query options are not supported`;
  return `"${name}" is used; the page supports ${[...supported].join(", ")}`;
}
