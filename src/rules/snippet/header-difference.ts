import type { SnippetCall } from "../../docs/snippets/snippet-call.ts";
import { type HttpRequest, headerValue } from "../../http/http-message.ts";

/** Headers that change what is asked for; the others are the library's business, or the sign-in's. */
const headers = ["ConsistencyLevel", "If-Match", "If-None-Match", "Prefer"] as const;

/** The first header that a snippet's call sends and the documented request does not, or otherwise. */
export function headerDifference(call: SnippetCall, request: HttpRequest): string | undefined {
  // Commands have switches for some headers, and for others none.
  const isCommand = call.path.form === "names" || call.path.form === "word";
  for (const name of isCommand ? (["ConsistencyLevel"] as const) : headers) {
    const there = headerValue(request, name);
    const called = call.headers[name.toLowerCase()];
    if (there === undefined && (called === undefined || isCommand)) continue;
    if (called === undefined) return `does not send the request's header ${name}`;
    if (there === undefined) return `sends the header ${name}, which the request does not`;
    if (!isSameValue(name, called, there, request)) {
      return `has "${called}" for the header ${name}; the request has "${there}"`;
    }
  }
  return undefined;
}

/** What an entity tag is, each may make up; of other headers the value is what is asked for. */
function isSameValue(name: string, called: string, there: string, request: HttpRequest): boolean {
  if (name.startsWith("If-")) return true;
  // A variable stands for whatever it holds; of a header that is there twice the one may be sent and not the other.
  const times = request.headers.filter((header) => header.name.toLowerCase() === name.toLowerCase());
  return times.length > 1 || /^[$&]?\w*[vV]ar\w*$/.test(called) || normal(called) === normal(there);
}

/** Preferences in any order; quotation marks, escapes and letter case make no other value. */
function normal(value: string): string {
  const parts = value
    .toLowerCase()
    .replace(/[\\"'\s{}<>]/g, "")
    .split(/[,;]/);
  return [...new Set(parts.filter((part) => part !== ""))].sort().join(",");
}
