import { STATUS_CODES } from "node:http";
import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, Operation, TypeRef } from "../contract.ts";
import { propertySchema } from "../json-schema/property-schema.ts";
import { jointOperation, jointType } from "../path/joint-operation.ts";
import { withShownBodies } from "../promise/shown-responses.ts";
import { headerParameters, pathParameters, queryParameters } from "./openapi-parameters.ts";
import type { OpenApiPath } from "./openapi-path.ts";
import { bodySchema, componentRef, refsOf, schemaObject } from "./openapi-schema.ts";
import { securityOf } from "./openapi-security.ts";

/**
 * One operation of OpenAPI, made of all documented operations with its method and path: what they add up to is
 * what a caller may count on.
 */
export function operationObject(
  contract: Contract,
  path: OpenApiPath,
  documented: readonly [Operation, ...Operation[]],
  operationId: string,
): OpenAPIV3_1.OperationObject {
  const joint = jointOperation(contract, documented);
  const requestBody = requestBodyOf(contract, joint, path);
  return {
    operationId,
    summary: [...new Set(documented.map(({ title }) => title))].join("; "),
    tags: [path.path.split(/[/(]/)[1] || "root"],
    parameters: [
      ...pathParameters(contract, path, joint.parameters),
      ...queryParameters(documented.map(({ queryOptions }) => queryOptions)),
      ...headerParameters(documented.flatMap(({ requestHeaders }) => requestHeaders)),
    ],
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(contract, joint),
    security: securityOf(documented.flatMap(({ permissions }) => permissions)),
  };
}

/** The types of what an operation takes and returns. */
export function bodiesOf(
  contract: Contract,
  documented: readonly [Operation, ...Operation[]],
): readonly TypeRef[] {
  const joint = jointOperation(contract, documented);
  return [joint.requestBody ?? [], ...promisedBodies(contract, joint).map(([, body]) => body ?? [])].flat();
}

/** The promised statuses in their order, each with the one type of its body. */
function promisedBodies(contract: Contract, joint: Operation): [number, TypeRef | undefined][] {
  const responses = withShownBodies(contract, joint);
  const statuses = [...new Set(responses.map(({ status }) => status))].sort((a, b) => a - b);
  return statuses.map((status) => {
    const bodies = responses.flatMap((one) => (one.status === status && one.body ? [one.body] : []));
    return [status, jointType(contract, bodies, joint.path)];
  });
}

function responsesOf(contract: Contract, joint: Operation): OpenAPIV3_1.ResponsesObject {
  const bodies = promisedBodies(contract, joint);
  const promised = bodies.map(([status, body]): [string, OpenAPIV3_1.ResponseObject] => {
    const description = STATUS_CODES[status] ?? `Status ${status}`;
    return [String(status), body ? { description, content: jsonOf(contract, body) } : { description }];
  });
  // Which success it is nobody says, and what comes with it neither.
  const unsaid: [string, OpenAPIV3_1.ResponseObject][] = bodies.some(([status]) => status < 400)
    ? []
    : [["2XX", { description: "Success" }]];
  const error = (description: string): OpenAPIV3_1.ResponseObject => ({
    description,
    content: { "application/json": { schema: { $ref: componentRef("ErrorResponse") } } },
  });
  return Object.fromEntries([
    ...promised,
    ...unsaid,
    ["4XX", error("Client error")],
    ["5XX", error("Server error")],
  ]);
}

// A reference to the resource that is added (OData JSON 4.01, section 14).
const reference: OpenAPIV3_1.RequestBodyObject = {
  required: true,
  content: {
    "application/json": {
      schema: { type: "object", required: ["@odata.id"], properties: { "@odata.id": { type: "string" } } },
    },
  },
};

function requestBodyOf(
  contract: Contract,
  { method, requestBody, parameters: declared }: Operation,
  path: OpenApiPath,
): OpenAPIV3_1.RequestBodyObject | undefined {
  if (!/^(?:POST|PUT|PATCH)$/.test(method)) return undefined;
  if (/\/\$ref$/i.test(path.path) && method !== "PATCH") return reference;
  if (requestBody) return { content: jsonOf(contract, requestBody) };
  const parameters = declared
    .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
    .filter(({ name }) => !path.parameters.includes(name));
  if (parameters.length === 0) return undefined;
  const required = parameters.flatMap((parameter) => (parameter.required ? [parameter.name] : []));
  const schema = schemaObject({
    type: "object",
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(
      parameters.map((parameter) => [parameter.name, propertySchema(contract, parameter, refsOf(contract))]),
    ),
  });
  return { content: { "application/json": { schema } } };
}

function jsonOf(contract: Contract, body: TypeRef): Record<string, OpenAPIV3_1.MediaTypeObject> {
  return { "application/json": { schema: bodySchema(contract, body) } };
}
