import { isObject } from "../../base/is-object.ts";
import type { HttpResponse } from "../../http/http-message.ts";

/** What a service's error says of itself, wherever in the envelope it says it. */
export interface ServiceError {
  readonly status: number;
  /** `error.code`; empty where there is none. Services write blanks and digits in it, too. */
  readonly code: string;
  readonly message: string;
  /** The codes of `innerError`, of JSON inside the message and of `error.details`, in that order. */
  readonly innerCodes: readonly string[];
}

/** The error that a response carries; undefined for a success and a redirection. The body may be absent. */
export function readServiceError({ status = 0, body }: HttpResponse): ServiceError | undefined {
  if (status < 400) return undefined;
  const value = body?.json?.value;
  const said = isObject(value) ? value.error : undefined;
  // A place of sign-in answers with a word in place of the envelope.
  const error = isObject(said) ? said : { code: said };
  const written = textOf(error.message);
  const inside = jsonIn(written);
  return {
    status,
    code: textOf(error.code),
    message: inside ? (messageIn(inside) ?? written) : written,
    innerCodes: [
      ...codesOf(error.innerError ?? error.innererror),
      ...(inside ? codesOf(inside) : []),
      ...(Array.isArray(error.details) ? error.details.flatMap(codesOf) : []),
    ],
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** Some services put an error of their own, as JSON, into the message of the envelope. */
function jsonIn(message: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*\{/.test(message)) return undefined;
  try {
    const value: unknown = JSON.parse(message);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function messageIn(inside: Readonly<Record<string, unknown>>): string | undefined {
  const own = inside.message ?? inside.Message;
  if (typeof own === "string") return own;
  return isObject(inside.error) ? messageIn(inside.error) : undefined;
}

// Deeper than any service nests its errors.
const DEEPEST = 8;

function codesOf(value: unknown, depth = 0): string[] {
  if (!isObject(value) || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    if (/^(?:error_?)?code$/i.test(name) && textOf(one) !== "") return [textOf(one)];
    return isObject(one) ? codesOf(one, depth + 1) : [];
  });
}
