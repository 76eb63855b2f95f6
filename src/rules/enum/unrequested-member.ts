import { shortName } from "../../contract/names/short-name.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { prefersAllMembers } from "../../http/header.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { citation, judgedViolations, propertyOf } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import { headerAdded } from "../header-added.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { unjudgedBody } from "../unjudged.ts";

/** Members of an evolvable enum that the request did not ask for: one finding for each property and member. */
export const unrequestedMember = defineRule("enum/unrequested-member", {
  promise: "Members after unknownFutureValue come only to a request that prefers them.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "nothing came that has members after unknownFutureValue",
  judge(context) {
    if (prefersAllMembers(context.exchange.request)) return "not-applicable";
    const unjudged = unjudgedBody(context);
    if (unjudged) return [unjudged];
    const violations = judgedViolations(context, "unrequested-member");
    if (violations === "not-applicable") return violations;
    const first = new Map<string, Violation>();
    for (const violation of violations) {
      const cause = causeOf(violation);
      if (!first.has(cause)) first.set(cause, violation);
    }
    return [...first.values()].map((violation) => judge(context, violation));
  },
});

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const declared = propertyOf(context, violation);
  const place = declared ? `"${declared.name}"` : shortName(violation.type);
  const message = [
    `"${violation.value}" of ${place} comes only with "Prefer: include-unknown-enum-members"`,
    '; without it the contract says "unknownFutureValue"',
    declared ? citation(declared.location) : "",
  ].join("");
  return {
    status: "fail",
    message,
    advice: "add the header Prefer: include-unknown-enum-members to the request",
    promise: citedRow(declared),
    fix: preferenceAdded(context.exchange.request),
    span: context.locate(violation.pointer),
    pointer: violation.pointer,
    cause: { id: causeOf(violation) },
  };
}

/** One more preference in the header that is there, or a header of its own. */
function preferenceAdded(request: HttpRequest) {
  const preference = "include-unknown-enum-members";
  const header = request.headers.find(({ name }) => name.toLowerCase() === "prefer");
  if (!header) return headerAdded(request, `Prefer: ${preference}`);
  const { file, end } = header.span;
  return { edits: [{ span: { file, start: end, end }, text: `, ${preference}` }] };
}

function causeOf({ type, property, value }: Violation): string {
  return `unrequested-member ${type}/${property ?? ""} ${value}`;
}
