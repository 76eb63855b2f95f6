import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, Operation, TypeRef } from "../contract.ts";
import { dialect } from "../json-schema/json-schema.ts";
import { componentSchemas } from "./component-schemas.ts";
import { documentPaths } from "./document-paths.ts";
import { bodiesOf, operationObject } from "./openapi-operation.ts";
import type { OpenApiPath } from "./openapi-path.ts";
import { collectionName } from "./openapi-schema.ts";
import { securitySchemes } from "./openapi-security.ts";

/**
 * The contract as an OpenAPI 3.1 document: every documented path, with the JSON Schemas of the types as
 * components. Paths that differ in the names of their keys only are one.
 */
export function openapi(contract: Contract): OpenAPIV3_1.Document {
  return {
    openapi: "3.1.0",
    // OpenAPI's own dialect is this one and a few words; tools that do not know it fall back to draft 7, which has no
    // `unevaluatedProperties`.
    jsonSchemaDialect: dialect,
    info: {
      title: "Microsoft Graph as documented",
      description:
        "Derived from documentation pages by graph-conformance: what they promise, and nothing else.",
      version: contract.version,
    },
    servers: [{ url: `https://graph.microsoft.com/${contract.version}` }],
    paths: pathsOf(contract),
    components: {
      schemas: componentSchemas(contract, collectionsOf(contract)),
      securitySchemes: securitySchemes(contract.operations),
    },
  };
}

function pathsOf(contract: Contract): OpenAPIV3_1.PathsObject {
  const ids = new Set<string>();
  return Object.fromEntries(
    documentPaths(contract.operations).map(({ path, operations }) => [
      path.path,
      pathItem(contract, path, operations, ids),
    ]),
  );
}

function pathItem(
  contract: Contract,
  path: OpenApiPath,
  operations: readonly Operation[],
  ids: Set<string>,
): OpenAPIV3_1.PathItemObject {
  const item: OpenAPIV3_1.PathItemObject = {};
  for (const method of methods) {
    const [first, ...others] = operations.filter((operation) => operation.method.toLowerCase() === method);
    if (!first) continue;
    // openapi-types 12 asks the operations of 3.1 to be valid in 3.0 as well, which their schemas are not.
    Object.assign(item, {
      [method]: operationObject(contract, path, [first, ...others], operationId(path.path, method, ids)),
    });
  }
  return item;
}

/** `users.item.messages.get` for `GET /users/{id}/messages`, unique in the document. */
function operationId(path: string, method: string, taken: Set<string>): string {
  const words = path
    .split("/")
    .map((segment) => (segment.startsWith("{") ? "item" : segment.replaceAll(/\(.*$|[^\w.-]/g, "")))
    .filter((word) => word !== "");
  const name = [...words, method].join(".");
  let id = name;
  for (let count = 2; taken.has(id); count++) id = `${name}${count}`;
  taken.add(id);
  return id;
}

/** The types of which some operation takes or returns a collection. */
function collectionsOf(contract: Contract): TypeRef[] {
  const bodies = documentPaths(contract.operations).flatMap(({ operations }) =>
    methods.flatMap((method) => {
      const [first, ...others] = operations.filter((one) => one.method.toLowerCase() === method);
      return first ? bodiesOf(contract, [first, ...others]) : [];
    }),
  );
  const byName = new Map(
    bodies.filter(({ collection }) => collection).map((type) => [collectionName(type), type]),
  );
  return [...byName.values()];
}

/** Those that a path item has a field for, in its order (OpenAPI 3.1, section 4.8.9). */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
