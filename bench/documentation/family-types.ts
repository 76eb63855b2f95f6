import type { Family } from "./family.ts";
import { type PageText, typePage } from "./page-text.ts";
import { type ResourceKind, resourceKinds } from "./resource-kind.ts";

/** The row of a property in a page's table. */
export function propertyRow(
  family: Family,
  { name, type, description }: ResourceKind["properties"][number],
): string {
  return `|${name}|${named(family, type)}|${description}|`;
}

/** The resource pages of a family: its entities, and two complex types. */
export function familyTypes(family: Family): PageText[] {
  const { namespace, folder } = family;
  const entities = resourceKinds.map((kind) => {
    const children = resourceKinds.filter(({ parent }) => parent === kind.name);
    const shown = kind.properties.map(({ name, shown }): [string, unknown] => [name, filled(family, shown)]);
    return typePage({
      file: `resources/${folder}-${kind.name}.md`,
      name: kind.name,
      namespace,
      base: "microsoft.graph.entity",
      rows: [
        "|id|String|The key. Inherited from [entity](entity.md).|",
        ...kind.properties.map((property) => propertyRow(family, property)),
      ],
      ...(children.length > 0 ? { relationships: children.map((child) => relationship(family, child)) } : {}),
      shown: { id: "String (identifier)", ...Object.fromEntries(shown) },
    });
  });
  const address = typePage({
    file: `resources/${folder}-address.md`,
    name: "address",
    namespace,
    rows: [
      "|city|String|The city.|",
      "|houseNumber|Int32|The number on the door.|",
      "|street|String|The street.|",
    ],
    shown: { city: "String", houseNumber: "Integer", street: "String" },
  });
  const summary = typePage({
    file: `resources/${folder}-summary.md`,
    name: "summary",
    namespace,
    rows: ["|openCount|Int32|How many are open.|", "|totalCount|Int32|How many there are.|"],
    shown: { openCount: "Integer", totalCount: "Integer" },
  });
  return [...entities, address, summary];
}

/** The page of the type from which every entity derives. */
export const entityPage: PageText = typePage({
  file: "resources/entity.md",
  name: "entity",
  namespace: "microsoft.graph",
  abstract: true,
  rows: ["|id|String|The key of the resource. Can't be null. Read-only.|"],
  shown: { id: "String (identifier)" },
});

function relationship({ namespace, folder }: Family, { name, collection }: ResourceKind): string {
  return `|${collection}|[${namespace}.${name}](../resources/${folder}-${name}.md) collection|What belongs to it. Supports \`$expand\`.|`;
}

function filled(family: Family, shown: unknown): unknown {
  return JSON.parse(named(family, JSON.stringify(shown)));
}

function named({ namespace, folder }: Family, text: string): string {
  return text.replaceAll("{namespace}", namespace).replaceAll("{folder}", folder);
}
