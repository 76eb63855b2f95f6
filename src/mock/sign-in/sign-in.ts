import { randomUUID } from "node:crypto";
import { type BoundedMap, boundedMap } from "../../base/bounded-map.ts";
import { isGuid } from "../../odata/edm-format.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import { expiredToken, type Grant, type Invalid, readToken, tokenLifetime } from "./access-token.ts";
import { type Denial, deny, isDenial } from "./denial.ts";
import { instanceMetadata, keySet, openIdMetadata } from "./openid-metadata.ts";
import { type SigningKeys, signingKeys } from "./signing-keys.ts";
import { issueToken } from "./token-endpoint.ts";

export interface SignInOptions {
  /** The permissions that an application's token carries. */
  readonly roles: readonly string[];
  /** The permissions that a user's token may carry. */
  readonly scopes: readonly string[];
  readonly now?: () => Date;
  /** Makes the ids of tokens and traces. */
  readonly newId?: () => string;
  readonly keys?: () => Promise<SigningKeys>;
}

/** Signs applications and users in as Microsoft Entra does, for any tenant, and knows its own tokens again. */
export interface SignIn {
  /** The answer to a request of the sign-in service; undefined when the request is not for it. */
  answer(request: ServiceRequest): Promise<ServiceResponse> | undefined;
  /**
   * What an `Authorization` header grants. At once for a token that was issued or checked here lately, since every
   * request of Graph asks; else the signature is checked.
   */
  grantOf(authorization: string | undefined): Grant | Invalid | Promise<Grant | Invalid>;
}

interface KnownToken {
  readonly authorization: string;
  readonly grant: Grant;
}

const signInPath =
  /^\/([^/?#]+)\/(oauth2\/v2\.0\/token|v2\.0\/\.well-known\/openid-configuration|discovery\/v2\.0\/keys|discovery\/instance)\/?(?:\?.*)?$/i;

/** How many characters of `Authorization` headers are kept: hundreds of tokens at least. */
const keptCharacters = 4_000_000;

/** Makes a sign-in service. Its keys are made at the first request that needs them. */
export function makeSignIn(options: SignInOptions): SignIn {
  const { roles, scopes, now = () => new Date(), newId = randomUUID, keys = signingKeys } = options;
  const known = boundedMap<string, KnownToken>(keptCharacters);

  const answerToken = async (request: ServiceRequest, tenant: string) => {
    const authority = { origin: request.origin, tenant };
    const issued = await issueToken(request, { authority, roles, scopes, keys, now: now(), newId });
    if (isDenial(issued)) return issued;
    const { token, grant, scope, idToken } = issued;
    remember(known, `Bearer ${token}`, grant);
    return {
      token_type: "Bearer",
      ...(scope === undefined ? {} : { scope }),
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: token,
      ...(idToken === undefined ? {} : { id_token: idToken }),
    };
  };

  const documentOf = async (request: ServiceRequest, [, tenant = "", path = ""]: readonly string[]) => {
    const { method, origin } = request;
    const document = path.toLowerCase();
    const allowed = document === "oauth2/v2.0/token" ? "POST" : "GET";
    if (method !== allowed) return wrongMethod(method, allowed);
    if (allowed === "POST") return answerToken(request, tenant);
    if (document === "discovery/v2.0/keys") return keySet(await keys(), { origin, tenant });
    if (document !== "discovery/instance") return openIdMetadata({ origin, tenant });
    return instanceMetadata(origin, queryOf(request).get("authorization_endpoint"));
  };

  return {
    answer(request) {
      const match = isForGraph(request.target) ? null : signInPath.exec(request.target);
      if (!match) return undefined;
      return documentOf(request, match).then((answered) => respond(answered, request, now(), newId));
    },
    grantOf(authorization) {
      if (!authorization) return { invalid: "Access token is empty." };
      const entry = known.get(signatureOf(authorization));
      if (entry?.authorization === authorization) {
        return now().getTime() / 1000 < entry.grant.expires ? entry.grant : { invalid: expiredToken };
      }
      const token = /^bearer (.+)$/i.exec(authorization)?.[1]?.trim();
      if (!token) return { invalid: "Access token is empty." };
      return keys()
        .then((made) => readToken(token, made, now()))
        .then((grant) => {
          if (!("invalid" in grant)) remember(known, authorization, grant);
          return grant;
        });
    },
  };
}

/** Every request of Graph comes by here, so that its path is told without a pattern. */
function isForGraph(target: string): boolean {
  return target.startsWith("/v1.0/") || target.startsWith("/beta/");
}

/** MSAL sends its request id in the query, and in no header. */
function queryOf({ target }: ServiceRequest): URLSearchParams {
  return new URLSearchParams(target.split("?")[1]);
}

function remember(known: BoundedMap<string, KnownToken>, authorization: string, grant: Grant): void {
  known.set(signatureOf(authorization), { authorization, grant }, authorization.length);
}

/** The end of a token's signature: a short key, where the token itself may have ten thousand characters. */
function signatureOf(authorization: string): string {
  return authorization.slice(-43);
}

function wrongMethod(method: string, allowed: string): Denial {
  return {
    status: 405,
    error: "invalid_request",
    code: 900561,
    message: `The endpoint only accepts ${allowed} requests. Received a ${method} request.`,
    headers: { allow: allowed },
  };
}

function respond(
  answered: object | Denial,
  request: ServiceRequest,
  now: Date,
  newId: () => string,
): ServiceResponse {
  const traceId = newId();
  const asked = request.headers["client-request-id"] ?? queryOf(request).get("client-request-id") ?? "";
  const correlationId = isGuid(asked) ? asked : newId();
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store, no-cache",
    pragma: "no-cache",
    "x-ms-request-id": traceId,
    "client-request-id": correlationId,
  };
  if (!isDenial(answered)) return { status: 200, headers, json: answered };
  const denied = deny(answered, { now, traceId, correlationId });
  return { ...denied, headers: { ...headers, ...denied.headers } };
}
