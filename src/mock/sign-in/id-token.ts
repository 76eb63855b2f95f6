import { SignJWT } from "jose/jwt/sign";
import { type Grant, tokenLifetime } from "./access-token.ts";
import { guidOf } from "./authority.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** Says to the client who signed in (OpenID Connect Core 1.0 section 2); it opens nothing. */
export function signIdToken(grant: Grant, issuer: string, keys: SigningKeys): Promise<string> {
  const { tenantId, clientId, user = "", expires } = grant;
  const object = guidOf(`${tenantId}/${user.toLowerCase()}`);
  const issued = expires - tokenLifetime;
  return new SignJWT({ name: user, preferred_username: user, oid: object, tid: tenantId, ver: "2.0" })
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: keys.jwk.kid })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(guidOf(`${object}/${clientId}`))
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(expires)
    .sign(keys.privateKey);
}
