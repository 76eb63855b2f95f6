import { isObject } from "../../base/is-object.ts";
import type { Span } from "../../base/span.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { mediaType } from "../../http/header.ts";
import { headerAdded } from "../header-added.ts";
import { defineRule, type ExchangeContext, type NotVerified } from "../rule.ts";
import { undocumented } from "../unjudged.ts";

/** The media type of a body against what is promised. */
export const contentType = defineRule("http/content-type", {
  promise: "A response with a body names its media type, and it is the promised one.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    const { response, promised } = context;
    const { status, headers, body, startLine: span } = response;
    // Without a status line only the body is shown, not the whole response.
    if (!body || status === undefined || status === 204) return "not-applicable";
    const header = headers.find(({ name }) => name.toLowerCase() === "content-type");
    const expectsJson = status >= 400 ? body.json !== undefined : isJsonType(promised.type);
    if (!header) {
      const message = "the response has a body and no Content-Type";
      if (expectsJson) {
        const isJson = body.json !== undefined && isObject(body.json.value);
        const fix = isJson ? headerAdded(response, "Content-Type: application/json") : undefined;
        return [{ status: "fail", message: `${message}; application/json is promised`, span, fix }];
      }
      // The body is a stand-in for bytes, whose type nobody but the caller may know.
      return [{ status: "fail", severity: "warning", message, span }];
    }
    const media = mediaType(header.value);
    if (!/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(media)) {
      const message = `"${header.value}" is no media type`;
      return [{ status: "fail", message, span: header.span }];
    }
    const unknown = status < 300 ? unknownMedia(context, header.span) : undefined;
    if (unknown) return [unknown];
    if (!expectsJson || media === "application/json" || media.endsWith("+json")) return [];
    const what = promised.type
      ? `${promised.type.name} is promised, as application/json`
      : "an error is application/json";
    return [{ status: "fail", message: `the Content-Type is "${media}"; ${what}`, span: header.span }];
  },
});

/** Why nobody knows which media type is promised; undefined when somebody does, or nothing is. */
function unknownMedia(context: ExchangeContext, span: Span): NotVerified | undefined {
  const { type, unsaid } = context.promised;
  if (type?.kind === "unknown") {
    const message = `the media type is not judged: no page here declares the type "${type.name}"`;
    return { status: "not-verified", reason: "not-in-folder", message, span };
  }
  if (!unsaid) return undefined;
  if (!context.operation) return undocumented(context, "the media type is", span);
  const message = "the media type is not judged: no page here says which type the body has";
  return { status: "not-verified", reason: "undocumented", message, span };
}

/** Streams come as they are; every other value of OData comes as JSON. */
function isJsonType(type: TypeRef | undefined): boolean {
  return (
    type !== undefined && type.kind !== "unknown" && type.name !== "Edm.Stream" && type.name !== "Edm.Binary"
  );
}
