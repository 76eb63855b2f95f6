import { mediaType } from "../../http/header.ts";
import type { ServiceRequest } from "../message.ts";
import { type Grant, permissionSet, signToken, tokenLifetime } from "./access-token.ts";
import { type Authority, issuerOf, tenantIdOf } from "./authority.ts";
import { type Client, confidential, readClient } from "./client-credential.ts";
import { type Denial, isDenial, missingParameter } from "./denial.ts";
import { signIdToken } from "./id-token.ts";
import { checkApplicationScope, delegatedPermissions } from "./requested-scope.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** What tokens are issued with. */
export interface Issuing {
  readonly authority: Authority;
  /** What an application is granted. */
  readonly roles: readonly string[];
  /** What a user is granted. */
  readonly scopes: readonly string[];
  readonly keys: () => Promise<SigningKeys>;
  readonly now: Date;
  readonly newId: () => string;
}

/** A token with its grant. */
export interface IssuedToken {
  readonly token: string;
  readonly grant: Grant;
  /** What the answer names; of an application it names none. */
  readonly scope?: string;
  /** Comes when `openid` is asked for. */
  readonly idToken?: string;
}

interface Wanted {
  readonly client: Client;
  readonly permissions: readonly string[];
  readonly user?: string;
  readonly openId?: boolean;
}

/** Issues the token that a form asks for (RFC 6749 sections 4.3 and 4.4, as Entra has them), or says why not. */
export async function issueToken(request: ServiceRequest, issuing: Issuing): Promise<IssuedToken | Denial> {
  const wanted = await readWanted(request, issuing);
  if (isDenial(wanted)) return wanted;
  const { client, permissions, user, openId } = wanted;
  const { authority, keys, now, newId } = issuing;
  const grant: Grant = {
    scheme: user === undefined ? "application" : "delegated-work",
    permissions: permissionSet(permissions),
    tenantId: tenantIdOf(authority),
    clientId: client.id,
    ...(user === undefined ? {} : { user }),
    expires: Math.floor(now.getTime() / 1000) + tokenLifetime,
  };
  const issuer = issuerOf(authority);
  const made = await keys();
  const token = await signToken(grant, { issuer, proof: client.proof, permissions, id: newId() }, made);
  if (user === undefined) return { token, grant };
  const scope = permissions.join(" ");
  return { token, grant, scope, ...(openId ? { idToken: await signIdToken(grant, issuer, made) } : {}) };
}

async function readWanted(request: ServiceRequest, issuing: Issuing): Promise<Wanted | Denial> {
  const form = formIn(request);
  const grantType = form.get("grant_type");
  if (!grantType) return missingParameter("grant_type");
  if (grantType !== "client_credentials" && grantType !== "password") {
    const message = `The app requested an unsupported grant type '${grantType}'.`;
    return { status: 400, error: "unsupported_grant_type", code: 70003, message };
  }
  const { authority, now, roles, scopes } = issuing;
  const client = await readClient(form, request.headers.authorization, { authority, now });
  const proven = grantType === "password" ? client : confidential(client);
  if (isDenial(proven)) return proven;
  const scope = form.get("scope")?.trim();
  if (!scope) return missingParameter("scope");
  if (grantType === "client_credentials") {
    return checkApplicationScope(scope, authority.origin) ?? { client: proven, permissions: roles };
  }
  const user = form.get("username")?.trim();
  if (!user) return missingParameter("username");
  if (!form.get("password")) return missingParameter("password");
  const permissions = delegatedPermissions(scope, scopes, { origin: authority.origin, clientId: proven.id });
  if (isDenial(permissions)) return permissions;
  return { client: proven, permissions, user, openId: /(?:^|\s)openid(?:\s|$)/i.test(scope) };
}

/** Entra reads a form and nothing else: in another media type it finds no parameter. */
function formIn({ headers, body }: ServiceRequest): URLSearchParams {
  const media = mediaType(headers["content-type"] ?? "");
  return new URLSearchParams(media === "application/x-www-form-urlencoded" ? body : "");
}
