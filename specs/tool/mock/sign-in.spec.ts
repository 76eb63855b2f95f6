import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import type { Grant, Invalid } from "../../../src/mock/sign-in/access-token.ts";
import { makeSignIn } from "../../../src/mock/sign-in/sign-in.ts";
import { signingKeys } from "../../../src/mock/sign-in/signing-keys.ts";
import {
  answered,
  bearer,
  origin,
  requestOf,
  signInAt,
  started,
  tenant,
  tokenRequest,
} from "../../support/sign-in-form.ts";

const clock = () => ({ now: started });
const seconds = started.getTime() / 1000;

describe("a token for an application", () => {
  it("comes for any client id and any secret, for 3599 seconds", async () => {
    const { status, headers, json } = await answered(signInAt(clock()), tokenRequest());
    expect({ ...json, access_token: "" }).toEqual({
      token_type: "Bearer",
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: "",
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store, no-cache",
    });
  });

  it("has the claims of Entra's, with the roles and without a scope", async () => {
    const { json } = await answered(signInAt(clock()), tokenRequest());
    const token = String(json.access_token);
    const { kid, ...header } = decodeProtectedHeader(token);
    const { sub, oid, uti, ...claims } = decodeJwt(token);
    expect(header).toEqual({ typ: "JWT", alg: "RS256" });
    expect(kid).toMatch(/^[\w-]{43}$/);
    expect(claims).toEqual({
      iss: `${origin}/${tenant}/v2.0`,
      aud: "https://graph.microsoft.com",
      tid: tenant,
      appid: "11111111-2222-4333-8444-555555555555",
      appidacr: "1",
      idp: `${origin}/${tenant}/v2.0`,
      idtyp: "app",
      roles: ["User.Read.All"],
      ver: "1.0",
      iat: seconds,
      nbf: seconds,
      exp: seconds + 3599,
    });
    expect(sub).toBe(oid);
    expect(uti).toBe("00000000-0000-4000-8000-000000000001");
  });

  it("has no roles where none is granted", async () => {
    const { json } = await answered(signInAt(clock(), { roles: [] }), tokenRequest());
    expect(decodeJwt(String(json.access_token))).not.toHaveProperty("roles");
  });

  it("comes for the credentials in an Authorization header too", async () => {
    const request = tokenRequest({ client_id: undefined, client_secret: undefined });
    const authorization = `Basic ${Buffer.from("an%20app:se%3Acret").toString("base64")}`;
    const { json } = await answered(signInAt(clock()), {
      ...request,
      headers: { ...request.headers, authorization },
    });
    expect(decodeJwt(String(json.access_token))).toMatchObject({ appid: "an app", appidacr: "1" });
  });

  it("names the tenant by the same id whenever it is asked for by the same name, and others by others", async () => {
    const idIn = async (name: string) => {
      const request = { ...tokenRequest(), target: `/${name}/oauth2/v2.0/token` };
      const { json } = await answered(signInAt(clock()), request);
      return decodeJwt(String(json.access_token)).tid;
    };
    const contoso = await idIn("contoso.onmicrosoft.com");
    expect(contoso).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await idIn("Contoso.onmicrosoft.com")).toBe(contoso);
    expect(await idIn("fabrikam.onmicrosoft.com")).not.toBe(contoso);
    expect(await idIn("organizations")).toBe(await idIn("common"));
  });
});

describe("a token for a user", () => {
  const user = { grant_type: "password", username: "ada@contoso.com", password: "a password" };

  it("has the scopes that were asked for and no roles", async () => {
    const asked = { ...user, scope: "openid https://graph.microsoft.com/User.Read" };
    const { json } = await answered(signInAt(clock()), tokenRequest(asked));
    expect(json).toMatchObject({ token_type: "Bearer", scope: "User.Read", expires_in: 3599 });
    const claims = decodeJwt(String(json.access_token));
    expect(claims).toMatchObject({ scp: "User.Read", upn: "ada@contoso.com", idtyp: "user" });
    expect(claims).not.toHaveProperty("roles");
  });

  it("has all that is granted for .default, in any letter case what was named", async () => {
    const scopes = async (scope: string) =>
      (await answered(signInAt(clock()), tokenRequest({ ...user, scope }))).json.scope;
    expect(await scopes(".default")).toBe("User.Read Mail.Read");
    expect(await scopes("mail.read")).toBe("Mail.Read");
    expect(await scopes("openid profile")).toBe("");
  });

  it("needs no secret", async () => {
    const { json } = await answered(
      signInAt(clock()),
      tokenRequest({ ...user, client_secret: undefined, scope: "User.Read" }),
    );
    expect(decodeJwt(String(json.access_token))).toMatchObject({ appidacr: "0" });
  });

  it("comes with one that says who signed in when openid is asked for, and only then", async () => {
    const idToken = async (scope: string) =>
      (await answered(signInAt(clock()), tokenRequest({ ...user, scope }))).json.id_token;
    expect(decodeJwt(String(await idToken("openid User.Read")))).toMatchObject({
      iss: `${origin}/${tenant}/v2.0`,
      aud: "11111111-2222-4333-8444-555555555555",
      preferred_username: "ada@contoso.com",
      exp: seconds + 3599,
    });
    expect(await idToken("User.Read")).toBeUndefined();
  });

  it("is refused for a scope that nobody consented to", async () => {
    const { status, json } = await answered(
      signInAt(clock()),
      tokenRequest({ ...user, scope: "Files.Read" }),
    );
    expect([status, json.error, json.error_codes]).toEqual([400, "invalid_grant", [65001]]);
  });
});

describe("what a token grants", () => {
  const application: Grant = {
    scheme: "application",
    permissions: new Set(["user.read.all"]),
    tenantId: tenant,
    clientId: "11111111-2222-4333-8444-555555555555",
    expires: seconds + 3599,
  };

  it("is known at once where it was issued, without a promise", async () => {
    const signIn = signInAt(clock());
    expect(signIn.grantOf(await bearer(signIn))).toEqual(application);
  });

  it("is read from the token by a service with the same keys, and known at once from then on", async () => {
    const authorization = await bearer(signInAt(clock()));
    const other = signInAt(clock());
    const first = other.grantOf(authorization);
    expect(first).toBeInstanceOf(Promise);
    expect(await first).toEqual(application);
    expect(other.grantOf(authorization)).toEqual(application);
  });

  it("is a user's for a user's token", async () => {
    const form = { grant_type: "password", username: "ada@contoso.com", password: "p", scope: "Mail.Read" };
    const authorization = await bearer(signInAt(clock()), tokenRequest(form));
    expect(await signInAt(clock()).grantOf(authorization)).toEqual({
      ...application,
      scheme: "delegated-work",
      permissions: new Set(["mail.read"]),
      user: "ada@contoso.com",
    });
  });

  it("is nothing from the second on in which the token expires, remembered or not", async () => {
    const time = { now: started };
    const signIn = signInAt(time);
    const authorization = await bearer(signIn);
    const expired: Invalid = { invalid: "Lifetime validation failed, the token is expired." };
    time.now = new Date((seconds + 3598) * 1000);
    expect(signIn.grantOf(authorization)).toEqual(application);
    time.now = new Date((seconds + 3599) * 1000);
    expect(signIn.grantOf(authorization)).toEqual(expired);
    expect(await signInAt(time).grantOf(authorization)).toEqual(expired);
  });

  it.each([
    ["no header", undefined, "Access token is empty."],
    ["an empty header", "", "Access token is empty."],
    ["another scheme", "Basic YTpi", "Access token is empty."],
    ["a scheme without a token", "Bearer ", "Access token is empty."],
    [
      "something else than a token",
      "Bearer rubbish",
      "CompactToken parsing failed: the token is no JSON web token that this service could have issued.",
    ],
  ])("is nothing for %s", async (_, authorization, invalid) => {
    expect(await signInAt(clock()).grantOf(authorization)).toEqual({ invalid });
  });

  it("is nothing for a token that somebody else signed, or that was changed", async () => {
    const signIn = signInAt(clock());
    const authorization = await bearer(signIn);
    const [header, payload = "", signature] = authorization.split(".");
    const claims = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), roles: ["Everything"] };
    const forged = [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
    expect(await signIn.grantOf(forged)).toEqual({
      invalid: "Access token validation failure. Invalid signature: this service did not issue the token.",
    });
  });

  it("is nothing for the token that says who signed in", async () => {
    const form = { grant_type: "password", username: "ada@contoso.com", password: "p", scope: "openid" };
    const { json } = await answered(signInAt(clock()), tokenRequest(form));
    expect(await signInAt(clock()).grantOf(`Bearer ${String(json.id_token)}`)).toEqual({
      invalid: "Access token validation failure. Invalid audience.",
    });
  });

  it("is nothing for an unsigned token", async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { aud: "https://graph.microsoft.com", tid: tenant, appid: "x", exp: seconds + 9 };
    const unsigned = `Bearer ${part({ alg: "none" })}.${part(claims)}.`;
    expect(await signInAt(clock()).grantOf(unsigned)).toHaveProperty("invalid");
  });
});

describe("the documents of a tenant", () => {
  it("lead from the metadata to keys that its tokens are checked with", async () => {
    const signIn = signInAt(clock());
    const metadata = await answered(signIn, requestOf(`/${tenant}/v2.0/.well-known/openid-configuration`));
    expect(metadata.json).toMatchObject({
      issuer: `${origin}/${tenant}/v2.0`,
      token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    });
    const { json } = await answered(signIn, requestOf(String(metadata.json.jwks_uri).slice(origin.length)));
    const keys: JSONWebKeySet = JSON.parse(JSON.stringify(json));
    expect(keys.keys.map(({ kty, use, alg, d }) => ({ kty, use, alg, d }))).toEqual([
      { kty: "RSA", use: "sig", alg: "RS256", d: undefined },
    ]);
    const token = (await bearer(signIn)).slice("Bearer ".length);
    const { issuer } = metadata.json;
    const checks = { issuer: String(issuer), audience: "https://graph.microsoft.com", currentDate: started };
    await expect(jwtVerify(token, createLocalJWKSet(keys), checks)).resolves.toBeDefined();
  });

  it("have the template of an issuer where no tenant in particular is named", async () => {
    const { json } = await answered(
      signInAt(clock()),
      requestOf("/common/v2.0/.well-known/openid-configuration"),
    );
    expect(json.issuer).toBe(`${origin}/{tenantid}/v2.0`);
  });

  it("are found by MSAL's question for the instance, on this host and no other", async () => {
    const ask = (host: string) => {
      const endpoint = encodeURIComponent(`https://${host}/${tenant}/oauth2/v2.0/authorize`);
      const path = `/common/discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`;
      return answered(signInAt(clock()), requestOf(path));
    };
    expect((await ask("localhost:8443")).json).toEqual({
      tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
      "api-version": "1.1",
      metadata: [
        {
          preferred_network: "localhost:8443",
          preferred_cache: "localhost:8443",
          aliases: ["localhost:8443"],
        },
      ],
    });
    const elsewhere = await ask("login.microsoftonline.com");
    expect([elsewhere.status, elsewhere.json.error]).toEqual([400, "invalid_instance"]);
  });
});

describe("the keys of a service", () => {
  it("are made when a token is first issued, published or checked, and not before", async () => {
    let asked = 0;
    const keys = () => {
      asked += 1;
      return signingKeys();
    };
    const signIn = makeSignIn({ roles: [], scopes: [], keys, now: () => started });
    await signIn.answer(requestOf(`/${tenant}/v2.0/.well-known/openid-configuration`));
    await signIn.answer(tokenRequest({ scope: "wrong" }));
    await signIn.grantOf(undefined);
    expect(asked).toBe(0);
    await signIn.grantOf(await bearer(signIn));
    expect(asked).toBe(1);
    await signIn.answer(requestOf(`/${tenant}/discovery/v2.0/keys`));
    await signIn.grantOf("Bearer rubbish");
    expect(asked).toBe(3);
  });
});

describe("a request that is not for the sign-in service", () => {
  it.each([
    "/v1.0/users",
    "/beta/oauth2/v2.0/token",
    "/",
    "/contoso/oauth2/v2.0/authorize",
    "/contoso/users/oauth2/v2.0/token",
    "//oauth2/v2.0/token",
  ])("is left alone: %s", (target) => {
    expect(signInAt(clock()).answer(requestOf(target))).toBeUndefined();
  });
});
