import { type Capabilities, capabilitiesOf } from "../../metadata/capabilities.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import type { Contract } from "../contract.ts";
import { type FoundPath, metadataPath } from "../path/metadata-path.ts";

const methods: ReadonlyMap<string, keyof Capabilities> = new Map([
  ["DELETE", "deletable"],
  ["GET", "readable"],
  ["PATCH", "updatable"],
  ["PUT", "updatable"],
]);

const options: ReadonlyMap<string, keyof Capabilities> = new Map([
  ["$count", "countable"],
  ["$expand", "expandable"],
  ["$filter", "filterable"],
  ["$orderby", "sortable"],
  ["$search", "searchable"],
  ["$select", "selectable"],
  ["$skip", "skip"],
  ["$top", "top"],
]);

/**
 * What the metadata says of a query option on what a path leads to; undefined where it says nothing, as it mostly
 * does. The pages lead on options: this decides only where they say nothing, or where a service contradicts them.
 */
export function metadataCapability(
  { metadata }: Contract,
  path: string,
  option: string,
): boolean | undefined {
  const capability = options.get(option);
  const found = metadata && capability ? metadataPath(metadata, path) : undefined;
  return metadata && capability && found?.exists ? said(metadata, found, capability) : undefined;
}

/** Whether the metadata says that what a path leads to can be read, created, changed or removed; likewise. */
export function metadataAllows(metadata: Metadata, method: string, found: FoundPath): boolean | undefined {
  const creates = method === "POST" && found.type?.collection === true;
  const capability = creates ? "insertable" : methods.get(method);
  return capability && said(metadata, found, capability);
}

function said(
  metadata: Metadata,
  { target }: FoundPath,
  capability: keyof Capabilities,
): boolean | undefined {
  return target === undefined ? undefined : capabilitiesOf(metadata, target)[capability];
}
