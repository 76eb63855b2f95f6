import { Ajv2020 } from "ajv/dist/2020.js";
import type { Contract } from "../../src/contract/contract.ts";
import { edmFormats } from "../../src/contract/json-schema/edm.ts";
import { jsonSchemas } from "../../src/contract/json-schema/json-schema.ts";
import { schemaAnnotations } from "../../src/contract/json-schema/schema.ts";
import { bodyViolations } from "../../src/contract/validation/body-violations.ts";
import { judgingType } from "../../src/contract/validation/named-type.ts";

/** What the judge finds in a resource, in short: `keyword pointer`. */
export function violationsOf(contract: Contract, name: string, value: unknown): string[] {
  const type = { kind: "type", name, collection: false } as const;
  return bodyViolations(contract, type, value, { memberPreference: true }).map(
    ({ keyword, pointer }) => `${keyword} ${pointer}`,
  );
}

/** The properties of a whole resource that body/missing-property would miss. */
export function missingNames(
  contract: Contract,
  name: string,
  value: Readonly<Record<string, unknown>>,
): string[] {
  const judging = judgingType(contract, name, value);
  const type = judging === undefined ? undefined : contract.types[judging];
  return (type?.properties ?? [])
    .filter(
      ({ navigation, onlyOnSelect, onlyInJson, type }) =>
        !navigation && !onlyOnSelect && !onlyInJson && type.name !== "Edm.Stream",
    )
    .filter((property) => !Object.hasOwn(value, property.name))
    .map((property) => property.name);
}

/** Whether the published JSON Schema of a type accepts a value. */
export function publishedSchemas(contract: Contract): (name: string, value: unknown) => boolean {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    // A page may document control information as if it were a property.
    allowMatchingProperties: true,
    allowUnionTypes: true,
    formats: edmFormats,
  });
  ajv.addVocabulary([...schemaAnnotations]);
  for (const schema of Object.values(jsonSchemas(contract))) ajv.addSchema(schema);
  return (name, value) =>
    ajv.validate(`graph-conformance://schemas/${contract.version}/${encodeURIComponent(name)}.json`, value);
}
