import { isObject } from "../../base/is-object.ts";
import { mediaType } from "../../http/header.ts";
import { headerValue } from "../../http/http-message.ts";
import { isBroken } from "../body/readable-body.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule } from "../rule.ts";
import { hasMisnamed } from "./control-names.ts";

/** A success without `@odata.context`. Documentation mostly leaves it out, and is not judged. */
export const contextMissing = defineRule("odata/context-missing", {
  promise: "Every success in JSON says by `@odata.context` what it holds.",
  weighs: { mock: "error", tenant: "warning" },
  judge(context) {
    const { response, exchange, promised, url } = context;
    const { status = 200, body } = response;
    const value = body?.json?.value;
    const media = mediaType(headerValue(response, "Content-Type") ?? "");
    // A stream may be JSON of anybody's; an error in the place of a success is http/status.
    const isStream = promised.type?.name === "Edm.Stream" || promised.type?.name === "Edm.Binary";
    const isOther = isStream || /^\$(?:value|batch|count)$/.test(url.segments.at(-1) ?? "");
    if (!isObject(value) || status >= 300 || isOther || (media !== "" && media !== "application/json"))
      return "not-applicable";
    // What comes in the place of a refusal is http/status.
    const isRefused = errorExpected(context) !== undefined || isObject(value.error);
    if (
      isRefused ||
      isBroken(context) ||
      /metadata=none/i.test(headerValue(exchange.request, "Accept") ?? "")
    )
      return "not-applicable";
    // Under another name it is odata/annotation-name.
    if ("@odata.context" in value || "@context" in value || hasMisnamed(value, "context")) return [];
    const message = 'the response has no "@odata.context"';
    return [{ status: "fail", message, span: context.locate(""), pointer: "/@odata.context" }];
  },
});
