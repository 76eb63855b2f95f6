import { onceForAll } from "../../base/once-for.ts";
import type { Contract, TypeContract } from "../contract.ts";
import { propertySchema } from "../json-schema/property-schema.ts";
import type { JsonSchema } from "../json-schema/schema.ts";

/** What a property's value is judged by, and the type or enumeration that its schema refers to. */
export interface PropertyAndTarget {
  readonly schema: JsonSchema;
  readonly target: string;
  /** The name of a type that nothing declares, so that every value fits the schema. */
  readonly unknownType?: string;
  /** The type of a 64-bit number, where nobody says another. */
  readonly wide?: string;
  /** Values that the page names, of which there may be others. */
  readonly some?: readonly string[];
  /** By the type that the metadata names, where it is another. */
  readonly other?: { readonly schema: JsonSchema; readonly target: string };
}

/** The schemas of a type's properties by name, the same objects each time: what compiles schemas knows them by identity. */
export const schemasOf = onceForAll(
  (contract: Contract, { properties }: TypeContract): ReadonlyMap<string, PropertyAndTarget> =>
    new Map(
      properties.map((property) => {
        const { name, type: ref, values, otherType } = property;
        const schema = propertySchema(contract, property, asIs);
        const isUnknown = ref.kind === "unknown" && ref.name !== "" && (values?.members.length ?? 0) < 2;
        const other = otherType && {
          schema: propertySchema(contract, { ...property, type: otherType }, asIs),
          target: otherType.name,
        };
        const isWide = !other && /^Edm\.(?:Int64|Decimal)$/.test(ref.name);
        return [
          name,
          {
            schema,
            target: ref.name,
            ...(isUnknown ? { unknownType: ref.name } : {}),
            ...(isWide ? { wide: ref.name } : {}),
            ...(property.someValues && !values && !other ? { some: property.someValues } : {}),
            ...(other ? { other } : {}),
          },
        ];
      }),
    ),
);

function asIs(name: string): JsonSchema {
  return { $ref: name };
}
