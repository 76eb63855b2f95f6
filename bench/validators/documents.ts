import type { GeneratedOperation } from "./generated-operations.ts";
import { type Dialect, type Schema, schemasOf, typesOf } from "./schemas.ts";

const info = { title: "Generated", version: "1.0" };

/** An OpenAPI 3.0 document whose media types carry the examples. */
export function openApiDocument(operations: readonly GeneratedOperation[]): Schema {
  const dialect: Dialect = { definitions: "#/components/schemas/", nullable: "nullable" };
  const content = (type: string, example: unknown) => ({
    content: { "application/json": { schema: { $ref: dialect.definitions + type }, example } },
  });
  return {
    openapi: "3.0.3",
    info,
    paths: pathsOf(operations, (operation, names) => {
      const { example } = operation.page;
      const { sent, brought } = typesOf(operation);
      const answer = brought === undefined ? {} : content(brought, example.answer);
      return {
        parameters: names.map((name) => ({ ...parameter(name), schema: { type: "string" } })),
        ...(sent === undefined ? {} : { requestBody: content(sent, example.body) }),
        responses: { [example.status]: { description: "Success", ...answer } },
      };
    }),
    components: { schemas: allSchemas(operations, dialect) },
  };
}

/** A file of an example, below the Swagger document. */
export interface ExampleFile {
  readonly path: string;
  readonly value: unknown;
}

/** A Swagger 2 document whose operations refer to their examples by `x-ms-examples`, and the files of these. */
export function swaggerDocument(operations: readonly GeneratedOperation[]): {
  readonly document: Schema;
  readonly examples: readonly ExampleFile[];
} {
  const dialect: Dialect = { definitions: "#/definitions/", nullable: "x-nullable" };
  const schema = (type: string) => ({ schema: { $ref: dialect.definitions + type } });
  const examples: ExampleFile[] = [];
  const paths = pathsOf(operations, (operation, names, operationId) => {
    const { example } = operation.page;
    const { sent, brought } = typesOf(operation);
    const path = `examples/${operationId}.json`;
    const keys = Object.fromEntries(names.map((name) => [name, "1"]));
    const body = sent === undefined ? {} : { body: example.body };
    const answer = brought === undefined ? {} : { body: example.answer };
    examples.push({
      path,
      value: { parameters: { ...keys, ...body }, responses: { [example.status]: answer } },
    });
    return {
      operationId,
      parameters: [
        ...names.map((name) => ({ ...parameter(name), type: "string" })),
        ...(sent === undefined ? [] : [{ name: "body", in: "body", required: true, ...schema(sent) }]),
      ],
      responses: { [example.status]: { description: "Success", ...(brought ? schema(brought) : {}) } },
      "x-ms-examples": { [example.name]: { $ref: `./${path}` } },
    };
  });
  const types = { consumes: ["application/json"], produces: ["application/json"] };
  const service = { swagger: "2.0", info, host: "graph.microsoft.com", schemes: ["https"], ...types };
  return { document: { ...service, paths, definitions: allSchemas(operations, dialect) }, examples };
}

const parameter = (name: string) => ({ name, in: "path", required: true });

function pathsOf(
  operations: readonly GeneratedOperation[],
  operationObject: (operation: GeneratedOperation, names: readonly string[], id: string) => Schema,
): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const operation of operations) {
    const [method = "", path = ""] = operation.page.request.split(" ");
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const id = `${operation.family.folder}_${operation.page.example.name}`;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(operation, names, id) };
  }
  return paths;
}

function allSchemas(operations: readonly GeneratedOperation[], dialect: Dialect): Schema {
  const first = new Map(operations.map((operation) => [operation.family, operation]));
  return Object.assign({}, ...[...first.values()].map((operation) => schemasOf(operation, dialect)));
}
