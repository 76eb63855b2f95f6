import type { Location } from "../../base/location.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { mediaType } from "../../http/header.ts";
import { defineRule, type ExchangeContext, type NotVerified } from "../rule.ts";
import { undocumented } from "../unjudged.ts";

/** The media type of a body against what is promised. */
export const contentType = defineRule("http/content-type", {
  promise: "A response with a body names its media type, and it is the promised one.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    const { response, promised } = context;
    const { status, headers, body, location } = response;
    // Without a status line only the body is shown, not the whole response.
    if (!body || status === undefined || status === 204) return "not-applicable";
    const header = headers.find(({ name }) => name.toLowerCase() === "content-type");
    const expectsJson = status >= 400 ? body.json !== undefined : isJsonType(promised.type);
    if (!header) {
      const message = "the response has a body and no Content-Type";
      if (expectsJson)
        return [{ status: "fail", message: `${message}; application/json is promised`, location }];
      // The body is a stand-in for bytes, whose type nobody but the caller may know.
      return [{ status: "fail", severity: "warning", message, location }];
    }
    const media = mediaType(header.value);
    if (!/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(media)) {
      const message = `"${header.value}" is no media type`;
      return [{ status: "fail", message, location: header.location }];
    }
    const unknown = status < 300 ? unknownMedia(context, header.location) : undefined;
    if (unknown) return [unknown];
    if (!expectsJson || media === "application/json" || media.endsWith("+json")) return [];
    const what = promised.type
      ? `${promised.type.name} is promised, as application/json`
      : "an error is application/json";
    return [
      { status: "fail", message: `the Content-Type is "${media}"; ${what}`, location: header.location },
    ];
  },
});

/** Why nobody knows which media type is promised; undefined when somebody does, or nothing is. */
function unknownMedia(context: ExchangeContext, location: Location): NotVerified | undefined {
  const { type, unsaid } = context.promised;
  if (type?.kind === "unknown") {
    const message = `the media type is not judged: no page here declares the type "${type.name}"`;
    return { status: "not-verified", reason: "not-in-folder", message, location };
  }
  if (!unsaid) return undefined;
  if (!context.operation) return undocumented(context, "the media type is", location);
  const message = "the media type is not judged: no page here says which type the body has";
  return { status: "not-verified", reason: "undocumented", message, location };
}

/** Streams come as they are; every other value of OData comes as JSON. */
function isJsonType(type: TypeRef | undefined): boolean {
  return (
    type !== undefined && type.kind !== "unknown" && type.name !== "Edm.Stream" && type.name !== "Edm.Binary"
  );
}
