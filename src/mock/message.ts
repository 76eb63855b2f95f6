/** A request as the service sees it, whether it came on a connection of its own or in a batch. */
export interface ServiceRequest {
  /** Upper case. */
  readonly method: string;
  /** Path and query as sent: `/v1.0/users?$top=1`. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when there is none. */
  readonly body: string;
  /** The body as it came, where it came on a connection of its own. */
  readonly bytes?: Buffer;
  /** Scheme, host and port that the client used, without a slash at the end; links and contexts begin with it. */
  readonly origin: string;
}

/** The answer of the service; at most one of `json`, `text` and `bytes` is there. */
export interface ServiceResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** `json` as it goes out, where it has been written before. */
  readonly written?: string | Buffer | undefined;
  /** A body that is no JSON, or is written as it stands. */
  readonly text?: string | undefined;
  /** A body that is no text. */
  readonly bytes?: Buffer | undefined;
}

/** A resource as the store holds it: plain JSON with the true members of its enums. */
export type Resource = Readonly<Record<string, unknown>>;

/** Characters that the service reads of a URL, whether it comes on a connection of its own or in a body. */
export const longestUrl = 64 * 1024;

/** The path of a request's target and its query, without the `?` between them; the query is empty when there is none. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
