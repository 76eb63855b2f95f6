import { isObject } from "../../src/base/is-object.ts";
import type { ServiceRequest } from "../../src/mock/message.ts";
import { makeSignIn, type SignIn } from "../../src/mock/sign-in/sign-in.ts";

export const origin = "https://localhost:8443";
export const tenant = "5d9e3b0a-6f0d-4e0f-9d7b-1f2a3b4c5d6e";
export const started = new Date("2026-03-04T05:06:07Z");
export const graphScope = "https://graph.microsoft.com/.default";

/** A sign-in service whose clock is set by hand. */
export function signInAt(
  clock: { now: Date },
  granted: { roles?: string[]; scopes?: string[] } = {},
): SignIn {
  let ids = 0;
  return makeSignIn({
    roles: granted.roles ?? ["User.Read.All"],
    scopes: granted.scopes ?? ["User.Read", "Mail.Read"],
    now: () => clock.now,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
  });
}

/** A request of the sign-in service, as a GET unless a form is sent. */
export function requestOf(target: string, form?: Readonly<Record<string, string>>): ServiceRequest {
  if (!form) return { method: "GET", target, headers: {}, body: "", origin };
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return { method: "POST", target, headers, body: new URLSearchParams(form).toString(), origin };
}

/** A token request for the tenant; what the form does not say is that of a well-formed one with a secret. */
export function tokenRequest(form: Readonly<Record<string, string | undefined>> = {}): ServiceRequest {
  const whole = {
    grant_type: "client_credentials",
    client_id: "11111111-2222-4333-8444-555555555555",
    client_secret: "a secret",
    scope: graphScope,
    ...form,
  };
  const sent = Object.entries(whole).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return requestOf(`/${tenant}/oauth2/v2.0/token`, Object.fromEntries(sent));
}

/** What the sign-in service answers: its status and its JSON object. */
export async function answered(
  signIn: SignIn,
  request: ServiceRequest,
): Promise<{ status: number; headers: Readonly<Record<string, string>>; json: Record<string, unknown> }> {
  const response = await signIn.answer(request);
  if (!response || !isObject(response.json)) throw new Error("the sign-in service answers no object");
  return { status: response.status, headers: response.headers, json: response.json };
}

/** The `Authorization` header that a token request leads to. */
export async function bearer(signIn: SignIn, request: ServiceRequest = tokenRequest()): Promise<string> {
  const { json } = await answered(signIn, request);
  return `Bearer ${String(json.access_token)}`;
}
