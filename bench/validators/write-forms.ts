import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { entityPage, familyTypes } from "../documentation/family-types.ts";
import { operationPage } from "../documentation/page-text.ts";
import { openApiDocument, swaggerDocument } from "./documents.ts";
import { faults, generatedOperations } from "./generated-operations.ts";

/** The same examples in the form that each tool takes. */
export interface Forms {
  readonly examples: number;
  /** How many of them have a fault. */
  readonly faulty: number;
  /** The folder of pages. */
  readonly pages: string;
  readonly openapi: string;
  readonly swagger: string;
}

/** Writes the pages, the OpenAPI document, and the Swagger document with its example files below a folder. */
export function writeForms(directory: string, examples: number): Forms {
  const operations = generatedOperations(examples);
  const write = (path: string, text: string): string => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const families = new Set(operations.map(({ family }) => family));
  const types = [entityPage, ...[...families].flatMap(familyTypes)];
  for (const { file, text } of [...types, ...operations.map(({ page }) => operationPage(page))]) {
    write(`docs/v1.0/${file}`, text);
  }
  const { document, examples: files } = swaggerDocument(operations);
  for (const { path, value } of files) write(`swagger/${path}`, json(value));
  return {
    examples: operations.length,
    faulty: families.size * Object.keys(faults).length,
    pages: join(directory, "docs/v1.0"),
    openapi: write("openapi.json", json(openApiDocument(operations))),
    swagger: write("swagger/swagger.json", json(document)),
  };
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
