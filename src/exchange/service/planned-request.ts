import type { Location } from "../../base/location.ts";
import type { Operation } from "../../contract/contract.ts";
import type { Probe } from "../../rules/exchange.ts";
import type { Reason } from "../../rules/reason.ts";

/** Which promise a request is for. */
export interface Purpose {
  /** Tells the exchanges of an operation apart across runs, so that nothing of an answer is in it. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  /** The page whose promise it asks for. */
  readonly file: string;
  /** The example's or the operation's line. */
  readonly location: Location;
}

/** A request that has everything but a host, a version and a token. */
export interface PlannedRequest extends Purpose {
  readonly kind: "request";
  /** Upper case. */
  readonly method: string;
  /** Path and query below the version, or the absolute link that an earlier answer gave. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly probe?: Probe;
  /** It is sent although the same request was answered before: the answer may be another by now. */
  readonly again?: true;
  /** The script does not wait for the answer: what it asks next does not hang on it. */
  readonly apart?: true;
}

/** A request that only learns what another one needs: no exchange comes of it. */
export interface Lookup {
  readonly kind: "lookup";
  readonly target: string;
  /** What a person calls it; nothing of an answer is in it. */
  readonly title?: string;
  /** Where no page documents what is asked for. */
  readonly probe?: "listing";
}

/** A request that the plan wants and cannot make. */
export interface UnmadeRequest extends Purpose {
  readonly kind: "unmade";
  readonly method: string;
  /** With its placeholders. */
  readonly target: string;
  readonly reason: Reason;
  readonly message: string;
  readonly probe?: Probe;
}

export type Step = PlannedRequest | Lookup | UnmadeRequest;

/** What came back, as far as a plan wants to know. All is absent when nothing did. */
export interface Answer {
  /** Why the answer verifies nothing, where one knows. */
  readonly reason?: Reason;
  readonly status?: number;
  readonly json?: unknown;
  /** The header `ETag`. */
  readonly etag?: string;
}

/**
 * A part of the plan that hangs together: later steps may use earlier answers. It sends nothing itself, so that it
 * can be looked at without a service.
 */
export type Script = Generator<Step, void, Answer>;

/** A request whose answer the script has no use for. */
export function apart(request: PlannedRequest): PlannedRequest {
  return { ...request, apart: true };
}

/** The purpose of a probe of an operation; the name is what tells it from the operation's other probes. */
export function purposeOf(
  { title, file, location }: Pick<Operation, "title" | "file" | "location">,
  name: string,
): Purpose {
  return { name, title: `${title}: ${name}`, file, location };
}

/** A request to an operation that the plan wants and cannot make, with the name of the one that it would be. */
export function unmadeOf(
  operation: Pick<Operation, "title" | "file" | "location" | "method" | "path">,
  name: string,
  reason: Reason,
  message: string,
): UnmadeRequest {
  const { method, path } = operation;
  return { ...purposeOf(operation, name), kind: "unmade", method, target: path, reason, message };
}

/** A decoded path as a URL has it. */
export function writePath(segments: readonly string[]): string {
  return segments.map((segment) => `/${written(segment, /%(?:24|2C|3A|3B|3D|40)/g)}`).join("");
}

/** Query options as a URL has them, with the `?`; nothing when there are none. */
export function writeQuery(options: Readonly<Record<string, string>>): string {
  const bare = /%(?:24|2C|2F|3A|3B|40)/g;
  const parts = Object.entries(options).map(
    ([name, value]) => `${written(name, bare)}=${written(value, bare)}`,
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** What OData writes bare (ABNF, `pchar` and `qchar-no-AMP-EQ`) stays bare, for the sake of readers. */
function written(text: string, bare: RegExp): string {
  return encodeURIComponent(text).replace(bare, (code) => decodeURIComponent(code));
}
