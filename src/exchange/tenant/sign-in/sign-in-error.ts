import { UsageError } from "../../../base/usage-error.ts";
import { NotSent } from "../../service/transport/transport.ts";

/** What Entra's refusals mean to who set the gate up, by the number behind `AADSTS`. */
const meanings: Readonly<Record<number, string>> = {
  90002: "there is no such tenant in this cloud: check AZURE_TENANT_ID and GRAPH_CLOUD",
  900023: "AZURE_TENANT_ID is neither the id of a tenant nor one of its domains",
  900021: "the tenant is not one that an application can sign in to: check AZURE_TENANT_ID",
  700016: "the tenant has no such application: check AZURE_CLIENT_ID and AZURE_TENANT_ID",
  7000229: "the application has no service principal in the tenant: an administrator has to consent to it",
  7000112: "the application is disabled",
  700038: "AZURE_CLIENT_ID is not the id of an application",
  7000215: "AZURE_CLIENT_SECRET is no secret of the application: take the value of a secret, not its id",
  7000222: "AZURE_CLIENT_SECRET is expired: make a new one",
  7000216: "the application sent no credential",
  700027: "the certificate is not registered with the application, or its key is another one",
  700030: "the certificate is not registered with the application",
  700024: "the assertion is expired, or not valid yet: check the clock, and who renews the token",
  700021: "the assertion is that of another application",
  70021: "no federated credential of the application fits the token: check its issuer, subject and audience",
  700211: "no federated credential of the application has the issuer of the token",
  700212: "no federated credential of the application has the audience of the token",
  700213:
    "no federated credential of the application has the subject of the token: check branch, environment or service connection",
  700223: "the issuer of the token may not be used for federated credentials in the tenant",
  50013: "the assertion is not valid: its signature, its time or its audience is wrong",
  50027: "the assertion is no token that can be read",
  53003: "conditional access blocks the application",
  530003: "conditional access blocks the application",
  500011: "the tenant does not know Graph by this scope: check GRAPH_CLOUD",
  1002012: "Graph is not called by this scope: check GRAPH_CLOUD",
  90033: "Entra is not available for the moment",
  50196: "the application asked for too many tokens: wait some minutes",
};

/** What went wrong on the way to Entra, or what Entra said, as the one who asked saw it. */
export interface SignInTrouble {
  /** What the last answer was, as far as there was one. */
  readonly status?: number;
  /** `invalid_client` and the like. */
  readonly error?: string;
  readonly codes: readonly number[];
  /** Why there was no answer. */
  readonly failure?: string;
}

/**
 * One sentence on a sign-in that failed. Nothing that a library or a service said goes into it but Entra's code: errors
 * were seen with a bearer token inside.
 */
export function signInError(who: string, authorityHost: string, trouble: SignInTrouble): UsageError {
  return new UsageError(`${who} could not sign in at ${authorityHost}: ${whyOf(trouble)}`);
}

function whyOf({ status, error, codes, failure }: SignInTrouble): string {
  const code = codes.find((one) => meanings[one] !== undefined) ?? codes[0];
  if (code !== undefined) return `${meanings[code] ?? "it was refused"} (AADSTS${code})`;
  if (failure !== undefined) return failure;
  if (error !== undefined && /^[a-z_]{3,40}$/.test(error)) return `it was refused (${error})`;
  return status === undefined ? "it is not known why" : `the answer was ${status}, and no token`;
}

/** What an answer of Entra's says of why there is no token. */
export function troubleIn(status: number, body: unknown): SignInTrouble {
  const { error, error_codes, error_description } = Object(body) as Readonly<Record<string, unknown>>;
  const listed = Array.isArray(error_codes) ? error_codes.filter(Number.isInteger) : [];
  const [, told] = /\bAADSTS(\d{4,8})\b/.exec(String(error_description)) ?? [];
  const codes = [...listed, ...(told === undefined ? [] : [Number(told)])] as number[];
  return { status, codes, ...(typeof error === "string" ? { error } : {}) };
}

/** Why nothing answered, in words that hold no address and no secret. */
export function failureOf(error: unknown): string {
  // Words of our own: "not asked: the budget of 1 request is used up".
  if (error instanceof NotSent) return error.message.replace(/^not [a-z ]+: /, "");
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  const { code = "", message = "" } = Object(first) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const known = failures[String(code)];
  if (known !== undefined) return known;
  if (/certificate/i.test(String(message)) || /CERT|TLS|SSL/.test(String(code))) return failures.SELF ?? "";
  // Words of our own transports.
  if (/^(?:no answer within [\d.]+ s|the proxy (?:gives no way|does not answer) .*)$/.test(String(message)))
    return String(message);
  return /^[A-Z_]{3,40}$/.test(String(code)) ? `nothing answers (${code})` : "nothing answers";
}

// Node reads it before anything else.
const untrusted =
  "its certificate is not trusted: name the one that vouches for it in NODE_EXTRA_CA_CERTS (in the environment; .env comes too late)";
const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host: check the address and HTTPS_PROXY",
  EAI_AGAIN: "the host cannot be looked up: check the network and HTTPS_PROXY",
  ECONNREFUSED: "nothing listens there (ECONNREFUSED)",
  SELF: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
  CERT_HAS_EXPIRED: "its certificate is expired",
};
