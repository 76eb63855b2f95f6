import { groupBy } from "../../base/group-by.ts";
import { spanAt } from "../../base/span.ts";
import { metadataAllows } from "../../contract/capability/metadata-capability.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { operationsOfPage } from "../../contract/page-content.ts";
import { type FoundPath, type MetadataPath, metadataPath } from "../../contract/path/metadata-path.ts";
import type { RequestTemplate } from "../../docs/page.ts";
import { declaredType } from "../../metadata/declared.ts";
import { isOrDerives } from "../../metadata/members-of.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import { citedResponse, citedTemplate } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { inMetadata } from "./witnesses.ts";

/** Documented paths that the metadata does not have, or that end in another type there. */
export const operation = definePageRule("metadata/operation", {
  promise: "Every documented path is in the metadata, and leads to the type that the page says.",
  weighs: { documented: "warning" },
  idle: "there is no metadata (--metadata)",
  judge({ page, contract }) {
    const { metadata } = contract;
    const requests = page.operation?.requests ?? [];
    // An extract of types has no container to begin at.
    if (!metadata || Object.keys(metadata.roots).length === 0 || requests.length === 0)
      return "not-applicable";
    const operations = operationsOfPage(contract, page.file);
    const failures = requests.flatMap((request) => {
      const found = metadataPath(metadata, request.path);
      const documented = operations.find(({ location }) => location.line === request.location.line);
      if (!found) return [];
      return found.exists
        ? [...refused(metadata, request, found), ...otherEnd(contract, metadata, request, documented, found)]
        : nowhere(contract, metadata, request, found);
    });
    return onePerCause(failures);
  },
});

/** A page that writes a path in several ways is mistaken once. */
function onePerCause(failures: readonly Failure[]): Failure[] {
  const groups = [...groupBy(failures, ({ cause }) => cause?.id ?? "").values()];
  return groups.flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const more = others.length === 1 ? "another request" : `${others.length} other requests`;
    return [{ ...first, message: `${first.message}; so with ${more} of the page` }];
  });
}

function nowhere(
  contract: Contract,
  metadata: Metadata,
  request: RequestTemplate,
  { segment, after }: Extract<MetadataPath, { exists: false }>,
): Failure[] {
  const type = after === undefined ? undefined : metadata.types[after];
  // A page lists it as a property of the type, which is metadata/property-missing there.
  const own = after === undefined ? undefined : typeNamed(contract, after);
  const isListed = own?.properties.some(
    ({ name, unconfirmed, row }) => unconfirmed && row !== undefined && name === segment,
  );
  if (isListed) return [];
  const where = type
    ? `${shortName(type.name)} has no "${segment}" there${inMetadata(metadata, type)}`
    : `it begins at no "${segment}"`;
  return [
    {
      status: "fail",
      message: `the metadata does not have ${request.path}: ${where}`,
      span: spanAt(request.location, request.written.length),
      pointer: pagePointer("requests", `${request.method} ${request.path}`),
      cause: { id: `metadata-path ${after ?? ""} ${segment}` },
    },
  ];
}

/** The metadata has the path, and says that this cannot be done there. */
function refused(metadata: Metadata, request: RequestTemplate, found: FoundPath): Failure[] {
  const { method, path, location, written } = request;
  if (metadataAllows(metadata, method, found) !== false) return [];
  return [
    {
      status: "fail",
      message: `the metadata does not allow ${method} of ${path} (capabilities of ${found.target})`,
      span: spanAt(location, written.length),
      pointer: pagePointer("requests", `${method} ${path}`),
      cause: { id: `metadata-refused ${method} ${found.target}` },
    },
  ];
}

function otherEnd(
  contract: Contract,
  metadata: Metadata,
  request: RequestTemplate,
  documented: Operation | undefined,
  { type }: FoundPath,
): Failure[] {
  const response = documented?.responses.find(({ status, body }) => status < 300 && body !== undefined);
  const body = response?.body;
  const said = body?.kind === "type" ? declaredType(metadata, body.name) : undefined;
  // What a write of a related resource answers is often the resource itself, or nothing that the path tells.
  // One that expands or selects says what comes with it.
  if (!response || !said || !type || request.method !== "GET" || request.query !== "") return [];
  const end = declaredType(metadata, type.name);
  if (!end || isOrDerives(metadata, said.name, end.name) || isOrDerives(metadata, end.name, said.name))
    return [];
  if (contract.types[said.name]?.fromMetadata?.includes("type")) return [];
  return [
    {
      status: "fail",
      message: `${request.path} leads to ${shortName(end.name)} in the metadata, the page says ${shortName(said.name)}${inMetadata(metadata, end)}`,
      span: spanAt(request.location, request.written.length),
      pointer: pagePointer("requests", `${request.method} ${request.path}`),
      promise: citedResponse(response) ?? citedTemplate(request),
      cause: { id: `metadata-end ${said.name} ${end.name}` },
    },
  ];
}
