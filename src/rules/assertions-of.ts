import type { Location } from "../base/location.ts";
import { onceFor } from "../base/once-for.ts";
import { spanAt } from "../base/span.ts";
import { isHtmlFile } from "../docs/html/read-saved-page.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { Assertion, Passed, Severity, Subject } from "./assertion.ts";
import type { Source } from "./exchange.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Failure, type Outcome, outcomeSeverity, type Rule, severityOf, type Verdicts } from "./rule.ts";

/** What is judged: a page, or an exchange that a page documents. */
export interface Judged {
  readonly source: Source;
  readonly version: GraphVersion;
  /** Where it begins on the page. */
  readonly location: Location;
  readonly subject: Subject;
  /** The page's name, where it is not the first one that documents the operation. */
  readonly page?: string;
  readonly example?: string;
}

/**
 * What a rule says of what is judged, as assertions; none where it is not judged on this source.
 *
 * @throws Error naming the rule when it fails to judge: that is a defect of the rule.
 */
export function assertionsOf(rule: Rule, judged: Judged, judge: () => Verdicts): readonly Assertion[] {
  const severity = severityOf(rule, judged.source);
  if (!severity) return [];
  const said = verdictsOf(rule, judge);
  if (said === "not-applicable") return passed(rule, "not-applicable", severity);
  const assertions = said.flatMap((outcome): Assertion[] => {
    const weight = outcomeSeverity(rule, outcome, judged.source);
    return weight ? [assertionOf(rule.id, judged, weight, outcome)] : [];
  });
  return assertions.length === 0 ? passed(rule, "pass", severity) : assertions;
}

// Nearly all assertions say no more than this, a hundred thousand of them in a run: they are one value for each rule.
function passed(rule: Rule, status: Passed["status"], severity: Severity): readonly Assertion[] {
  const known = passedOf(rule);
  known[status][severity] ??= [{ rule: rule.id, status, severity }];
  return known[status][severity];
}

const passedOf = onceFor(
  (_: Rule): Record<Passed["status"], Partial<Record<Severity, readonly Assertion[]>>> => ({
    pass: {},
    "not-applicable": {},
  }),
);

/**
 * What a judge says.
 *
 * @throws Error naming the rule when it fails to judge.
 */
export function verdictsOf<Said extends Verdicts | undefined>(rule: Rule, judge: (rule: Rule) => Said): Said {
  try {
    return judge(rule);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the rule ${rule.id} failed to judge: ${reason}`, { cause: error });
  }
}

function assertionOf(rule: string, judged: Judged, severity: Severity, outcome: Outcome): Assertion {
  const { message, pointer } = outcome;
  const { source, version, subject, page, example, location } = judged;
  const named = example === undefined ? {} : { example };
  const onPage = page === undefined ? {} : { page };
  const at = pointer === undefined ? {} : { pointer };
  const own = outcome.status === "fail" ? outcome.cause : undefined;
  const identity = { rule, version, subject: subject.id, ...onPage, ...named, ...at };
  const mark = fingerprint({ ...identity, ...(own ? { cause: own.id } : {}) });
  // What a service answers stands in no file; there the request on the page is the place to go to.
  const place =
    source === "documented" ? { span: outcome.span } : { span: spanAt(location), transcript: outcome.span };
  if (outcome.status === "not-verified") {
    const { reason } = outcome;
    return { rule, status: "not-verified", severity, reason, message, ...place, ...at, fingerprint: mark };
  }
  const cause = { id: mark, span: place.span, sentence: message, ...own };
  return {
    rule,
    status: "fail",
    severity,
    message,
    subject,
    ...named,
    source,
    version,
    ...place,
    ...at,
    ...remedy(outcome, source),
    cause,
    fingerprint: mark,
  };
}

/** What the contract says, and what is to be done. Only a page can be mended by edits, where it was written. */
function remedy({ promise, meant, advice, fix, span }: Failure, source: Source) {
  return {
    ...(promise === undefined ? {} : { promise }),
    ...(meant === undefined ? {} : { meant }),
    ...(advice === undefined ? {} : { advice }),
    ...(fix === undefined || source !== "documented" || isHtmlFile(span.file) ? {} : { fix }),
  };
}
