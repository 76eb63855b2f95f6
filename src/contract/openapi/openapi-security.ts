import type { OpenAPIV3_1 } from "openapi-types";
import type { Permission } from "../../docs/page.ts";
import type { Operation } from "../contract.ts";

const AUTHORITY = "https://login.microsoftonline.com/organizations/oauth2/v2.0";

/** Any one of the documented permissions is enough; where none is documented, whoever has signed in may try. */
export function securityOf(permissions: readonly Permission[]): OpenAPIV3_1.SecurityRequirementObject[] {
  const seen = new Set<string>();
  const documented = permissions.flatMap(({ scheme, permissions: names }) =>
    names.flatMap((name) => {
      const requirement = { [flowOf(scheme)]: [name] };
      const key = JSON.stringify(requirement);
      if (seen.has(key)) return [];
      seen.add(key);
      return [requirement];
    }),
  );
  return documented.length > 0 ? documented : [{ application: [] }, { delegated: [] }];
}

/** The two ways to sign in, with all permissions that the operations document. */
export function securitySchemes(
  operations: readonly Operation[],
): Record<string, OpenAPIV3_1.SecuritySchemeObject> {
  const permissions = operations.flatMap((operation) => operation.permissions);
  const tokenUrl = `${AUTHORITY}/token`;
  return {
    application: {
      type: "oauth2",
      flows: { clientCredentials: { tokenUrl, scopes: scopesOf(permissions, "application") } },
    },
    delegated: {
      type: "oauth2",
      flows: {
        authorizationCode: {
          authorizationUrl: `${AUTHORITY}/authorize`,
          tokenUrl,
          scopes: scopesOf(permissions, "delegated"),
        },
      },
    },
  };
}

function flowOf(scheme: Permission["scheme"]): "application" | "delegated" {
  return scheme === "application" ? "application" : "delegated";
}

function scopesOf(
  permissions: readonly Permission[],
  flow: "application" | "delegated",
): Record<string, string> {
  const names = permissions
    .filter(({ scheme }) => flowOf(scheme) === flow)
    .flatMap(({ permissions: documented }) => documented);
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, `${name}, ${flow}`]));
}
