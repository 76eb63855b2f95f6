import { nearestName } from "../../base/nearest-name.ts";
import type { Operation } from "../../contract/contract.ts";
import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { type PathToken, requestTokens, templateTokens } from "../../contract/path/path-tokens.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";

/** Where a created resource is said to be. */
export const location = defineRule("http/location", {
  promise: "The Location of what was created is in the collection that the request was sent to.",
  weighs: { documented: "warning" },
  judge(context) {
    const { exchange, operation, response, url } = context;
    const header = response.headers.find(({ name }) => name.toLowerCase() === "location");
    if (response.status !== 201 || exchange.request.method !== "POST" || !header || !operation)
      return "not-applicable";
    const told = readRequestUrl(header.value);
    const template = templateTokens(operation.path);
    const [asked, found] = [requestTokens(url.segments), requestTokens(told.segments)];
    // Another way to the same resource has another form; which of them lead to it nobody knows.
    const isAlike = template.length === asked.length && found.length === asked.length + 1;
    if (!isAlike || (told.host !== "" && !isGraphHost(told.host))) return "not-applicable";
    const at = template.findIndex((token, index) => differ(token, asked[index], found[index]));
    if (at < 0) return [];
    const own = asked[at]?.written ?? asked[at]?.text ?? "";
    const other = found[at]?.written ?? found[at]?.text ?? "";
    const failure = { status: "fail", span: header.span } as const;
    if (template[at]?.kind === "key") {
      const message = `the Location is below "${other}"; the request was sent to "${own}"`;
      return [{ ...failure, message }];
    }
    if (at < template.length - 1) return "not-applicable";
    return otherCollection(context, operation, { own, other }).map(
      (message): Outcome => ({ ...failure, message }),
    );
  },
});

function differ(template: PathToken, asked: PathToken | undefined, found: PathToken | undefined): boolean {
  if (!asked || !found) return false;
  const [own, other] = [asked.written ?? asked.text, found.written ?? found.text];
  if (template.kind === "key" && ([own, other].some(isUnsaid) || formOf(own) !== formOf(other))) return false;
  return own.toLowerCase() !== other.toLowerCase();
}

/** What stands for any key: `{id}`, `user-id`, `...`. */
function isUnsaid(key: string): boolean {
  return isPlaceholder(key) || !/\d/.test(key);
}

/** A user is at hand by a GUID and by an address: keys of another form may be of the same resource. */
function formOf(key: string): string {
  return key.replace(/[A-Za-z0-9]/g, "x");
}

/** Another collection is one whose resources are of another type, or that is none at all and spelt nearly alike. */
function otherCollection(
  { contract }: ExchangeContext,
  { path }: Operation,
  { own, other }: { readonly own: string; readonly other: string },
): string[] {
  const [type, otherType] = [path, `/${[...splitPath(path).slice(0, -1), other].join("/")}`].map(
    (one) => typeAtPath(contract, one)?.name,
  );
  const message = `the Location is in "${other}"; the request was sent to "${own}"`;
  if (otherType !== undefined && type !== undefined) return otherType === type ? [] : [message];
  return otherType === undefined && nearestName(other, [own]) !== undefined ? [message] : [];
}
