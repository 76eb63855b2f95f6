import type { Assertion, Judgement } from "../../rules/assertion.ts";
import { withStatus } from "../count-assertions.ts";
import { byText } from "../order.ts";
import type { Waiver } from "../report.ts";
import { shownHint } from "../shown-hint.ts";
import { badge, severityBadge } from "./badge.ts";
import { type Html, type HtmlValue, html } from "./escape.ts";
import { Url } from "./url.ts";
import { assertionAnchor, type View } from "./view.ts";

/** All assertions of a judgement: failed, waived and not verified in full, the others by their rule. */
export function assertionList(view: View, judgement: Judgement): Html {
  const told = (["fail", "waived", "not-verified"] as const).flatMap((status) =>
    [...withStatus(judgement, status)]
      .sort(byLine)
      .map((assertion) => toldAssertion(view, judgement, assertion)),
  );
  return html`<div class="assertions">
${told.length > 0 && html`<h5>Not passed</h5>\n<ul class="told">${told}</ul>`}
${named(view, "Passed", judgement, "pass")}
${named(view, "Not applicable", judgement, "not-applicable")}
</div>
`;
}

function byLine({ location: left }: Assertion, { location: right }: Assertion): number {
  return left.line - right.line || left.column - right.column;
}

function toldAssertion(view: View, judgement: Judgement, assertion: Assertion): Html {
  const { status, severity, rule, message, pointer } = assertion;
  const hint = shownHint(assertion);
  const anchor = assertionAnchor(view, judgement, assertion);
  const own = status === "not-verified" ? html` id="${anchor}"` : "";
  const head =
    status === "fail"
      ? severityBadge(severity)
      : status === "waived"
        ? badge("waived", `waived ${severity}`)
        : badge("unverified", `not verified: ${assertion.reason ?? ""}`);
  return html`<li${own}>${head} ${view.rule(rule)}
<p>${message}${hint !== undefined && html` <span class="hint">Hint: ${hint}</span>`}</p>
<p class="meta">${judgement.source === "documented" && view.shortPlace(assertion.location)}${pointer && html` <code>${pointer}</code>`}${
    status !== "not-verified" && html` <a href="${Url.anchor(anchor)}">${anchor.replace("-", " ")}</a>`
  }</p>${status === "waived" && waiverOf(view, judgement, assertion)}</li>
`;
}

function waiverOf(view: View, judgement: Judgement, assertion: Assertion): Html | undefined {
  const waived = view.report.waived[view.index.findingNumber(judgement, assertion) ?? -1];
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
  const rules = withStatus(judgement, status).map(({ rule }) => rule);
  if (rules.length === 0) return undefined;
  // A link for each would make up most of a large report.
  const items = rules.sort(byText).map((rule) => html`<li>${view.brief ? rule : view.rule(rule)}</li>`);
  return html`<h5>${status === "pass" && badge("pass", "")}${title} <span class="count">${rules.length}</span></h5>
<ul class="names">${items}</ul>`;
}
