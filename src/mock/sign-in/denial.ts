import type { ServiceResponse } from "../message.ts";

/** Why the sign-in is refused, in Entra's words for it. */
export interface Denial {
  readonly status: number;
  /** RFC 6749 section 5.2: `invalid_request`, `invalid_client`. */
  readonly error: string;
  /** The number behind `AADSTS`. */
  readonly code: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A malformed request. */
export function badRequest(code: number, message: string): Denial {
  return { status: 400, error: "invalid_request", code, message };
}

/** Credentials that are not accepted. */
export function badClient(code: number, message: string): Denial {
  return { status: 401, error: "invalid_client", code, message };
}

/** A parameter that the form has to have. */
export function missingParameter(name: string): Denial {
  return badRequest(900144, `The request body must contain the following parameter: '${name}'.`);
}

/** True for a refusal, as opposed to what was asked for. */
export function isDenial(value: object): value is Denial {
  return "error" in value && "code" in value;
}

/** The answer that carries a refusal (Entra page "Microsoft Entra authentication and authorization error codes"). */
export function deny(
  { status, error, code, message, headers = {} }: Denial,
  about: { readonly now: Date; readonly traceId: string; readonly correlationId: string },
): ServiceResponse {
  const timestamp = `${about.now.toISOString().slice(0, 19).replace("T", " ")}Z`;
  return {
    status,
    headers,
    json: {
      error,
      error_description: `AADSTS${code}: ${message} Trace ID: ${about.traceId} Correlation ID: ${about.correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: about.traceId,
      correlation_id: about.correlationId,
    },
  };
}
