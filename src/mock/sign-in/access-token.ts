import type { JWTPayload } from "jose";
import { JWSSignatureVerificationFailed, JWTClaimValidationFailed, JWTExpired } from "jose/errors";
import { SignJWT } from "jose/jwt/sign";
import { jwtVerify } from "jose/jwt/verify";
import { guidOf } from "./authority.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** Seconds, as Entra's answers say. */
export const tokenLifetime = 3599;

/** What tokens for Graph are meant for. */
const graphAudience = "https://graph.microsoft.com";

/** What a token says beside what its grant does. */
export interface TokenFacts {
  readonly issuer: string;
  /** How the client proved who it is. */
  readonly proof: string;
  /** The permissions in their own letter case. */
  readonly permissions: readonly string[];
  /** Makes the token one of a kind. */
  readonly id: string;
}

/** Signs the token of a grant, with the claims of Entra's tokens for Graph (Entra page "Access token claims reference"). */
export async function signToken(
  grant: Grant,
  { issuer, proof, permissions, id }: TokenFacts,
  keys: SigningKeys,
): Promise<string> {
  const { tenantId, clientId, user, expires } = grant;
  const issued = expires - tokenLifetime;
  const subject = guidOf(`${tenantId}/${(user ?? clientId).toLowerCase()}`);
  const held =
    user === undefined
      ? { idtyp: "app", ...(permissions.length > 0 ? { roles: permissions } : {}) }
      : { idtyp: "user", scp: permissions.join(" "), upn: user, unique_name: user };
  const claims: JWTPayload = {
    appid: clientId,
    appidacr: proof,
    idp: issuer,
    oid: subject,
    tid: tenantId,
    uti: id,
    ver: "1.0",
    ...held,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: keys.jwk.kid })
    .setIssuer(issuer)
    .setAudience(graphAudience)
    .setSubject(subject)
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(expires)
    .sign(keys.privateKey);
}

/** The grant of a token that was signed with the keys, or why it is none. */
export async function readToken(token: string, keys: SigningKeys, now: Date): Promise<Grant | Invalid> {
  try {
    const { payload } = await jwtVerify(token, keys.publicKey, {
      algorithms: ["RS256"],
      audience: graphAudience,
      currentDate: now,
      requiredClaims: ["exp"],
    });
    return grantIn(payload);
  } catch (error) {
    return { invalid: wordsFor(error) };
  }
}

function grantIn(claims: JWTPayload): Grant {
  const { tid, appid, roles, scp, upn, exp } = claims;
  const delegated = typeof scp === "string";
  const names = delegated ? scp.split(" ") : Array.isArray(roles) ? roles.map(String) : [];
  return {
    scheme: delegated ? "delegated-work" : "application",
    permissions: permissionSet(names),
    tenantId: String(tid),
    clientId: String(appid),
    ...(delegated ? { user: String(upn ?? "") } : {}),
    expires: exp ?? 0,
  };
}

/** Permissions as a grant holds them. */
export function permissionSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name !== "").map((name) => name.toLowerCase()));
}

function wordsFor(error: unknown): string {
  if (error instanceof JWTExpired) return expiredToken;
  if (error instanceof JWSSignatureVerificationFailed) {
    return "Access token validation failure. Invalid signature: this service did not issue the token.";
  }
  if (error instanceof JWTClaimValidationFailed && error.claim === "aud") {
    return "Access token validation failure. Invalid audience.";
  }
  return "CompactToken parsing failed: the token is no JSON web token that this service could have issued.";
}

/** What Graph says of an expired token. */
export const expiredToken = "Lifetime validation failed, the token is expired.";

/** What a valid access token allows. */
export interface Grant {
  /** Who signed in: an application, or a user of a work or school account through one. */
  readonly scheme: "application" | "delegated-work";
  /** In lower case: roles of an application, scopes of a user. */
  readonly permissions: ReadonlySet<string>;
  readonly tenantId: string;
  readonly clientId: string;
  /** The name that the user signed in with. */
  readonly user?: string;
  /** Seconds since 1970; from then on the token is expired. */
  readonly expires: number;
}

/** Why there is no grant, in Graph's words for it. */
export interface Invalid {
  readonly invalid: string;
}
