import { isObject } from "../../base/is-object.ts";
import { contradictingKeys } from "../../contract/path/compare-paths.ts";
import { hostName, isGraphHost } from "../../contract/path/graph-hosts.ts";
import { readSegment } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { isReadableAt } from "../body/readable-body.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";

/** The links to the next page and to later changes. */
export const nextLink = defineRule("odata/next-link", {
  promise:
    "`@odata.nextLink` and `@odata.deltaLink` are absolute and lead on within the resource that was asked for.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "no list had a link to a next page",
  judge(context) {
    const value = context.response.body?.json?.value;
    if (!isObject(value)) return "not-applicable";
    // Of a link that was cut off nobody knows where it leads.
    const links = ["@odata.nextLink", "@odata.deltaLink", "@nextLink", "@deltaLink"].filter(
      (name) => typeof value[name] === "string" && isReadableAt(context, `/${name}`),
    );
    if (links.length === 0) return "not-applicable";
    return links.flatMap((name) => judgeLink(context, name, String(value[name])));
  },
});

function judgeLink(context: ExchangeContext, name: string, link: string): Outcome[] {
  const { exchange, url } = context;
  const pointer = `/${name}`;
  const span = context.locate(pointer);
  const fail = (problem: string): Outcome[] => [
    { status: "fail", message: `"${name}" ${problem}`, span, pointer },
  ];
  const next = readRequestUrl(link);
  if (context.authored && isLeftOut(link)) {
    const message = `"${name}" is a placeholder: ${link}`;
    return [{ status: "not-verified", reason: "placeholder", message, span, pointer }];
  }
  if (next.host === "") {
    // Legal JSON of OData, and not what Graph does.
    const severity = context.authored ? undefined : "warning";
    return [{ status: "fail", severity, message: `"${name}" is relative: "${link}"`, span, pointer }];
  }
  const host = hostName(next.host);
  const asked = hostName(url.host);
  if (host !== asked && (isGraphHost(asked) || !isGraphHost(host))) {
    return fail(`leads to ${next.host}, not to ${asked || "Graph"}`);
  }
  // A request to the wrong version is request/version; a link within the right one is right.
  const versions = [url.version.toLowerCase(), exchange.version];
  if (!versions.includes(next.version.toLowerCase())) {
    return fail(`leads to ${next.version || "no version"}; the request is of ${exchange.version}`);
  }
  const mark = wrongMark(link);
  if (mark) return fail(mark);
  const other = otherResource(url.segments, next.segments);
  if (other) return fail(`leads to another resource: ${other}`);
  if (
    name.endsWith("nextLink") &&
    sameRequest(readRequestUrl(exchange.request.url), next) &&
    exchange.request.method === "GET"
  ) {
    return fail("leads back to the request itself");
  }
  return [];
}

/** Cut short or left to the reader: `https://...`, `https://graph.microsoft.com/v1.0/users?{token}`. */
function isLeftOut(link: string): boolean {
  const path = link.split("?")[0] ?? "";
  return /\.\.\.|…|[{}<>]/.test(path) || !/\//.test(link);
}

/**
 * A query whose first character shows that its "?" stands in the wrong place, or that another one stands there
 * (RFC 3986, section 3.4; OData URL Conventions 4.01, section 4.2).
 */
function wrongMark(link: string): string | undefined {
  const [path = "", query = ""] = link.split("?");
  if (query.startsWith("(")) return 'has "?" between the name of a function and its parameters';
  const [option] = /&[$\w]+(?==)/.exec(path.replace(/\([^)]*\)/g, "")) ?? [];
  return option && `has "${option}" where "?${option.slice(1)}" begins the options`;
}

/** Paths are compared by their last name, since a service may write the ones before in another way. */
function otherResource(asked: readonly string[], next: readonly string[]): string | undefined {
  const [key] = contradictingKeys(asked, next);
  if (key) return `${key.name}/${key.given}; the request asks for ${key.name}/${key.asked}`;
  const end = lastName(next);
  const wanted = lastName(asked);
  return end === wanted || wanted === "" ? undefined : `it ends in "${end}", the request in "${wanted}"`;
}

/** Of functions the name alone; a cast may be spelled out or not. */
function lastName(segments: readonly string[]): string {
  const names = segments.map((segment) => readSegment(segment).name.toLowerCase());
  const own = names.filter((name) => !/^microsoft\.graph\.(?!delta)/.test(name));
  return own.at(-1)?.replace(/^microsoft\.graph\./, "") ?? "";
}

type Url = ReturnType<typeof readRequestUrl>;

function sameRequest(one: Url, other: Url): boolean {
  const text = (url: Url) =>
    [url.segments.join("/"), ...[...url.options].map((pair) => pair.join("=")).sort()]
      .join("\n")
      .toLowerCase();
  return text(one) === text(other);
}
