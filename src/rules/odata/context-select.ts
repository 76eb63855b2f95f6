import { stepsOf } from "../../http/json-pointer.ts";
import { splitList } from "../../odata/split-list.ts";
import { askedOption } from "../query/asked-option.ts";
import { projectionDifferences } from "../query/select-projection.ts";
import { defineRule, type ExchangeContext } from "../rule.ts";
import { contextOf, contextPointer } from "./context-of.ts";

/** The select list of `@odata.context` against the request's `$select`. */
export const contextSelect = defineRule("odata/context-select", {
  promise: "The select list of `@odata.context` is the `$select` of the request.",
  weighs: { documented: "info", mock: "error", tenant: "warning" },
  idle: "nothing was selected or expanded",
  judge(context) {
    const found = contextOf(context);
    // A context that names a type says nothing of a path, and seldom of a selection.
    if (!found?.url || found.url.type !== undefined) return "not-applicable";
    const asked = textsIn(context.url.options.get("$select"));
    const expanded = textsIn(context.url.options.get("$expand"));
    // In `(id,manager(mail))` the part in parentheses is expanded, not selected (OData 4.01 Protocol, 10.9).
    const listed = (found.url.select ?? []).filter(
      (item) => !item.includes("(") && !isExpanded(item, expanded),
    );
    if (asked.length === 0 && listed.length === 0) return "not-applicable";
    if (asked.includes("*") || listed.includes("*")) return [];
    const wanted = new Set(asked.map(plain));
    const given = new Set(listed.map(plain));
    const missing = asked.filter((item) => !given.has(plain(item)) && !isExpanded(item, expanded));
    const surplus = listed.filter((item) => !wanted.has(plain(item)));
    if (missing.length === 0 && surplus.length === 0) return [];
    const { span } = found;
    const pointer = contextPointer;
    if (listed.length === 0) {
      if (askedOption(context, "$select") === "") return "not-applicable";
      const meant = `(${asked.join(",")})`;
      return [
        {
          status: "fail",
          message: `"@odata.context" has no select list; the request selects ${meant}`,
          span,
          pointer,
          meant,
          fix: { edits: [{ span, text: JSON.stringify(withSelectList(found.text, meant)) }] },
        },
      ];
    }
    if (isOfWholeAnswer(context, [...missing, ...surplus])) return "not-applicable";
    const differences = [
      ...(missing.length > 0 ? [`lacks ${quoted(missing)}`] : []),
      ...(surplus.length > 0 ? [`has ${quoted(surplus)}`] : []),
    ];
    const selects =
      asked.length === 0 ? "the request selects nothing" : `the request selects (${asked.join(",")})`;
    const message = `the select list of "@odata.context" ${differences.join(" and ")}; ${selects}`;
    return [{ status: "fail", message, span, pointer }];
  },
});

/** The list follows the path: `$metadata#users(id,mail)/$entity`. */
function withSelectList(context: string, list: string): string {
  return context.replace(/(?:\/\$entity|\/\$delta)?$/, (suffix) => `${list}${suffix}`);
}

/** The properties of the answer differ from the request's in just the same way: query/select-projection says so. */
function isOfWholeAnswer(context: ExchangeContext, names: readonly string[]): boolean {
  const verdicts = projectionDifferences(context);
  if (verdicts === "not-applicable") return false;
  const reported = verdicts.flatMap(({ pointer = "", ...verdict }) => {
    const meant = verdict.status === "fail" ? verdict.meant : undefined;
    return [stepsOf(pointer).at(-1) ?? "", meant ?? ""].map(plain);
  });
  return names.every((name) => reported.includes(plain(name)));
}

function textsIn(option = ""): string[] {
  return splitList(option).map(({ text }) => text);
}

/** Names compare without letter case and casts; a path compares by what it begins with. */
function plain(item: string): string {
  const path = item
    .trim()
    .toLowerCase()
    .replace(/^(?:microsoft\.graph\.[\w.]+\/)+/, "");
  return path.split("/")[0] ?? path;
}

function isExpanded(item: string, expanded: readonly string[]): boolean {
  return expanded.some((other) => plain(other.split("(")[0] ?? "") === plain(item));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
