import type { TypeRef } from "../../contract/contract.ts";
import { mediaType } from "../../http/header.ts";
import { defineRule } from "../rule.ts";

/** The media type of a body against what is promised. */
export const contentType = defineRule("http/content-type", {
  promise: "A response with a body names its media type, and it is the promised one.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge({ response, promised }) {
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
    if (!expectsJson || media === "application/json" || media.endsWith("+json")) return [];
    const what = promised.type
      ? `${promised.type.name} is promised, as application/json`
      : "an error is application/json";
    return [
      { status: "fail", message: `the Content-Type is "${media}"; ${what}`, location: header.location },
    ];
  },
});

/** Streams come as they are; every other value of OData comes as JSON. */
function isJsonType(type: TypeRef | undefined): boolean {
  return (
    type !== undefined && type.kind !== "unknown" && type.name !== "Edm.Stream" && type.name !== "Edm.Binary"
  );
}
