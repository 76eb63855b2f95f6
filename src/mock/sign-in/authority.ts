import { createHash } from "node:crypto";
import { isGuid } from "../../odata/edm-format.ts";

/** A tenant as the URL of a request names it. */
export interface Authority {
  /** Scheme, host and port that the client used. */
  readonly origin: string;
  /** As written: a GUID, a domain, `common`, `organizations`. */
  readonly tenant: string;
}

const shared: ReadonlySet<string> = new Set(["common", "organizations", "consumers"]);

/** The id of the tenant; what no tenant in particular is asked for is the home tenant. */
export function tenantIdOf({ tenant }: Authority): string {
  return guidOf(shared.has(tenant.toLowerCase()) ? "home" : tenant);
}

/** Host and port, in lower case. What a client sends as its host need not be one, so that nothing is parsed. */
export function hostOf({ origin }: { readonly origin: string }): string {
  return origin.slice(origin.indexOf("//") + 2).toLowerCase();
}

/** The `iss` of the tenant's tokens, and the issuer that its metadata names. */
export function issuerOf(authority: Authority): string {
  return `${authority.origin}/${tenantIdOf(authority)}/v2.0`;
}

/** Where the tenant issues tokens. */
export function tokenEndpointOf({ origin, tenant }: Authority): string {
  return `${origin}/${tenant}/oauth2/v2.0/token`;
}

/** Where the tenant publishes its OpenID metadata. */
export function metadataUrlOf({ origin, tenant }: Authority): string {
  return `${origin}/${tenant}/v2.0/.well-known/openid-configuration`;
}

/** The metadata's issuer: for an authority that stands for many tenants a template, as Entra writes it. */
export function documentedIssuerOf(authority: Authority): string {
  const many = shared.has(authority.tenant.toLowerCase());
  return many ? `${authority.origin}/{tenantid}/v2.0` : issuerOf(authority);
}

/** The text itself, in lower case, when it is a GUID; else a GUID that is always the same for the same text. */
export function guidOf(text: string): string {
  const known = text.toLowerCase();
  if (isGuid(known)) return known;
  const digest = createHash("sha256").update(known).digest("hex");
  // Version 8 of RFC 9562 (section 5.8), whose bits are the maker's own.
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
