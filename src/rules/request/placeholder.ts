import { decoded } from "../../base/decoded.ts";
import { pageName } from "../../docs/page-name.ts";
import { isGuid } from "../../odata/edm-format.ts";
import { defineRequestRule } from "../rule.ts";
import { urlSpan } from "./url-span.ts";

/** What an author left to the reader in a URL. */
export const placeholder = defineRequestRule("request/placeholder", {
  promise: "The URL of an example can be sent as it is: it has values, no placeholders.",
  weighs: { documented: "info" },
  judge({ exchange }) {
    const { request } = exchange;
    const url = decoded(request.url);
    // {id}, {{id}}, <id>; not the GUID within an extended property's name, nor a JSON value.
    const found = [...url.matchAll(/\{+[^{}/&?]*\}+|<[^<>/&?=]+>/g)]
      .filter(
        ({ 0: text, index }) => !isGuid(text.replace(/[{}]/g, "")) || isSegment(url, index, text.length),
      )
      .map(([text]) => text)
      .filter((text) => !/[:"]/.test(text));
    const names = [...new Set(found)];
    const [first] = names;
    if (first === undefined) return [];
    const one = names.length === 1;
    const message = `the URL has ${one ? "a placeholder" : "placeholders"} where ${one ? "a value" : "values"} should stand: ${names.join(", ")}`;
    const span = urlSpan(request, request.url.indexOf(first), first.length);
    const cause = { id: `placeholder ${pageName(exchange.file)} ${names.join(", ")}` };
    return [{ status: "fail", message, span, cause }];
  },
});

function isSegment(url: string, index: number, length: number): boolean {
  return url[index - 1] === "/" && /^(?:[/?]|$)/.test(url.slice(index + length));
}
