import { type Authority, documentedIssuerOf, hostOf, metadataUrlOf, tokenEndpointOf } from "./authority.ts";
import { badRequest, type Denial } from "./denial.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** The OpenID metadata of a tenant (OpenID Connect Discovery 1.0 section 3). */
export function openIdMetadata(authority: Authority): Readonly<Record<string, unknown>> {
  const { origin, tenant } = authority;
  return {
    token_endpoint: tokenEndpointOf(authority),
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    grant_types_supported: ["client_credentials", "password"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: documentedIssuerOf(authority),
    authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${origin}/${tenant}/oauth2/v2.0/logout`,
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "tid", "ver", "oid", "upn"],
    tenant_region_scope: null,
    cloud_instance_name: hostOf(authority),
    msgraph_host: hostOf(authority),
  };
}

/** The keys that a tenant's tokens are checked with (RFC 7517 section 5). */
export function keySet({ jwk }: SigningKeys, authority: Authority): Readonly<Record<string, unknown>> {
  return { keys: [{ ...jwk, issuer: documentedIssuerOf(authority) }] };
}

/**
 * What MSAL asks before it trusts an authority: where the metadata of the tenant is, and by which names the host goes.
 * An authority on another host is unknown here.
 */
export function instanceMetadata(
  origin: string,
  authorizationEndpoint: string | null,
): Readonly<Record<string, unknown>> | Denial {
  if (!authorizationEndpoint || !URL.canParse(authorizationEndpoint)) {
    return badRequest(900144, "The request must contain the following parameter: 'authorization_endpoint'.");
  }
  const host = hostOf({ origin });
  const asked = new URL(authorizationEndpoint);
  if (asked.host !== host) {
    return { ...badRequest(50049, "Unknown or invalid instance."), error: "invalid_instance" };
  }
  const tenant = asked.pathname.split("/")[1] || "common";
  return {
    tenant_discovery_endpoint: metadataUrlOf({ origin, tenant }),
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
