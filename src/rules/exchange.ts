import type { HttpRequest, HttpResponse } from "../docs/http/http-message.ts";
import type { Location } from "../docs/location.ts";
import type { GraphVersion } from "../docs/page.ts";

/** Where an exchange was obtained. Rules never ask for it; only the policy table does. */
export type Source = "documented" | "mock" | "tenant" | "recorded";

/** One request with the response that came back, from any source. */
export interface Exchange {
  readonly source: Source;
  readonly version: GraphVersion;
  /** What a person calls it: the example's title. */
  readonly title: string;
  /** The example's name; with the operation it tells exchanges apart across runs. */
  readonly name: string;
  readonly file: string;
  readonly request: HttpRequest;
  /** Absent when documentation shows a request without an answer: then only the request is judged. */
  readonly response?: HttpResponse;
  /** What the documentation says of this very exchange; absent for sources other than `documented`. */
  readonly declared?: DeclaredResponse;
  readonly location: Location;
}

/** The response annotation of a documented example. */
export interface DeclaredResponse {
  /** `@odata.type` as written, without `Collection()` and `#`. */
  readonly type?: string;
  readonly collection?: boolean;
  readonly empty?: boolean;
  /** Properties may be left out for brevity. */
  readonly truncated: boolean;
  readonly location: Location;
}
