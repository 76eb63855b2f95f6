import { startOf } from "../../base/span.ts";
import type { Finding } from "../../rules/assertion.ts";
import { isKnown } from "../baseline/outcome.ts";
import { grouped } from "../phrases.ts";
import { visibleLines } from "../visible-text.ts";
import { type Html, html, trustedHtml } from "./escape.ts";
import type { View } from "./view.ts";

/** What the script needs of a finding, in the order of `columns` there. */
type Row = readonly string[];

/** A search over all findings: what it needs is with it, and the script brings it to life. */
export function searchSection(view: View): Html {
  const { findings, waived } = view.report;
  const rows = [...findings, ...waived].map((finding) => rowOf(view, finding));
  return html`<form class="filter search" role="search" hidden>
<label for="query">Find</label> <input type="search" id="query" autocomplete="off" spellcheck="false" placeholder="status:fail rule:body/* !waived text">
<output id="found" for="query">${grouped(rows.length)} findings</output>
</form>
<p id="nothing" hidden>No finding is so. Words have to stand in the message, the place, the operation or the pointer; <code>status:</code> (fail, known, waived), <code>severity:</code>, <code>source:</code>, <code>version:</code>, <code>rule:</code>, <code>page:</code> and <code>operation:</code> take a value with <code>*</code>, in quotes where it has a space; <code>!</code> before one of them says not.</p>
<ol class="findings" id="results" hidden></ol>
<script type="application/json" id="all-findings">${inert(rows)}</script>`;
}

function rowOf(view: View, finding: Finding): Row {
  const { severity, source, version, rule, message, span, subject, example = "", pointer = "" } = finding;
  const status = "waiver" in finding ? "waived" : isKnown(finding) ? "known" : "fail";
  const { file, line } = startOf(span);
  const operation = subject.kind === "operation" ? subject.id : "";
  const href = view.to(view.anchorOf(finding)).href;
  return [
    href,
    status,
    severity,
    source,
    version,
    rule,
    `${file}:${line}`,
    operation,
    message,
    example,
    pointer,
  ].map((text) => visibleLines(text).replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** JSON in which nothing ends the element that it stands in. */
function inert(value: unknown): Html {
  return trustedHtml(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
