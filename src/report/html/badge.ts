import type { Finding, Severity, Status } from "../../rules/assertion.ts";
import type { VerdictMark } from "../news.ts";
import type { VerdictWord } from "../summary.ts";
import { type Html, html } from "./escape.ts";
import { type IconName, icon } from "./icon.ts";

export type Tone = "error" | "warning" | "info" | "pass" | "waived" | "unverified";

const toneOfMark: Readonly<Record<VerdictMark, Tone>> = {
  good: "pass",
  accepted: "waived",
  mild: "warning",
  bad: "error",
  open: "unverified",
};

const iconOf: Readonly<Record<Tone, IconName>> = {
  error: "fail",
  warning: "warning",
  info: "info",
  pass: "pass",
  waived: "waived",
  unverified: "unverified",
};

interface Told {
  readonly status: Status;
  readonly severity: Severity;
  readonly baseline?: Finding["baseline"];
}

/** A verdict as sign and word, coloured by its mark. */
export function verdictBadge(verdict: VerdictWord, mark: VerdictMark): Html {
  return badge(toneOfMark[mark], verdict);
}

/** The status of a cell as sign and words, coloured by its mark. */
export function statusBadge(words: string, mark: VerdictMark): Html {
  return badge(toneOfMark[mark], words);
}

/** A severity as sign and word, coloured. */
function severityBadge(severity: Severity): Html {
  return badge(severity, severity);
}

/** The severity of a finding; of one that the baseline has in its own colour, which is none of a failure. */
export function findingBadge({ severity, baseline }: Pick<Finding, "severity" | "baseline">): Html {
  return baseline === "known" ? badge("waived", `known ${severity}`) : severityBadge(severity);
}

/** The name under which styles know how an assertion went. */
export function toneOf({ status, severity, baseline }: Told): Tone {
  if (status === "fail") return baseline === "known" ? "waived" : severity;
  if (status === "pass") return "pass";
  return status === "waived" ? "waived" : "unverified";
}

/** Sign and word in one tone. */
export function badge(tone: Tone, word: string): Html {
  return html`<span class="badge ${tone}">${icon(iconOf[tone])}${word}</span>`;
}

/** The tone of a verdict, for its sign and colour at other sizes. */
export function toneOfVerdict(mark: VerdictMark): Tone {
  return toneOfMark[mark];
}

/** The sign of a tone. */
export function toneIcon(tone: Tone): Html {
  return icon(iconOf[tone]);
}
