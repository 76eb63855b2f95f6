import { onceForLast } from "../base/once-for.ts";
import type { Span } from "../base/span.ts";
import type { Contract } from "../contract/contract.ts";
import { shortName } from "../contract/names/short-name.ts";
import { findType } from "../contract/names/type-name.ts";
import type { PromisedBody } from "../contract/promise/promised-body.ts";
import { resourcesInBody } from "../contract/validation/resources-in-body.ts";
import type { Gap } from "../contract/validation/violation.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import type { Reason } from "./reason.ts";

/** What could not be judged, and why: an outcome of a rule. */
interface Unjudged {
  readonly status: "not-verified";
  readonly reason: Reason;
  readonly message: string;
  readonly span: Span;
  readonly pointer?: string;
}

/** The part of an exchange's context that says it. */
interface Asked {
  readonly exchange: { readonly request: HttpRequest };
  readonly url: { readonly segments: readonly string[] };
}

interface Answered {
  readonly contract: Contract;
  readonly response: HttpResponse;
  readonly promised: PromisedBody;
  readonly gaps: readonly Gap[];
  locate(pointer: string): Span;
}

/** What a rule says where the contract has nothing to hold an exchange to: no page documents the request. */
export function undocumented({ exchange, url }: Asked, what: string, span: Span): Unjudged {
  const asked = `${exchange.request.method} /${url.segments.join("/")}`;
  const message = `${what} not judged: no page here documents ${asked}`;
  return { status: "not-verified", reason: "undocumented", message, span };
}

/** Why nothing of a body can be held to its type; undefined where there is no body, or its type is known. */
export function unknownType(context: Answered): Unjudged | undefined {
  const { promised, response } = context;
  if (response.body?.json?.value === undefined) return undefined;
  if (promised.type?.kind === "unknown") {
    return unjudged(context, "not-in-folder", `no page here declares its type "${promised.type.name}"`);
  }
  return promised.unsaid
    ? unjudged(context, "undocumented", "no page here says which type it has")
    : undefined;
}

/** The same, and why not where the body itself names a type that nobody knows in the place of the promised one. */
export const unjudgedBody = onceForLast((context: Answered): Unjudged | undefined => {
  const unknown = unknownType(context);
  const { promised, response, contract, gaps } = context;
  const value = response.body?.json?.value;
  if (unknown || value === undefined || !promised.type) return unknown;
  const { resources, strayNames } = resourcesInBody(contract, promised.type, value);
  const [first] = resources;
  if (!first || strayNames.length > 0) return undefined;
  const left = new Map(gaps.filter(({ kind }) => kind === "type").map((gap) => [gap.pointer, gap.name]));
  const name = left.get(first.pointer);
  if (name === undefined || !resources.every(({ pointer }) => left.has(pointer))) return undefined;
  const why =
    findType(contract, name) === undefined
      ? `declares its type "${name}"`
      : `says that "${name}" is a ${shortName(promised.type.name)}`;
  return unjudged(context, "not-in-folder", `no page here ${why}`);
});

function unjudged(context: Answered, reason: Reason, why: string): Unjudged {
  const message = `the body is not judged: ${why}`;
  return { status: "not-verified", reason, message, span: context.locate(""), pointer: "" };
}
