import { isObject } from "../../base/is-object.ts";
import { onceForLast } from "../../base/once-for.ts";
import type { Span } from "../../base/span.ts";
import { hostName, isGraphHost } from "../../contract/path/graph-hosts.ts";
import { isSame, pathSteps } from "../../contract/path/path-steps.ts";
import { type ContextUrl, readContextUrl } from "../../odata/context-url.ts";
import type { Fix } from "../assertion.ts";
import { isReadableAt } from "../body/readable-body.ts";
import type { ExchangeContext } from "../rule.ts";

export const contextPointer = "/@odata.context";

/** The `@odata.context` (in 4.01 also `@context`) of a response's body. */
export interface ContextOf {
  readonly text: string;
  /** Absent when it has no `$metadata#`, or nothing behind it. */
  readonly url?: ContextUrl;
  readonly span: Span;
}

/** Finds and reads it; undefined when the body has none, or it stands where the body is no JSON any more. */
export const contextOf = onceForLast((context: ExchangeContext): ContextOf | undefined => {
  const value = context.response.body?.json?.value;
  const name = isObject(value) && "@context" in value ? "@context" : "@odata.context";
  const text = isObject(value) ? value[name] : undefined;
  if (typeof text !== "string") return undefined;
  if (!isReadableAt(context, `/${name}`)) return undefined;
  return new FoundContext(context, name, text);
});

/** A class, as what rules see of an exchange is one. */
class FoundContext implements ContextOf {
  readonly text: string;
  declare readonly url?: ContextUrl;
  readonly #context: ExchangeContext;
  readonly #name: string;

  constructor(context: ExchangeContext, name: string, text: string) {
    this.#context = context;
    this.#name = name;
    this.text = text;
    const url = readContextUrl(text);
    if (url) this.url = url;
  }

  get span(): Span {
    return this.#context.locate(`/${this.#name}`);
  }
}

/** What a context URL has between its host and `$metadata`; undefined where it does not lead there. */
export function rootOf(text: string): string | undefined {
  return /^https?:\/\/[^/]*\/(.*?)\/\$metadata(?:#|$)/i.exec(text)?.[1];
}

/** True for the root of the version that was asked, or of the page's. */
export function isRootOf({ exchange, url }: ExchangeContext, root: string): boolean {
  // A request to the wrong version is request/version; its answer is right to name that version.
  return [exchange.version, url.version.toLowerCase()].includes(root.toLowerCase());
}

/**
 * The context with the root that the request has; undefined where it leads to no `$metadata`, or nobody knows the root.
 * What of the request's path stands in front of `$metadata` belongs behind it, where that makes it the request's path.
 */
export function rerooted(
  { exchange, url, operation }: ExchangeContext,
  { text, span, url: named }: ContextOf,
): Fix | undefined {
  const root = /^https?:\/\/[^#]*?(?=\/\$metadata(?:#|$))/i.exec(text)?.[0];
  if (root === undefined || !isGraphHost(url.host)) return undefined;
  const own = rootOf(text)?.split("/").slice(1) ?? [];
  const isOfPath = own.length > 0 && own.every((segment, at) => segment === url.segments[at]);
  if (isOfPath) {
    const asked = pathSteps(url.segments, operation?.path);
    const given = pathSteps([...own, ...(named?.segments ?? [])]);
    if (asked.length !== given.length || !asked.every((step, at) => isSame(step, given[at])))
      return undefined;
  }
  const path = isOfPath ? `${own.join("/")}/` : "";
  const rest = text.slice(root.length).replace("#", () => `#${path}`);
  const right = `https://${hostName(url.host)}/${exchange.version}${rest}`;
  return { edits: [{ span, text: JSON.stringify(right) }] };
}

/** True when an author left a part of it to the reader: `https://graph.microsoft.com/{version}/$metadata#...`. */
export function hasPlaceholder(text: string): boolean {
  const beforeFragment = text.split("#")[0] ?? "";
  return /[{}<>]|\.\.\.|…/.test(beforeFragment) || !/[/$]/.test(text);
}
