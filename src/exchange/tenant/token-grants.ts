import { isObject } from "../../base/is-object.ts";

/** What a token says that its bearer may do. */
export interface TokenGrants {
  /** Of an application (`roles`), or of a user who is signed in to one (`scp`). */
  readonly scheme: "application" | "delegated-work";
  readonly permissions: readonly string[];
}

/** Reads what a token grants, and checks nothing of it; undefined for one that is no JWT, such as a personal account's. */
export function tokenGrants(token: string): TokenGrants | undefined {
  const [, payload = ""] = token.split(".");
  const claims = claimsIn(payload);
  if (!claims) return undefined;
  const { scp, roles } = claims;
  if (typeof scp === "string")
    return { scheme: "delegated-work", permissions: scp.split(" ").filter((name) => name !== "") };
  const named = Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : [];
  return { scheme: "application", permissions: named };
}

function claimsIn(payload: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
