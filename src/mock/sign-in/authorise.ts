import { onceFor } from "../../base/once-for.ts";
import { mayBePermitted } from "../../contract/capability/may-be-permitted.ts";
import type { Operation } from "../../contract/contract.ts";
import type { Permission } from "../../docs/page.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Grant, Invalid } from "./access-token.ts";

const graphId = "00000003-0000-0000-c000-000000000000";

/**
 * Graph's answer to a request that is not allowed: 401 without a valid token, 403 when none of the permissions is
 * granted that the operation documents for this kind of sign-in. Undefined when the request may go on, as it may
 * where nothing is documented; `isOwn` says that it is about the one who is signed in.
 */
export function authorise(
  grant: Grant | Invalid,
  operation: Operation | undefined,
  request: { readonly origin: string },
  isOwn = false,
): ErrorResponse | undefined {
  if ("invalid" in grant) return unauthenticated(grant, request.origin);
  if (isOwn && grant.scheme === "application") return nobody;
  return operation && unauthorised(grant, operation);
}

/** An application is nobody (Graph page "Get access without a user"). */
const nobody: ErrorResponse = {
  status: 400,
  code: "BadRequest",
  message: "/me request is only valid with delegated authentication flow.",
};

/** Says where a token is to be had (RFC 6750 section 3). */
function unauthenticated({ invalid }: Invalid, origin: string): ErrorResponse {
  const challenge = `Bearer realm="", authorization_uri="${origin}/common/oauth2/v2.0/authorize", client_id="${graphId}"`;
  return {
    status: 401,
    code: "InvalidAuthenticationToken",
    message: invalid,
    headers: { "www-authenticate": challenge },
  };
}

function unauthorised(grant: Grant, operation: Operation): ErrorResponse | undefined {
  const documented = documentedFor(operation)[grant.scheme];
  if (!documented) return undefined;
  for (const name of documented.keys()) if (grant.permissions.has(name)) return undefined;
  const remedy =
    documented.size > 0
      ? `Any one of these is enough: ${[...documented.values()].join(", ")}.`
      : grant.scheme === "application"
        ? "An application cannot do this by itself, only a signed-in user can."
        : "A user cannot do this, only an application by itself can.";
  const message = `Insufficient privileges to complete the operation. ${remedy}`;
  return { status: 403, code: "Authorization_RequestDenied", message };
}

/** For each kind of sign-in the permissions that are enough, by lower-case name. */
type Documented = { readonly [Scheme in Grant["scheme"]]?: ReadonlyMap<string, string> };

const documentedFor = onceFor(({ permissions }: Operation) => bySignIn(permissions));

function bySignIn(rows: readonly Permission[]): Documented {
  // A table of nothing but "None" is one of an operation that any signed-in caller may use.
  if (rows.every(({ permissions }) => permissions.length === 0)) return {};
  const namesFor = (scheme: Grant["scheme"]) => {
    const names = rows.filter((row) => row.scheme === scheme).flatMap(({ permissions }) => permissions);
    // A row that says nothing refuses nobody.
    if (names.length === 0 && mayBePermitted(rows, scheme)) return {};
    return { [scheme]: new Map(names.map((name) => [name.toLowerCase(), name])) };
  };
  return { ...namesFor("application"), ...namesFor("delegated-work") };
}
