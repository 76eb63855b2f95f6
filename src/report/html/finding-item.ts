import { startOf } from "../../base/span.ts";
import type { Finding } from "../../rules/assertion.ts";
import { hintOf } from "../phrases.ts";
import type { WaivedFinding } from "../report.ts";
import { waiverText } from "./assertion-list.ts";
import { badge, findingBadge } from "./badge.ts";
import { compared } from "./compared.ts";
import { type Html, html } from "./escape.ts";
import { fact, subjectFact } from "./fact.ts";
import { fallsInto } from "./mark-message.ts";
import { breakable, judgementAnchor, type View } from "./view.ts";

/** One finding in full, at its anchor. */
export function findingItem(view: View, finding: Finding | WaivedFinding): Html {
  const { severity, rule, message, span, subject, example, pointer, fingerprint } = finding;
  const waived = "waiver" in finding ? finding : undefined;
  const anchor = view.anchorOf(finding);
  const hint = hintOf(finding);
  const source = subject.kind === "waiver" ? finding.source : `${finding.source}, ${finding.version}`;
  const what = waived ? "waived" : "finding";
  const number = (view.findingNumbers.get(finding) ?? 0) + 1;
  return html`<li class="finding ${severity}" id="${anchor}">
<div class="head">${waived ? badge("waived", `waived ${severity}`) : findingBadge(finding)}<a class="number" href="${view.to(anchor)}"><span class="hidden">${what} ${number}</span><span aria-hidden="true">${waived && "w"}${number}</span></a></div>
<div class="body"><p class="ruleline">${view.rule(rule)}</p>
<p class="text">${message}</p>
${hint !== undefined && html`<p class="hint">Hint: ${hint}</p>`}
${waived && waiverText(waived.waiver)}
<p class="where">${finding.source !== "documented" && "the answer to "}${view.place(startOf(span))}</p>
${compared(view, finding)}
<dl class="facts">
${subjectFact(subject)}
${example !== undefined && example !== "" && fact("Example", html`<code>${breakable(example)}</code>`)}
${pointer !== undefined && pointer !== "" && fact("Pointer", html`<code>${breakable(pointer)}</code>`)}
${fact("Source", html`<code>${source}</code>`)}
${fact("Fingerprint", html`<code><span class="fingerprint">${fingerprint}</span></code>`)}
</dl>
<p class="links">${placeLink(view, finding)}${copyButtons(finding)}</p>
</div></li>
`;
}

/** To the place in the page or the exchange, where that is shown. */
function placeLink(view: View, finding: Finding): Html | undefined {
  const number = view.judgementOf.get(finding);
  const judgement = view.report.judgements[number ?? -1];
  if (number === undefined || judgement === undefined) return undefined;
  const shown = judgement.assertions.find((each) => each === finding);
  const marked = [judgement.request, judgement.response].some(
    (message) => shown && "span" in shown && fallsInto(message, shown),
  );
  const what = judgement.kind === "page" ? "page" : "exchange";
  const target = marked ? `at-${view.anchorOf(finding)}` : judgementAnchor(number);
  return html`<a href="${view.to(target)}">${marked ? `Show in the ${what}` : `Show the ${what}`}</a>`;
}

/** What a person takes along of a finding. The buttons come with the script, and nothing is lost without them. */
function copyButtons({ rule, pointer, fingerprint, subject }: Finding): Html {
  const waiver = JSON.stringify({ fingerprint, reason: "", owner: "", expires: "", link: "" }, undefined, 2);
  return html`<span class="copy" hidden>${[
    ["fingerprint", fingerprint],
    ["rule", rule],
    ...(pointer === undefined || pointer === "" ? [] : [["pointer", pointer] as const]),
    ...(subject.kind === "waiver" ? [] : [["waiver", waiver] as const]),
  ].map(
    ([what, text]) => html`<button type="button" data-copy="${text ?? ""}">Copy ${what ?? ""}</button> `,
  )}</span>`;
}
