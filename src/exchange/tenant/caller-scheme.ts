import type { Operation } from "../../contract/contract.ts";
import type { GateSettings } from "./gate-settings.ts";
import { type TokenClaims, tokenClaims } from "./sign-in/token-claims.ts";

/** The rows of a page's permissions that hold for who signs in. */
export type CallerScheme = "delegated-work" | "application";

/** For whom a credential signs in. Of a user's token the claims alone say so. */
export function schemeOf(credential: GateSettings["credential"]): CallerScheme {
  if (credential.kind === "token") return schemeOfClaims(tokenClaims(credential.token));
  return credential.kind === "cli" ? "delegated-work" : "application";
}

/** Only what a user may do comes in scopes; where no claim can be read, it is taken for an application's token. */
export function schemeOfClaims(claims: TokenClaims | undefined): CallerScheme {
  return claims && claims.scopes.length > 0 ? "delegated-work" : "application";
}

/** What the page of an operation names for who signs in, the least privileged first. */
export function permissionsFor({ permissions }: Operation, scheme: CallerScheme): readonly string[] {
  return permissions.filter((row) => row.scheme === scheme).flatMap((row) => row.permissions);
}
