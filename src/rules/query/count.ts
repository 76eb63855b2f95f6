import { headerValue } from "../../http/http-message.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { differing } from "../differing.ts";
import { bodySpan, isCounted } from "../http/count-body.ts";
import { nextLinkIn } from "../memory.ts";
import { hasMisnamed } from "../odata/control-names.ts";
import { defineRule, type ExchangeContext, type Outcome, type Verdicts } from "../rule.ts";
import { heldTo } from "./asked-option.ts";
import { acrossLevels, type Level, type List } from "./expanded-levels.ts";

/** `@odata.count` against `$count` and the items. */
export const count = defineRule("query/count", {
  promise:
    "A response to `$count=true` has an `@odata.count`, and it is the number of items over all pages; `/$count` says the same.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $count came",
  judge(context) {
    if (isCounted(context)) return numberAlone(context);
    return acrossLevels(context, (level) => miscounted(context, level));
  },
});

/** The first list of a level that is counted wrong, or not. */
function miscounted(context: ExchangeContext, { count: isAsked, lists, by }: Level): Verdicts {
  if (!isAsked || lists.length === 0) return "not-applicable";
  const said = lists.map((list) => miscount(context, list, by)).filter((one) => one !== "not-applicable");
  return said.find((outcomes) => outcomes.length > 0) ?? said[0] ?? "not-applicable";
}

function miscount(context: ExchangeContext, { items, holder, name: of }: List, by: Level["by"]): Verdicts {
  const { options } = context.url;
  const envelope = holder.value;
  const name = `${of}@count` in envelope ? `${of}@count` : `${of}@odata.count`;
  const pointer = stepInto(holder.pointer, name);
  const written = envelope[name];
  const option = by ?? "$count";
  if (written === undefined) {
    // Graph counts on the first page, and may leave the number out on those that follow.
    if (!by && options.has("$skiptoken")) return "not-applicable";
    // Under another name it is odata/annotation-name.
    if (hasMisnamed(envelope, "count")) return "not-applicable";
    const message = `"${of}@odata.count" is asked for by $count=true and absent`;
    const span = context.locate(holder.pointer);
    return heldTo(context, option, [{ status: "fail", message, span, pointer }]);
  }
  // The number of all items, whatever $top and $skip leave (OData 4.01 URL Conventions, section 5.1.7).
  const total = Number(written);
  // What is no number is body/type.
  if (Number.isNaN(total)) return "not-applicable";
  const before = by ? 0 : Number(options.get("$skip") ?? 0);
  // Of what is expanded Graph gives the first items, and no link to more.
  const last =
    !by && nextLinkIn(envelope) === undefined && !options.has("$top") && !options.has("$skiptoken");
  const shortened = context.exchange.declared?.truncated === true;
  const tooSmall = items.length > 0 && total < before + items.length;
  if (!tooSmall && !(last && !shortened && items.length + before < total))
    return by ? [] : againstList(context, total, pointer);
  const holds = by ? `"${of}"` : "the response";
  const message = `"${name}" is ${total}; ${holds} holds ${items.length} items`;
  return heldTo(context, option, [{ status: "fail", message, span: context.locate(pointer), pointer }]);
}

/** The number of all items against those of the plain list, where that is known; an index may be behind its data. */
function againstList(context: ExchangeContext, total: number, pointer: string): readonly Outcome[] {
  const { past, url } = context;
  const { list } = past;
  const isOther = ["$filter", "$search", "$top", "$skip"].some((name) => url.options.has(name));
  if (!list || list.size === total || isOther || headerValue(context.exchange.request, "Prefer")) return [];
  const message = `"${pointer.slice(1)}" is ${total}; the plain list has ${list.size} items`;
  const weighs = { mock: "error", tenant: "warning" } as const;
  return [differing(past, { status: "fail", message, span: context.locate(pointer), pointer, weighs })];
}

/** The number behind `/$count` against what `$count=true` has said of the same list. */
function numberAlone({ past, response, url }: ExchangeContext): Verdicts {
  const text = response.body?.text.replace(/^\uFEFF/, "").trim() ?? "";
  const { count, list } = past;
  const known = count ?? list?.size;
  // What is no number is http/count-body.
  if (known === undefined || url.options.size > 0 || response.status !== 200 || !/^\d+$/.test(text))
    return "not-applicable";
  if (Number(text) === known) return [];
  const said = count === undefined ? `the plain list has ${known} items` : `"$count=true" says ${known}`;
  const message = `"/$count" is ${text}; ${said}`;
  const span = response.body ? bodySpan(response.body) : response.startLine;
  return [differing(past, { status: "fail", message, span })];
}
