import type { ShownMessage } from "../../http/show-message.ts";
import type { Failed, Judgement, NotVerified } from "../../rules/assertion.ts";
import { toneOf } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { layOutAnswer } from "./lay-out-answer.ts";
import { type Mark, type MessageLine, markMessage } from "./mark-message.ts";
import { shownLines } from "./shown-lines.ts";
import { assertionAnchor, type View } from "./view.ts";

/**
 * A request or response with the file's line numbers, every place that an assertion speaks of marked. What went to and
 * came from a service stands in no file; its lines are those of the exchange, its JSON laid out.
 */
export function messageFigure(
  view: View,
  judgement: Judgement,
  name: "Request" | "Response",
  message: ShownMessage,
): Html {
  const lines = shownLines(markedLines(judgement, message)).map((line) =>
    typeof line === "number"
      ? html`<span class="gap">${line} lines left out</span>\n`
      : html`<span class="line${line.marks.length > 0 && " marked"}" data-line="${line.number}">${lineContent(view, judgement, line)}</span>\n`,
  );
  return html`<figure class="message">
<figcaption><span>${name}</span> ${origin(view, judgement, name, message)}</figcaption>
<pre tabindex="0"><code>${lines}</code></pre>
</figure>
`;
}

function markedLines({ source, assertions }: Judgement, message: ShownMessage): readonly MessageLine[] {
  if (source === "documented") return markMessage(message, assertions);
  const laidOut = layOutAnswer(message);
  return markMessage(laidOut.message, assertions, laidOut.spanOf);
}

function origin(
  view: View,
  { source }: Judgement,
  name: "Request" | "Response",
  { location }: ShownMessage,
): Html {
  if (source === "documented") return view.shortPlace(location);
  return html`<p class="meta">as ${name === "Request" ? "sent" : "answered"}, ${source}</p>`;
}

function lineContent(view: View, judgement: Judgement, { text, marks }: MessageLine): Html {
  let at = 0;
  const parts: Html[] = [];
  for (const mark of marks) {
    parts.push(html`${text.slice(at, mark.start)}${marked(view, judgement, text, mark)}`);
    at = mark.end;
  }
  return html`${parts}${text.slice(at)}`;
}

function marked(view: View, judgement: Judgement, text: string, { start, end, assertions }: Mark): Html {
  const [first] = [...assertions].sort((left, right) => weight(left) - weight(right));
  if (first === undefined) return html``;
  const tone = toneOf(first);
  const links = assertions.map((assertion) => {
    const anchor = assertionAnchor(view, judgement, assertion);
    return html`<a class="ref ${toneOf(assertion)}" id="${`at-${anchor}`}" href="${view.to(anchor)}"><span class="hidden">${spoken(assertion)} </span>${shortName(view, assertion)}</a>`;
  });
  // The links come first: a long value would push them out of sight.
  return html`${links}<mark class="${tone}${start === end && " point"}" title="${first.message}">${text.slice(start, end)}</mark>`;
}

/** The gravest assertion gives a mark its colour. */
function weight(assertion: Failed | NotVerified): number {
  const order = ["error", "warning", "info", "waived", "unverified"];
  return order.indexOf(toneOf(assertion));
}

function spoken({ status, severity, rule }: Failed | NotVerified): string {
  return `${status === "fail" ? severity : status.replace("-", " ")} ${rule}`;
}

/** The number of a finding, of a waived one with a `w`; `?` for what nobody can say. */
function shortName(view: View, assertion: Failed | NotVerified): string {
  if (assertion.status === "not-verified") return "?";
  return `${assertion.status === "waived" ? "w" : ""}${(view.findingNumbers.get(assertion) ?? 0) + 1}`;
}
