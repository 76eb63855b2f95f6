import { isObject } from "../../../base/is-object.ts";

/** What a token says of itself. Nobody vouches for it: it is for being told, and for a plan. */
export interface TokenClaims {
  readonly tenant?: string;
  readonly application?: string;
  /** The permissions of an application. */
  readonly roles: readonly string[];
  /** The permissions of a signed-in user. */
  readonly scopes: readonly string[];
}

/** Reads the claims of a token; of one that cannot be read, undefined: tokens are for the service to read. */
export function tokenClaims(token: string): TokenClaims | undefined {
  const [, payload = ""] = token.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    if (!isObject(claims)) return undefined;
    const { tid, appid, azp, roles, scp } = claims;
    return {
      ...idOf("tenant", tid),
      ...idOf("application", appid ?? azp),
      roles: Array.isArray(roles) ? roles.filter(isPermission) : [],
      scopes: typeof scp === "string" ? scp.split(" ").filter(isPermission) : [],
    };
  } catch {
    return undefined;
  }
}

function idOf(name: "tenant" | "application", id: unknown): { readonly [Name in typeof name]?: string } {
  return typeof id === "string" && /^[\w.-]{1,64}$/.test(id) ? { [name]: id } : {};
}

function isPermission(name: unknown): name is string {
  return typeof name === "string" && /^[\w.-]{1,100}$/.test(name);
}
