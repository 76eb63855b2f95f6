import type { Location } from "../base/location.ts";
import type { Edit, Span } from "../base/span.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { ShownMessage } from "../http/show-message.ts";
import type { Source } from "./exchange.ts";
import type { Reason } from "./reason.ts";

export type Status = "pass" | "fail" | "waived" | "not-verified" | "not-applicable";

export type Severity = "error" | "warning" | "info";

/** What a judgement or a finding is about: an operation's id, a type's name, a page's name, a waiver. */
export interface Subject {
  readonly kind: "operation" | "type" | "page" | "waiver";
  readonly id: string;
}

/** A part of a page that promises something, in its own words. */
export interface Cited {
  readonly span: Span;
  readonly text: string;
}

/** Edits of a page, none of which overlaps another. */
export interface Fix {
  readonly edits: readonly Edit[];
}

/** The one thing that is wrong behind one or several findings. */
export interface Cause {
  /** The same for all findings with one root. */
  readonly id: string;
  readonly span: Span;
  readonly sentence: string;
}

/** A broken promise as data. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the names quoted, then what the contract says. */
  readonly message: string;
  readonly subject: Subject;
  readonly example?: string;
  readonly source: Source;
  readonly version: GraphVersion;
  /** Where it stands in the page. What a service answers stands in no file: there it is the request on the page. */
  readonly span: Span;
  /** RFC 6901, into the body (exchanges) or into what the page declares (pages). */
  readonly pointer?: string;
  /** Where the contract says so. */
  readonly promise?: Cited;
  /** The name, or the text, that was meant. */
  readonly meant?: string;
  /** What to do, in a sentence. */
  readonly advice?: string;
  /** What removes the finding without a guess. */
  readonly fix?: Fix;
  readonly cause: Cause;
  /** The version of the tool that did not know the rule yet, where an earlier report is compared with. */
  readonly newSince?: string;
  /** Whether the baseline has it; absent where none is compared with. */
  readonly baseline?: "new" | "known";
  readonly fingerprint: string;
}

/** A rule applied at one place of one exchange or page. */
export type Assertion = Failed | NotVerified | Passed;

/** A failure is a finding, which a waiver may accept. */
export interface Failed extends Finding {
  readonly status: "fail" | "waived";
  /** Where it stands in the messages of an exchange with a service; absent where that is the span. */
  readonly transcript?: Span;
}

/** What nobody can say, and why. */
export interface NotVerified {
  readonly rule: string;
  readonly status: "not-verified";
  /** What a failure would weigh. */
  readonly severity: Severity;
  readonly reason: Reason;
  readonly message: string;
  readonly span: Span;
  readonly pointer?: string;
  readonly transcript?: Span;
  readonly fingerprint: string;
}

/** The rule held, or had nothing to judge: its promise says the rest. */
export interface Passed {
  readonly rule: string;
  readonly status: "pass" | "not-applicable";
  readonly severity: Severity;
}

/** How much of a contract was really verified, of what could be asked for at all. */
export interface Coverage {
  readonly operations: Share;
  readonly examples: Share;
  /** Of the types that the operations return. */
  readonly properties: Share;
}

export interface Share {
  readonly verified: number;
  readonly of: number;
  /** The names of the others. */
  readonly missing: readonly string[];
}

/** All assertions on one page or one exchange. */
export interface Judgement {
  readonly kind: "page" | "exchange";
  readonly source: Source;
  readonly version: GraphVersion;
  /** The page's file; its basename without extension is what a system names. */
  readonly file: string;
  /** What a person calls it: the page's title, the example's title. */
  readonly title: string;
  /** Where it begins. */
  readonly location: Location;
  readonly subject: Subject;
  readonly example?: string;
  /**
   * `version/page name` of the page that declares the type of a service's answer: a service keeps the promise of a
   * resource page in every answer that holds the resource.
   */
  readonly resource?: string;
  /** The messages as text, to be shown. */
  readonly request?: ShownMessage;
  readonly response?: ShownMessage;
  readonly assertions: readonly Assertion[];
}
