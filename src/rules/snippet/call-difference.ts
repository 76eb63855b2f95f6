import { decoded } from "../../base/decoded.ts";
import type { SnippetCall } from "../../docs/snippets/snippet-call.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { headerDifference } from "./header-difference.ts";
import { plain } from "./names-of-path.ts";
import { isSamePath, type Names } from "./path-difference.ts";

export type Difference =
  | { readonly kind: "none" | "unknown" }
  | { readonly kind: "differs"; readonly message: string };

/** Options whose value is a set of names. */
const sets = new Set(["$select"]);
const compared = ["$select", "$expand", "$filter", "$orderby", "$search", "$top", "$skip", "$count"] as const;
/** What a snippet's call asks for that the documented request does not, or the reverse; the first difference alone. */
export function differenceOf(call: SnippetCall, request: HttpRequest, names: Names): Difference {
  const url = readRequestUrl(request.url);
  const same = isSamePath(call.path, url.segments, names);
  const path = `/${url.segments.join("/")}`;
  if (same === false && isPropertyOf(call, url.segments, names)) return { kind: "unknown" };
  if (same === false) return differs(`calls ${pathOf(call)}; the request is "${request.method} ${path}"`);
  if (call.method !== "" && call.method !== request.method) {
    return differs(`sends ${call.method}; the request is "${request.method} ${path}"`);
  }
  if (call.methods && !call.methods.includes(request.method)) {
    return differs(
      `calls ${pathOf(call)}, which sends no ${request.method}; the request is "${request.method} ${path}"`,
    );
  }
  if (same === undefined) return { kind: "unknown" };
  const message =
    optionDifference(call, url.options) ?? headerDifference(call, request) ?? bodyDifference(call, request);
  return message === undefined ? { kind: "none" } : differs(message);
}

/** Some SDKs have no path to a property: their code asks for its owner with it alone, or sends its owner. */
function isPropertyOf(call: SnippetCall, segments: readonly string[], names: Names): boolean {
  const { path, options, body } = call;
  if (path.form !== "chain") return false;
  return [1, 2].some((dropped) => {
    const name = plain(segments.at(-dropped) ?? "");
    const named = (options.$select ?? "")
      .split(",")
      .concat(body ?? [])
      .map(plain);
    return name !== "" && named.includes(name) && isSamePath(path, segments.slice(0, -dropped), names);
  });
}

function differs(message: string): Difference {
  return { kind: "differs", message };
}

function pathOf({ path, method }: SnippetCall): string {
  if (path.form === "word") return `"${path.command}"`;
  const text =
    path.form === "url"
      ? `/${readRequestUrl(path.url).segments.join("/")}`
      : `/${path.steps.map(({ text, key }) => (key && !text.startsWith("{") ? `{${text}}` : text)).join("/")}`;
  return `"${method === "" ? "" : `${method} `}${text}"`;
}

function optionDifference(call: SnippetCall, shown: ReadonlyMap<string, string>): string | undefined {
  const own = call.path.form === "url" ? readRequestUrl(call.path.url).options : new Map<string, string>();
  for (const name of compared) {
    const called = call.options[name] ?? own.get(name);
    const there = shown.get(name);
    if (called === undefined && there === undefined) continue;
    if (called === undefined) return `does not send the request's ${name}, "${there}"`;
    if (there === undefined) return `sends ${name}, "${called}", which the request does not`;
    if (normal(name, called) !== normal(name, there))
      return `has "${called}" for ${name}; the request has "${there}"`;
  }
  // Commands have switches for an operation's own options that are not read.
  if (call.path.form === "names" || call.path.form === "word") return undefined;
  const sent = new Set([...Object.keys(call.options), ...own.keys()].map(plain));
  const missing = [...shown].find(([name]) => /^[a-z]\w*$/i.test(name) && !sent.has(plain(name)));
  return missing && `does not send the request's ${missing[0]}, "${missing[1]}"`;
}

/** Escapes, blanks, letter case and the quotation marks of a search make no other request. */
function normal(name: string, value: string): string {
  const plainer = decoded(value.replaceAll("+", " "))
    .replace(/\\(["'])/g, "$1")
    .replace(/\s+/g, "")
    .toLowerCase();
  if (name === "$search") return plainer.replaceAll('"', "");
  if (!sets.has(name)) return plainer;
  return [...new Set(plainer.split(",").filter((one) => one !== ""))].sort().join(",");
}

function bodyDifference(call: SnippetCall, request: HttpRequest): string | undefined {
  const shown: unknown = request.body?.json?.value;
  // The code of a reference names the object, not the reference.
  if (/\/\$ref(?:[?#]|$)/i.test(request.url)) return undefined;
  if (!call.body || typeof shown !== "object" || shown === null || Array.isArray(shown)) return undefined;
  const documented = Object.keys(shown).filter((name) => !name.startsWith("@"));
  const sent = call.body.filter((name) => !/^@|^odata_?type$/i.test(name));
  const missing = documented.find((name) => !sent.some((one) => isMember(name, one)));
  const more = sent.find((name) => !documented.some((one) => isMember(one, name)));
  if (missing !== undefined) return `does not send the body's "${missing}"`;
  return more === undefined ? undefined : `sends "${more}", which the request's body does not have`;
}

/** A member of the name of its class has another one in C#: `ListInfo` for `list`. */
function isMember(documented: string, sent: string): boolean {
  const [one, other] = [plain(documented), plain(sent)];
  return one === other || other === `${one}info` || other === `${one}object` || other === `${one}property`;
}
