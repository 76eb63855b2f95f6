import type { Contract } from "./contract.ts";
import { contractText } from "./contract-file.ts";
import { csdl } from "./csdl/csdl.ts";
import { jsonSchemas } from "./json-schema/json-schema.ts";
import { openapi } from "./openapi/openapi.ts";
import { typeDeclarations } from "./typescript/type-declarations.ts";

/**
 * The files that `derive` writes for a contract, by name: one JSON Schema a type and enum, `openapi.json`,
 * `types.d.ts`, `metadata.xml` and `contract.json`. The same contract gives the same text.
 */
export async function derivedFiles(
  contract: Contract,
  options: { readonly examples?: boolean } = {},
): Promise<ReadonlyMap<string, string>> {
  const schemas = Object.entries(jsonSchemas(contract));
  return new Map([
    ...schemas.map(([name, schema]) => [`${name}.json`, json(schema)] as const),
    ["openapi.json", json(openapi(contract))],
    ["types.d.ts", await typeDeclarations(contract)],
    ["metadata.xml", csdl(contract)],
    ["contract.json", contractText(contract, options)],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
