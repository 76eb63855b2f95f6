import type { Judgement } from "../../rules/assertion.ts";
import { isKnown } from "../baseline/outcome.ts";
import { countAssertions, failedIn, notVerifiedIn, rulesWith } from "../counts.ts";
import { byText } from "../order.ts";
import { assertionPhrases } from "../phrases.ts";
import { againText } from "./again.ts";
import { assertionList } from "./assertion-list.ts";
import { type Html, html } from "./escape.ts";
import { fact, subjectFact } from "./fact.ts";
import { messageFigure } from "./message-figure.ts";
import { tallyOf } from "./tally.ts";
import { breakable, judgementAnchor, type View } from "./view.ts";

/** Everything about one page or exchange: its messages and its assertions. Open when something new failed in it. */
export function judgementSection(view: View, number: number, judgement: Judgement, isAlone = false): Html {
  const { request, response, subject, example } = judgement;
  const failed = !failedIn(judgement, "fail").every(isKnown);
  const open = failed && (isAlone || !view.brief) ? html` open` : "";
  return html`<details class="judgement" id="${judgementAnchor(number)}"${open}>
<summary><h4>${heading(judgement)}</h4> ${tallyOf([judgement])}</summary>
<dl class="facts">
${fact("Where", view.place(judgement.location))}
${subjectFact(subject)}
${example !== undefined && example !== "" && fact("Example", html`<code>${breakable(example)}</code>`)}
${fact("Source", html`${judgement.source}, ${judgement.version}`)}
</dl>
${request && messageFigure(view, judgement, "Request", request)}
${response && messageFigure(view, judgement, "Response", response)}
${assertionList(view, judgement)}
${againText(judgement)}
</details>
`;
}

/** The same in brief, for a large report: counts and the names of the rules, no messages. */
export function judgementLine(view: View, number: number, judgement: Judgement): Html {
  const notVerified = notVerifiedIn(judgement)
    .map(({ rule, reason }) => `${rule} (${reason})`)
    .sort(byText);
  const lists = [
    ["Passed", rulesWith(judgement, "pass").join(", ")],
    ["Not verified", notVerified.join(", ")],
    ["Not applicable", rulesWith(judgement, "not-applicable").join(", ")],
  ] as const;
  return html`<details class="line" id="${judgementAnchor(number)}">
<summary>${heading(judgement)} <span class="meta">${assertionPhrases(countAssertions([judgement])).join(" · ")}</span></summary>
<p class="meta">${view.place(judgement.location)}${lists.map(([title, list]) => list !== "" && html`<br>${title}: ${list}`)}</p>
</details>
`;
}

function heading({ kind, source, title, example, file }: Judgement): Html {
  const what = kind === "page" ? "Page" : source === "documented" ? "Exchange" : `Exchange (${source})`;
  return html`<span class="kind">${what}</span> ${title || example || file}`;
}
