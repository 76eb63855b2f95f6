import { startOf } from "../../base/span.ts";
import type { Failed, Judgement, NotVerified } from "../../rules/assertion.ts";
import { failedIn, notVerifiedIn, rulesWith } from "../counts.ts";
import { hintOf } from "../phrases.ts";
import type { Waiver } from "../report.ts";
import { badge, findingBadge } from "./badge.ts";
import { type Html, type HtmlValue, html } from "./escape.ts";
import { Url } from "./url.ts";
import { assertionAnchor, type View } from "./view.ts";

/** All assertions of a judgement: failed, waived and not verified in full, the others by their rule. */
export function assertionList(view: View, judgement: Judgement): Html {
  const told = [failedIn(judgement, "fail"), failedIn(judgement, "waived"), notVerifiedIn(judgement)].flatMap(
    (list) => [...list].sort(byLine).map((assertion) => toldAssertion(view, judgement, assertion)),
  );
  return html`<div class="assertions">
${told.length > 0 && html`<h5>Not passed</h5>\n<ul class="told">${told}</ul>`}
${named(view, "Passed", judgement, "pass")}
${named(view, "Not applicable", judgement, "not-applicable")}
</div>
`;
}

type Told = Failed | NotVerified;

function byLine(left: Told, right: Told): number {
  const [one, other] = [left, right].map(({ span, transcript }) => (transcript ?? span).start);
  return one && other ? one.line - other.line || one.column - other.column : 0;
}

function toldAssertion(view: View, judgement: Judgement, assertion: Told): Html {
  const { status, severity, rule, message, pointer } = assertion;
  const hint = hintOf(assertion);
  const anchor = assertionAnchor(view, judgement, assertion);
  const own = status === "not-verified" ? html` id="${anchor}"` : "";
  const head =
    assertion.status === "not-verified"
      ? badge("unverified", `not verified: ${assertion.reason}`)
      : status === "fail"
        ? findingBadge(assertion)
        : badge("waived", `waived ${severity}`);
  return html`<li${own}>${head} ${view.rule(rule)}
<p>${message}${hint !== undefined && html` <span class="hint">Hint: ${hint}</span>`}</p>
<p class="meta">${judgement.source === "documented" && view.shortPlace(startOf(assertion.span))}${pointer && html` <code>${pointer}</code>`}${
    assertion.status !== "not-verified" &&
    html` <a href="${view.to(anchor)}">${status === "waived" ? "waived" : "finding"} ${(view.findingNumbers.get(assertion) ?? 0) + 1}</a>`
  }</p>${assertion.status === "waived" && waiverOf(view, assertion)}</li>
`;
}

function waiverOf(view: View, assertion: Failed): Html | undefined {
  const waived = view.report.waived[view.findingNumbers.get(assertion) ?? -1];
  return waived && waiverText(waived.waiver);
}

/** Why, by whom and until when a finding was accepted. */
export function waiverText({ reason, owner, expires, link }: Waiver): Html {
  const url = Url.web(link);
  return html`<p class="waiver">${reason} <span class="meta">Owner ${owner}, until <time datetime="${expires}">${expires}</time>, ${
    url ? html`<a href="${url}" rel="noreferrer">${link}</a>` : link
  }</span></p>`;
}

function named(
  view: View,
  title: string,
  judgement: Judgement,
  status: "pass" | "not-applicable",
): HtmlValue {
  const rules = rulesWith(judgement, status);
  if (rules.length === 0) return undefined;
  // A link for each would make up most of a large report.
  const items = rules.map((rule) => html`<li>${view.brief ? rule : view.rule(rule)}</li>`);
  return html`<h5>${status === "pass" && badge("pass", "")}${title} <span class="count">${rules.length}</span></h5>
<ul class="names">${items}</ul>`;
}
