import type { Span } from "../../base/span.ts";
import type { Contract, TypeRef } from "../../contract/contract.ts";
import { agree, derivesFrom } from "../../contract/names/inheritance.ts";
import { contradictingKeys, samePath } from "../../contract/path/compare-paths.ts";
import { typeOfContext } from "../../contract/promise/body-witnesses.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import type { ContextUrl } from "../../odata/context-url.ts";
import type { Reason } from "../reason.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { type ContextOf, contextOf, contextPointer } from "./context-of.ts";
import { type Way, wayOf } from "./context-way.ts";

/** The resource that `@odata.context` names against the one that was asked for. */
export const contextPath = defineRule("odata/context-path", {
  promise: "`@odata.context` names the resource that the request asks for.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  judge(context) {
    const found = contextOf(context);
    if (!found?.url || (context.response.status ?? 200) >= 300) return "not-applicable";
    const { url } = found;
    const key = otherKey(context, url);
    if (key !== undefined)
      return [{ status: "fail", message: key, span: found.span, pointer: contextPointer }];
    const isSame = samePath(context.url.segments, url.segments);
    if (!context.authored) return isSame ? [] : otherType(context, url, found.span);
    const way = url.type === undefined ? wayOf(context, url) : undefined;
    if (way && way.kind !== "set") return told(way, found);
    const outcomes = otherType(context, url, found.span);
    // The set that the path begins with, behind which a function or an action is called.
    return isSame ? outcomes.filter(({ status }) => status === "fail") : outcomes;
  },
});

function told(way: Exclude<Way, { kind: "set" }>, { span, text }: ContextOf): Outcome[] {
  const pointer = contextPointer;
  if (way.kind === "same") return [];
  if (way.kind === "other") return [{ status: "fail", message: way.message, span, pointer }];
  if (way.kind === "unknown") {
    const message = `whether "@odata.context" is right is not known: ${way.message}`;
    return [{ status: "not-verified", reason: "undocumented", message, span, pointer }];
  }
  const { name, meant } = way;
  const message = `"@odata.context" names "${name}"; did the page mean "${meant}", as the request has it?`;
  const isOnce = text.split(name).length === 2;
  const fix = isOnce ? { edits: [{ span, text: JSON.stringify(text.replace(name, meant)) }] } : undefined;
  return [{ status: "fail", message, span, pointer, meant, fix }];
}

function otherKey({ url }: ExchangeContext, context: ContextUrl): string | undefined {
  const [other] = contradictingKeys(url.segments, context.segments);
  if (!other) return undefined;
  return `"@odata.context" names ${other.name}('${other.given}'); the request asks for ${other.name}/${other.asked}`;
}

/** Of a set like `drives` the pages may document its items alone. */
function itemOfSet(contract: Contract, { segments, entity }: ContextUrl): TypeRef | undefined {
  if (segments.length === 0) return undefined;
  const item = typeAtPath(contract, `/${segments.join("/")}/{id}`);
  return item && { ...item, collection: !entity };
}

/**
 * Services name a resource by a shorter path, or by the set that holds it (`#users` for the members of a group), so
 * that another path is no contradiction. Another type is one, when the other witnesses agree on theirs.
 */
function otherType(asked: ExchangeContext, context: ContextUrl, span: Span): Outcome[] {
  const { contract, promised } = asked;
  const witness = promised.witnesses.find(({ who }) => who === "context");
  // Where it is no witness, because a service has written it, it names a type all the same.
  const named = witness?.type ?? typeOfContext(contract, context) ?? itemOfSet(contract, context);
  const { type } = promised;
  const path = context.type ?? context.segments.join("/");
  const pointer = contextPointer;
  const unknown = (reason: Reason, why: string): Outcome[] => [
    {
      status: "not-verified",
      reason,
      message: `whether "@odata.context" is right is not known: ${why}`,
      span,
      pointer,
    },
  ];
  if (!type) return unknown("undocumented", "no page here says which type the body has");
  if (!named) return unknown("undocumented", `no page here says what ${path} is`);
  const strange = [type, named].find(({ kind }) => kind === "unknown");
  if (strange) return unknown("not-in-folder", `no page here declares "${strange.name}"`);
  if (agree(contract, named, type)) return [];
  const agreeing = promised.witnesses.filter((witness) => agree(contract, witness.type, type));
  const against = promised.witnesses.filter((witness) => agree(contract, witness.type, named));
  if (agreeing.length < 2 || agreeing.length <= against.length)
    return unknown("undocumented", `it names ${named.name}, and too few pages say ${type.name}`);
  const message = `"@odata.context" names ${path}, which is ${named.name}; the request asks for ${type.name}`;
  // A service that names a documented type without kinship means another list.
  const isForeign =
    !asked.authored &&
    context.type !== undefined &&
    derivesFrom(contract, named.name, type.name) === false &&
    derivesFrom(contract, type.name, named.name) === false;
  return [{ status: "fail", message, span, pointer, ...(isForeign ? { severity: "error" } : {}) }];
}
