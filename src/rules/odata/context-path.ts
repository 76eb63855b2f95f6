import { agree } from "../../contract/names/inheritance.ts";
import { contradictingKeys, samePath } from "../../contract/path/resource-path.ts";
import type { ContextUrl } from "../../odata/context-url.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { contextOf, contextPointer } from "./context-of.ts";

/** The resource that `@odata.context` names against the one that was asked for. */
export const contextPath = defineRule("odata/context-path", {
  promise: "`@odata.context` names the resource that the request asks for.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  judge(context) {
    const found = contextOf(context);
    if (!found?.url || (context.response.status ?? 200) >= 300) return "not-applicable";
    const message = otherKey(context, found.url) ?? otherType(context, found.url);
    if (message === undefined) return [];
    const failure: Outcome = { status: "fail", message, location: found.location, pointer: contextPointer };
    return [failure];
  },
});

function otherKey({ url }: ExchangeContext, context: ContextUrl): string | undefined {
  const [other] = contradictingKeys(url.segments, context.segments);
  if (!other) return undefined;
  return `"@odata.context" names ${other.name}('${other.given}'); the request asks for ${other.name}/${other.asked}`;
}

/**
 * Services name a resource by a shorter path, or by the set that holds it (`#users` for the members of a group), so
 * that another path is no contradiction. Another type is one, when the other witnesses agree on theirs.
 */
function otherType({ url, contract, promised }: ExchangeContext, context: ContextUrl): string | undefined {
  const named = promised.witnesses.find(({ who }) => who === "context")?.type;
  const { type } = promised;
  if (!type || !named || named.kind === "unknown" || type.kind === "unknown") return undefined;
  if (samePath(url.segments, context.segments) || agree(contract, named, type)) return undefined;
  const agreeing = promised.witnesses.filter((witness) => agree(contract, witness.type, type));
  const against = promised.witnesses.filter((witness) => agree(contract, witness.type, named));
  if (agreeing.length < 2 || agreeing.length <= against.length) return undefined;
  const path = context.type ?? context.segments.join("/");
  return `"@odata.context" names ${path}, which is ${named.name}; the request asks for ${type.name}`;
}
