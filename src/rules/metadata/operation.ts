import { groupBy } from "../../base/group-by.ts";
import { spanAt } from "../../base/span.ts";
import { metadataAllows } from "../../contract/capability/metadata-capability.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { operationsOfPage } from "../../contract/page-content.ts";
import { type FoundPath, metadataPath } from "../../contract/path/metadata-path.ts";
import type { Page, RequestTemplate } from "../../docs/page.ts";
import { declaredType } from "../../metadata/declared.ts";
import { isOrDerives } from "../../metadata/members-of.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import { citation } from "../body/judged-violations.ts";
import { citedResponse, citedTemplate } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { type OtherName, pathNowhere, shownOtherwise } from "./path-nowhere.ts";
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
        : nowhere(contract, metadata, page, request);
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
    const edits = [first, ...others].map(({ fix }) => fix?.edits);
    const fix = edits.every((some) => some !== undefined) ? { edits: edits.flat() } : undefined;
    return [{ ...first, fix, message: `${first.message}; so with ${more} of the page` }];
  });
}

function nowhere(contract: Contract, metadata: Metadata, page: Page, request: RequestTemplate): Failure[] {
  const found = pathNowhere(contract, request.path);
  if (!found) return [];
  const { segment, after } = found;
  const type = after === undefined ? undefined : metadata.types[after];
  const where = type
    ? `${shortName(type.name)} has no "${segment}" there${inMetadata(metadata, type)}`
    : `it begins at no "${segment}"`;
  const failure: Failure = {
    status: "fail",
    message: `the metadata does not have ${request.path}: ${where}`,
    span: spanAt(request.location, request.written.length),
    pointer: pagePointer("requests", `${request.method} ${request.path}`),
    cause: { id: `metadata-path ${after ?? ""} ${segment}` },
  };
  const other = shownOtherwise(contract, page, request);
  if (!other) return [failure];
  const { meant, example } = other;
  const shown = `, but it has "${meant}", as the example asks for it${citation(example.request.location)}`;
  // It is not the metadata alone that says so.
  return [
    { ...failure, severity: "error", message: failure.message + shown, meant, ...renamed(request, other) },
  ];
}

/** The name in the line of the request; nothing where it stands there more than once. */
function renamed(
  { written: line, location }: RequestTemplate,
  { written, meant }: OtherName,
): Pick<Failure, "fix"> {
  const [found, ...more] = [...line.matchAll(/(?<=\/)[\w.]+(?![\w.(])/g)].filter(
    ([name]) => name === written,
  );
  if (!found || more.length > 0) return {};
  const span = spanAt({ ...location, column: location.column + found.index }, written.length);
  return { fix: { edits: [{ span, text: meant }] } };
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
