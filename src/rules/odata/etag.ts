import { isObject } from "../../base/is-object.ts";
import type { Span } from "../../base/span.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { isReadableAt } from "../body/readable-body.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";

/** The form of every etag, in the body and in the header: one finding for each name. */
export const etag = defineRule("odata/etag", {
  promise: "An etag is a text in quotation marks, behind `W/` where it is a weak one.",
  weighs: { documented: "info", mock: "error", tenant: "info" },
  idle: "nothing came with an etag",
  judge(context) {
    const found = etagsOf(context);
    if (found.length === 0) return "not-applicable";
    const wrong = found.filter(({ written }) => !/^(?:W\/)?"[^"\s]*"$/.test(written));
    const outcomes = wrong.map((one) => judge(context, one));
    const names = new Set<string>();
    // What makes one of them makes them all.
    return outcomes.filter((_, index) => {
      const { name = "" } = wrong[index] ?? {};
      return !names.has(name) && names.add(name);
    });
  },
});

interface Etag {
  readonly name: string;
  readonly written: string;
  readonly span: Span;
  /** Of one in the body. */
  readonly pointer?: string;
}

function judge(context: ExchangeContext, { name, written, span, pointer }: Etag): Outcome {
  const message = `"${name}" is ${written || "empty"}, which is neither "…" nor W/"…"`;
  const place = { message, span, ...(pointer === undefined ? {} : { pointer }) };
  if (context.authored && isPlaceholder(written)) {
    return { status: "not-verified", reason: "placeholder", ...place };
  }
  return { status: "fail", ...place, cause: { id: `etag ${name}` } };
}

function etagsOf(context: ExchangeContext): Etag[] {
  const { headers, body } = context.response;
  const header = headers
    .filter(({ name }) => name.toLowerCase() === "etag")
    .map(({ name, value, span }) => ({ name, written: value.trim(), span }));
  const inBody = etagsIn(body?.json?.value, "").filter(({ pointer }) => isReadableAt(context, pointer));
  const placed = inBody.map((one) => ({
    ...one,
    get span() {
      return context.locate(one.pointer);
    },
  }));
  return [...header, ...placed];
}

function etagsIn(value: unknown, pointer: string): { name: string; written: string; pointer: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => etagsIn(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = stepInto(pointer, name);
    return /@(?:odata\.)?(?:etag|mediaEtag)$/.test(name) && typeof child === "string"
      ? [{ name, written: child, pointer: place }]
      : etagsIn(child, place);
  });
}
