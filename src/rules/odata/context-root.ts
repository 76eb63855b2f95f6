import { hostName, isGraphHost } from "../../contract/path/graph-hosts.ts";
import { defineRule } from "../rule.ts";
import { contextOf, contextPointer, hasPlaceholder, isRootOf, rerooted, rootOf } from "./context-of.ts";

/** What stands in `@odata.context` between the host and the resource. */
export const contextRoot = defineRule("odata/context-root", {
  promise: "`@odata.context` leads from the version of the request to its `$metadata`.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  judge(context) {
    const found = contextOf(context);
    const host = /^https?:\/\/([^/?#]*)/i.exec(found?.text ?? "")?.[1];
    // Another host has other roots: that is odata/context-host.
    if (!found || host === undefined) return "not-applicable";
    const ownHost = hostName(host) === hostName(context.url.host);
    if (!isGraphHost(host) && !ownHost) return "not-applicable";
    const { text } = found;
    const pointer = contextPointer;
    if (context.authored && hasPlaceholder(text)) {
      const message = `the root of "@odata.context" is a placeholder: ${text.split("#")[0]}`;
      return [{ status: "not-verified", reason: "placeholder", message, span: found.span, pointer }];
    }
    const root = rootOf(text);
    if (root !== undefined && isRootOf(context, root)) return [];
    const { span } = found;
    const { version } = context.exchange;
    if (root === undefined) {
      const message = `"@odata.context" does not lead to "/${version}/$metadata#": ${text}`;
      return [{ status: "fail", message, span, pointer }];
    }
    const message = `"@odata.context" is of "${root}"; the request is of ${version}`;
    return [{ status: "fail", message, span, pointer, fix: rerooted(context, found) }];
  },
});
