import type { EnumContract } from "../contract.ts";
import { isIdentifier, qualifiedParts } from "./csdl-name.ts";
import { element, type XmlElement } from "./xml-element.ts";

/**
 * An enumeration type with its members in the order of the page, so that what stands behind `unknownFutureValue`
 * stays behind it (OData CSDL 4.0, section 10). The documentation has no values for them: they are counted, and
 * where several go together each is a bit of its own.
 */
export function enumElement(declared: EnumContract): XmlElement {
  const { name, multiValued } = declared;
  const names = declarableMembers(declared);
  const none = /^(?:none|notConfigured)$/i.test(names[0] ?? "") ? 1 : 0;
  // An Int64 has room for 63 bits.
  const flags = multiValued && names.length - none <= 63;
  const numberOf = (index: number) => {
    if (!flags) return `${index}`;
    return index < none ? "0" : `${1n << BigInt(index - none)}`;
  };
  return element(
    "EnumType",
    {
      Name: qualifiedParts(name)?.local,
      UnderlyingType: flags && names.length - none > 31 ? "Edm.Int64" : undefined,
      IsFlags: flags ? "true" : undefined,
    },
    names.map((member, index) => element("Member", { Name: member, Value: numberOf(index) })),
  );
}

/** True when a schema can declare the enumeration: it has a name for that, and at least one member. */
export function isDeclarable(declared: EnumContract): boolean {
  return qualifiedParts(declared.name) !== undefined && declarableMembers(declared).length > 0;
}

function declarableMembers({ members }: EnumContract): readonly string[] {
  return [...new Set(members)].filter(isIdentifier);
}
