import type { Location } from "../base/location.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { ShownMessage } from "../http/show-message.ts";
import type { Source } from "./exchange.ts";
import type { Reason } from "./reason.ts";

export type Status = "pass" | "fail" | "waived" | "not-verified" | "not-applicable";

export type Severity = "error" | "warning" | "info";

/** A rule applied at one place of one exchange or page. */
export interface Assertion {
  readonly rule: string;
  readonly status: Status;
  /** What a failure weighs here, by its rule. */
  readonly severity: Severity;
  readonly location: Location;
  /** RFC 6901, into the body (exchanges) or into what the page declares (pages). */
  readonly pointer?: string;
  /** Absent on `pass` and `not-applicable`: the rule's promise says it. */
  readonly message?: string;
  readonly hint?: string;
  readonly reason?: Reason;
  /** The same for all findings with one root. */
  readonly cause?: string;
  /** Absent on `pass` and `not-applicable`. */
  readonly fingerprint?: string;
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
  readonly location: Location;
  /** The operation's id, or for a resource page its type. */
  readonly operation?: string;
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
