import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answered,
  graphScope,
  requestOf,
  signInAt,
  started,
  tenant,
  tokenRequest,
} from "../../support/sign-in-form.ts";

const signIn = () => signInAt({ now: started });

const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

async function refusalOf(form: Readonly<Record<string, string | undefined>>): Promise<string> {
  const { status, json } = await answered(signIn(), tokenRequest(form));
  const first = String(json.error_description).split(" Trace ID: ")[0];
  return `${status} ${String(json.error)} ${first}`;
}

describe("a sign-in that is refused", () => {
  it("is answered in Entra's form, with the id that the client gave", async () => {
    const request = tokenRequest({ grant_type: undefined });
    const correlation = "0c3b9b0e-3f1a-4a7e-8a55-0d6f0f4b7a11";
    const headers = { ...request.headers, "client-request-id": correlation };
    const { status, headers: sent, json } = await answered(signIn(), { ...request, headers });
    const trace = "00000000-0000-4000-8000-000000000001";
    expect(status).toBe(400);
    expect(sent).toMatchObject({ "x-ms-request-id": trace, "client-request-id": correlation });
    expect(json).toEqual({
      error: "invalid_request",
      error_description: `AADSTS900144: The request body must contain the following parameter: 'grant_type'. Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-03-04 05:06:07Z`,
      error_codes: [900144],
      timestamp: "2026-03-04 05:06:07Z",
      trace_id: trace,
      correlation_id: correlation,
    });
  });

  it("is answered with the id that MSAL writes into the query too", async () => {
    const correlation = "0c3b9b0e-3f1a-4a7e-8a55-0d6f0f4b7a11";
    const request = tokenRequest({ grant_type: undefined });
    const target = `${request.target}?client-request-id=${correlation}`;
    expect((await answered(signIn(), { ...request, target })).json.correlation_id).toBe(correlation);
  });

  it.each([
    [
      { grant_type: "magic" },
      "400 unsupported_grant_type AADSTS70003: The app requested an unsupported grant type 'magic'.",
    ],
    [
      { client_id: undefined },
      "400 invalid_request AADSTS900144: The request body must contain the following parameter: 'client_id'.",
    ],
    [
      { client_secret: undefined },
      "401 invalid_client AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    ],
    [
      { client_secret: "" },
      "401 invalid_client AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    ],
    [
      { scope: undefined },
      "400 invalid_request AADSTS900144: The request body must contain the following parameter: 'scope'.",
    ],
    [
      { scope: "https://graph.microsoft.com/User.Read.All" },
      "400 invalid_scope AADSTS1002012: The provided value for scope https://graph.microsoft.com/User.Read.All is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
    ],
    [
      { scope: "https://vault.azure.net/.default" },
      "400 invalid_resource AADSTS500011: The resource principal named https://vault.azure.net was not found in the tenant. Graph's is https://graph.microsoft.com.",
    ],
    [
      { grant_type: "password", scope: "User.Read" },
      "400 invalid_request AADSTS900144: The request body must contain the following parameter: 'username'.",
    ],
    [
      { grant_type: "password", scope: "User.Read", username: "ada@contoso.com" },
      "400 invalid_request AADSTS900144: The request body must contain the following parameter: 'password'.",
    ],
    [
      { grant_type: "password", scope: "https://vault.azure.net/Secrets.Read", username: "a", password: "b" },
      "400 invalid_resource AADSTS500011: The resource principal named https://vault.azure.net was not found in the tenant. Graph's is https://graph.microsoft.com.",
    ],
  ])("for %o", async (form, refusal) => expect(await refusalOf(form)).toBe(refusal));

  it.each([
    "https://graph.microsoft.com/.default",
    "https://graph.microsoft.com//.default",
    "https://graph.microsoft.us/.default",
    "00000003-0000-0000-c000-000000000000/.default",
    "https://localhost:8443/.default",
  ])("but not for the scope %s", async (scope) => {
    expect((await answered(signIn(), tokenRequest({ scope }))).status).toBe(200);
  });

  it("for a form in another media type, in which Entra reads nothing", async () => {
    const request = tokenRequest();
    const json = { ...request, headers: { "content-type": "application/json" } };
    expect((await answered(signIn(), json)).json.error_codes).toEqual([900144]);
    expect((await answered(signIn(), { ...request, headers: {} })).json.error_codes).toEqual([900144]);
    const charset = { "content-type": "Application/X-WWW-Form-URLEncoded; charset=utf-8" };
    expect((await answered(signIn(), { ...request, headers: charset })).status).toBe(200);
  });

  it("for another method than the one of the document, with the right one in Allow", async () => {
    const wrong = async (method: string, target: string) => {
      const { status, headers, json } = await answered(signIn(), { ...requestOf(target), method });
      return [status, headers.allow, json.error_codes];
    };
    expect(await wrong("GET", `/${tenant}/oauth2/v2.0/token`)).toEqual([405, "POST", [900561]]);
    expect(await wrong("POST", `/${tenant}/discovery/v2.0/keys`)).toEqual([405, "GET", [900561]]);
  });

  it("for a question for the instance that names no authority", async () => {
    const { json } = await answered(signIn(), requestOf("/common/discovery/instance?api-version=1.1"));
    expect(json.error_codes).toEqual([900144]);
  });

  it("without a word of the secret, the password or the assertion", async () => {
    const hidden = "hunter2hunter2";
    const forms = [
      { client_secret: hidden, scope: "x" },
      { grant_type: "password", username: "a", password: hidden, scope: "Files.Read" },
      {
        client_assertion: hidden,
        client_assertion_type: jwtBearer,
      },
    ];
    const answers = await Promise.all(forms.map((form) => answered(signIn(), tokenRequest(form))));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(JSON.stringify(answers)).not.toContain(hidden);
  });

  it("or is answered, whatever the client sends, and never ends in an error of the service", async () => {
    const names =
      "grant_type client_id client_secret client_assertion client_assertion_type scope username password";
    const values = ["client_credentials", "password", "", "a.b.c", jwtBearer, graphScope, "openid User.Read"];
    const value = fc.oneof(fc.constantFrom(...values), fc.string());
    const form = fc.dictionary(fc.constantFrom(...names.split(" ")), value);
    const origin = fc.oneof(
      fc.constantFrom("https://localhost:1", "http://[::1", "http://a b:x"),
      fc.string(),
    );
    const path = fc.constantFrom(
      "/a/oauth2/v2.0/token",
      "/%zz/discovery/v2.0/keys",
      "/common/discovery/instance?authorization_endpoint=https%3A%2F%2F",
      "/%/v2.0/.well-known/openid-configuration",
    );
    await fc.assert(
      fc.asyncProperty(form, origin, path, fc.boolean(), async (fields, host, target, posted) => {
        const request = { ...requestOf(target, posted ? fields : undefined), origin: host };
        const { status } = await answered(signIn(), request);
        expect([200, 400, 401, 405]).toContain(status);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
