import type { JWTPayload, ProtectedHeaderParameters } from "jose";
import { decodeProtectedHeader } from "jose/decode/protected_header";
import { compactVerify } from "jose/jws/compact/verify";
import { decodeJwt } from "jose/jwt/decode";
import { importX509 } from "jose/key/import";
import { type Authority, hostOf, tenantIdOf } from "./authority.ts";
import { badClient, badRequest, type Denial } from "./denial.ts";

/** What an assertion is judged by. */
export interface AssertionSetting {
  readonly authority: Authority;
  readonly clientId: string;
  readonly now: Date;
}

interface Assertion {
  readonly text: string;
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

// Entra page "Workload identity federation": what the token of another issuer has to be meant for, by cloud.
const exchangeAudience = /^api:\/\/AzureADTokenExchange(?:USGov|China)?$/;

// Entra's own hosts: a client that was told the mock's address in another way still names one of these.
const loginHosts: ReadonlySet<string> = new Set([
  "login.microsoftonline.com",
  "login.microsoft.com",
  "login.windows.net",
  "sts.windows.net",
  "login.microsoftonline.us",
  "login.partner.microsoftonline.cn",
  "login.chinacloudapi.cn",
]);

/**
 * Why Entra would not take a client assertion, or nothing. One that its client signed has the client as issuer and
 * subject (Entra page "Microsoft identity platform application authentication certificate credentials"); one of
 * another issuer is a federated token. No certificate is registered here, so that a signature can only be checked
 * where the assertion brings its certificate along.
 */
export async function checkAssertion(text: string, setting: AssertionSetting): Promise<Denial | undefined> {
  const assertion = decode(text);
  if (!assertion) return badRequest(50027, "JWT token is invalid or malformed.");
  const { header, claims } = assertion;
  if (header.alg !== "RS256" && header.alg !== "PS256") {
    return badRequest(5002730, "Invalid JWT token. Unsupported key for the signing algorithm.");
  }
  const signedByClient =
    header.x5t !== undefined || header["x5t#S256"] !== undefined || claims.iss === setting.clientId;
  return (
    (signedByClient ? wrongClientClaims(claims, setting) : wrongFederatedClaims(claims)) ??
    outOfTime(claims, setting.now) ??
    (await wrongSignature(assertion))
  );
}

function decode(text: string): Assertion | undefined {
  try {
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return undefined;
    return { text, header: decodeProtectedHeader(text), claims: decodeJwt(text) };
  } catch {
    return undefined;
  }
}

function wrongClientClaims(
  claims: JWTPayload,
  { authority, clientId }: AssertionSetting,
): Denial | undefined {
  if (claims.sub !== claims.iss) {
    return badClient(50048, "Subject must match the issuer claim in the client assertion.");
  }
  if (claims.iss !== clientId) {
    return badClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
  }
  // Several audiences are none for Entra.
  if (typeof claims.aud !== "string") return badRequest(50027, "JWT token is invalid or malformed.");
  if (namesAuthority(claims.aud, authority)) return undefined;
  return badClient(700023, "Client assertion audience claim does not match Realm issuer.");
}

function namesAuthority(audience: string, authority: Authority): boolean {
  if (!URL.canParse(audience)) return false;
  const { host, hostname, pathname } = new URL(audience);
  if (host !== hostOf(authority) && !loginHosts.has(hostname)) return false;
  const path = pathname.toLowerCase().replace(/\/$/, "");
  return [authority.tenant.toLowerCase(), tenantIdOf(authority)].some((tenant) =>
    ["", "/v2.0", "/oauth2/token", "/oauth2/v2.0/token"].some((end) => path === `/${tenant}${end}`),
  );
}

function wrongFederatedClaims({ iss, sub, aud }: JWTPayload): Denial | undefined {
  if (!iss || !sub) {
    return badClient(700212, "The presented assertion has to name its issuer and its subject.");
  }
  const audiences = [aud ?? []].flat();
  if (audiences.some((audience) => exchangeAudience.test(audience))) return undefined;
  const presented = audiences.map((audience) => `'${audience}'`).join(", ") || "none";
  return badClient(
    700212,
    `No matching federated identity record found for presented assertion audience ${presented}. It has to be 'api://AzureADTokenExchange'.`,
  );
}

function outOfTime(claims: JWTPayload, now: Date): Denial | undefined {
  const [exp, nbf] = [secondsOf(claims.exp), secondsOf(claims.nbf)];
  if (exp === undefined) return badRequest(50027, "JWT token is invalid or malformed.");
  const seconds = now.getTime() / 1000;
  // Entra allows clocks to differ by five minutes at the beginning.
  const begun = nbf === undefined || nbf <= seconds + 300;
  if (begun && seconds < exp) return undefined;
  const span = `Current time: ${now.toISOString()}, assertion valid from ${iso(nbf ?? 0)}, expiry time of assertion ${iso(exp)}.`;
  return badClient(700024, `Client assertion is not within its valid time range. ${span}`);
}

/** A date of a claim; MSAL for .NET writes it as text, and Entra takes it. */
function secondsOf(claim: unknown): number | undefined {
  if (typeof claim === "string" && /^\d+$/.test(claim)) return Number(claim);
  return typeof claim === "number" ? claim : undefined;
}

function iso(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}

async function wrongSignature({ text, header }: Assertion): Promise<Denial | undefined> {
  const chain: unknown = header.x5c;
  if (chain === undefined) return undefined;
  const first: unknown = Array.isArray(chain) ? chain[0] : chain;
  const pem = `-----BEGIN CERTIFICATE-----\n${String(first)}\n-----END CERTIFICATE-----`;
  try {
    await compactVerify(text, await importX509(pem, header.alg ?? "RS256"));
    return undefined;
  } catch {
    return badClient(700027, "Client assertion contains an invalid signature.");
  }
}
