import type { Property, TypeContract } from "../../../src/contract/contract.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import type { GraphVersion } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

/** A resource page: its name, an introduction, rows of its tables, its JSON representation. */
export interface Resource {
  readonly says?: string;
  readonly namespace?: string;
  readonly annotation?: string;
  readonly properties?: readonly string[];
  readonly relationships?: readonly string[];
  readonly json?: string;
}

function text(name: string, resource: Resource): string {
  const header = "|Name|Type|Description|\n|-|-|-|\n";
  return [
    `# ${name} resource type`,
    `Namespace: ${resource.namespace ?? "microsoft.graph"}`,
    resource.says ?? "",
    `## Properties\n${header}${(resource.properties ?? []).join("\n")}`,
    `## Relationships\n${header}${(resource.relationships ?? []).join("\n")}`,
    `## JSON representation\n${resource.annotation ?? ""}\n\`\`\`json\n${resource.json ?? ""}\n\`\`\``,
  ].join("\n\n");
}

/** The types that the resource pages promise; `run#1` and `run#2` are two pages of `run`. */
export function deriveTypesOf(
  resources: Readonly<Record<string, Resource>>,
  version: GraphVersion = "v1.0",
): Readonly<Record<string, TypeContract>> {
  const pages = Object.entries(resources).map(([name, resource]) =>
    readPage(text(name.split("#")[0] ?? name, resource), {
      file: `v1.0/resources/${name.toLowerCase()}.md`,
      version: "v1.0",
    }),
  );
  return deriveContract(folderOf(pages), version).types;
}

/** A property in short: `name: kind type[] ^inherited from`, `>` before a relationship. */
function inShort({ name, type, navigation, inheritedFrom }: Property): string {
  const arrow = navigation ? ">" : "";
  return `${arrow}${name}: ${type.kind} ${type.name}${type.collection ? "[]" : ""}${inheritedFrom ? ` ^${inheritedFrom}` : ""}`;
}

/** The properties of a type in short. */
export const shortProperties = (type: TypeContract | undefined) => (type?.properties ?? []).map(inShort);
