import { graphHosts, hostName, isGraphHost } from "../../contract/path/graph-hosts.ts";
import { defineRule } from "../rule.ts";
import { contextOf, contextPointer, hasPlaceholder, rerooted } from "./context-of.ts";

/** The host that `@odata.context` names. */
export const contextHost = defineRule("odata/context-host", {
  promise: "`@odata.context` names the public Graph endpoint of the cloud that was asked.",
  weighs: { documented: "error", mock: "error", tenant: "warning" },
  judge(context) {
    const found = contextOf(context);
    const host = /^https?:\/\/([^/?#]*)/i.exec(found?.text ?? "")?.[1];
    // A relative context URL is legal, and relative to the request (OData JSON 4.01, section 4.5.1).
    if (!found || host === undefined) return "not-applicable";
    const pointer = contextPointer;
    const name = hostName(host);
    const asked = hostName(context.url.host);
    if (name === asked) return [];
    const { span } = found;
    if (context.authored && hasPlaceholder(host) && !host.includes(".")) {
      const message = `the host of "@odata.context" is a placeholder: ${host}`;
      return [{ status: "not-verified", reason: "placeholder", message, span, pointer }];
    }
    const known = isGraphHost(name);
    if (known && !isGraphHost(asked)) return [];
    const message = known
      ? `"@odata.context" names ${host}, the endpoint of another cloud; the request went to ${asked}`
      : `"@odata.context" names the host ${host}, which is no public Graph endpoint`;
    const meant = isGraphHost(asked) ? asked : graphHosts.global;
    return [{ status: "fail", message, span, pointer, meant, fix: rerooted(context, found) }];
  },
});
