import { STATUS_CODES } from "node:http";
import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, Operation, TypeRef } from "../contract.ts";
import { describeTypeRef } from "../json-schema/describe-property.ts";
import { propertySchema } from "../json-schema/property-schema.ts";
import { headerParameters, pathParameters, queryParameters } from "./openapi-parameters.ts";
import type { OpenApiPath } from "./openapi-path.ts";
import { bodySchema, componentRef, schemaObject } from "./openapi-schema.ts";
import { securityOf } from "./openapi-security.ts";

/**
 * One operation of OpenAPI, made of all documented operations with its method and path: what they add up to is
 * what a caller may count on.
 */
export function operationObject(
  contract: Contract,
  path: OpenApiPath,
  documented: readonly Operation[],
  operationId: string,
): OpenAPIV3_1.OperationObject {
  const requestBody = requestBodyOf(contract, documented, path);
  const security = securityOf(documented.flatMap(({ permissions }) => permissions));
  return {
    operationId,
    summary: [...new Set(documented.map(({ title }) => title))].join("; "),
    tags: [path.path.split(/[/(]/)[1] || "root"],
    parameters: [
      ...pathParameters(path.parameters),
      ...queryParameters(documented.map(({ queryOptions }) => queryOptions)),
      ...headerParameters(documented.flatMap(({ requestHeaders }) => requestHeaders)),
    ],
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(contract, documented),
    ...(security.length > 0 ? { security } : {}),
  };
}

function responsesOf(contract: Contract, documented: readonly Operation[]): OpenAPIV3_1.ResponsesObject {
  const responses = documented.flatMap((operation) => operation.responses);
  const statuses = [...new Set(responses.map(({ status }) => status))].sort((a, b) => a - b);
  const promised = statuses.map((status): [string, OpenAPIV3_1.ResponseObject] => {
    const bodies = responses.flatMap((response) =>
      response.status === status && response.body ? [response.body] : [],
    );
    const description = STATUS_CODES[status] ?? `Status ${status}`;
    return [
      String(status),
      bodies.length > 0 ? { description, content: jsonOf(contract, bodies) } : { description },
    ];
  });
  const error = (description: string): OpenAPIV3_1.ResponseObject => ({
    description,
    content: { "application/json": { schema: { $ref: componentRef("ErrorResponse") } } },
  });
  return Object.fromEntries([...promised, ["4XX", error("Client error")], ["5XX", error("Server error")]]);
}

function requestBodyOf(
  contract: Contract,
  documented: readonly Operation[],
  path: OpenApiPath,
): OpenAPIV3_1.RequestBodyObject | undefined {
  if (!documented.some(({ method }) => /^(?:POST|PUT|PATCH)$/.test(method))) return undefined;
  const bodies = documented.flatMap(({ requestBody }) => (requestBody ? [requestBody] : []));
  if (bodies.length > 0) return { content: jsonOf(contract, bodies) };
  const parameters = documented
    .flatMap((operation) => operation.parameters)
    .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
    .filter(({ name }) => !path.parameters.includes(name));
  if (parameters.length === 0) return undefined;
  const required = parameters.flatMap((parameter) => (parameter.required ? [parameter.name] : []));
  const schema = schemaObject({
    type: "object",
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(
      parameters.map((parameter) => [parameter.name, propertySchema(contract, parameter, componentRef)]),
    ),
  });
  return { content: { "application/json": { schema } } };
}

function jsonOf(contract: Contract, bodies: readonly TypeRef[]): Record<string, OpenAPIV3_1.MediaTypeObject> {
  const distinct = new Map(bodies.map((body) => [describeTypeRef(body) + body.name, body]));
  const schemas = [...distinct.values()].map((body) => bodySchema(contract, body));
  const [only] = schemas;
  return { "application/json": { schema: only && schemas.length === 1 ? only : { anyOf: schemas } } };
}
