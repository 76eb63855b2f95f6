import { graphHosts } from "../../contract/path/graph-hosts.ts";
import type { Denial } from "./denial.ts";

const graphResources: ReadonlySet<string> = new Set([
  "00000003-0000-0000-c000-000000000000",
  ...Object.values(graphHosts).map((host) => `https://${host}`),
]);

// OpenID Connect Core 1.0 section 5.4, and section 11: they ask for no permission.
const openId: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access"]);

/** Refuses a scope that an application cannot ask for by itself: everything that is granted, or nothing. */
export function checkApplicationScope(scope: string, origin: string): Denial | undefined {
  for (const name of scope.split(/\s+/)) {
    const resource = /^(.+?)\/+\.default$/.exec(name)?.[1];
    if (resource === undefined) {
      const message = `The provided value for scope ${name} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
      return { status: 400, error: "invalid_scope", code: 1002012, message };
    }
    if (!isGraph(resource, origin)) return unknownResource(resource);
  }
  return undefined;
}

/** The permissions that a user's token gets for a requested scope, out of the granted ones. */
export function delegatedPermissions(
  scope: string,
  granted: readonly string[],
  { origin, clientId }: { readonly origin: string; readonly clientId: string },
): readonly string[] | Denial {
  const names = new Set<string>();
  for (const name of scope.split(/\s+/)) {
    if (openId.has(name.toLowerCase())) continue;
    const cut = name.lastIndexOf("/");
    const resource = name.slice(0, Math.max(cut, 0)).replace(/\/+$/, "");
    if (resource !== "" && !isGraph(resource, origin)) return unknownResource(resource);
    const permission = name.slice(cut + 1).toLowerCase();
    const found = granted.filter((other) => permission === ".default" || other.toLowerCase() === permission);
    if (found.length === 0 && permission !== ".default") {
      const message = `The user or administrator has not consented to use the application with ID '${clientId}' for '${name}'.`;
      return { status: 400, error: "invalid_grant", code: 65001, message };
    }
    for (const one of found) names.add(one);
  }
  return [...names];
}

function isGraph(resource: string, origin: string): boolean {
  const named = resource.toLowerCase();
  return graphResources.has(named) || named === origin.toLowerCase();
}

function unknownResource(resource: string): Denial {
  const message = `The resource principal named ${resource} was not found in the tenant. Graph's is https://graph.microsoft.com.`;
  return { status: 400, error: "invalid_resource", code: 500011, message };
}
