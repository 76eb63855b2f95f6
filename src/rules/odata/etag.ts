import { groupBy } from "../../base/group-by.ts";
import type { Span } from "../../base/span.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { controlsOf } from "./controls-of.ts";

/** The form of every etag, in the body and in the header: one finding for each name. */
export const etag = defineRule("odata/etag", {
  promise: "An etag is a text in quotation marks, behind `W/` where it is a weak one.",
  weighs: { documented: "info", mock: "error", tenant: "info" },
  idle: "nothing came with an etag",
  judge(context) {
    const found = etagsOf(context);
    if (found.length === 0) return "not-applicable";
    const wrong = found.filter(({ written }) => !/^(?:W\/)?"[^"\s]*"$/.test(written));
    // What makes one of them makes them all.
    const byName = groupBy(wrong, ({ name }) => name);
    return [...byName.values()].flatMap(([first]) => (first ? judge(context, first) : []));
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
  const header = context.response.headers
    .filter(({ name }) => name.toLowerCase() === "etag")
    .map(({ name, value, span }) => ({ name, written: value.trim(), span }));
  const inBody = controlsOf(context).flatMap(({ name, value, pointer }): Etag[] => {
    if (typeof value !== "string" || !/@(?:odata\.)?(?:etag|mediaEtag)$/.test(name)) return [];
    return [
      {
        name,
        written: value,
        pointer,
        get span() {
          return context.locate(pointer);
        },
      },
    ];
  });
  return [...header, ...inBody];
}
