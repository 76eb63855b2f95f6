import { createHash } from "node:crypto";
import { onceFor, onceForAll } from "../../base/once-for.ts";
import { documentsHeader } from "../../contract/capability/documented-header.ts";
import type { Contract } from "../../contract/contract.ts";
import { operationAt } from "../../contract/path/match-operation.ts";
import type { PathNode } from "../../contract/path/path-node.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";

/** A tag of what is written as JSON: another one as soon as anything of it is. */
export function tagFor(json: unknown): string {
  return `W/"${createHash("sha256").update(JSON.stringify(json)).digest("hex").slice(0, 16)}"`;
}

/** The tag of a resource as it is stored. */
export const etagOf: (resource: Resource) => string = onceFor(tagFor);

/** Whether a page says at a place that a tag is asked for, or that a read compares one. */
const isTagged = onceForAll((contract: Contract, node: PathNode): boolean =>
  ["GET", "PATCH", "PUT", "DELETE"].some((method) => {
    const operation = operationAt(contract, method, node);
    return (
      operation !== undefined &&
      (documentsHeader(operation, "If-Match") || documentsHeader(operation, "If-None-Match"))
    );
  }),
);

/** Whether what a request leads to, one or many, has tags. */
export function hasTags({ contract, resourcePath }: Call): boolean {
  const end = resourcePath.steps.at(-1);
  const node = end?.keyed ?? end?.named.key ?? end?.named;
  return node !== undefined && isTagged(contract, node);
}

/** A resource as it goes out with its tag, also in the property of its type that is for it. */
export function tagged(stored: Resource, shown: Resource): Resource {
  const tag = etagOf(stored);
  return { "@odata.etag": tag, ...shown, ...(shown.eTag === null ? { eTag: tag } : {}) };
}

/**
 * A change that names a tag in `If-Match` is refused with 412 where what is stored has another one (RFC 9110, section
 * 13.1.1), at the places of which a page documents the header.
 */
export function refuseOutdated(call: Call): ErrorResponse | undefined {
  const { request, resourcePath, served } = call;
  const sent = request.headers["if-match"];
  if (sent === undefined || request.method === "GET" || request.method === "POST") return undefined;
  const stored = hasTags(call) ? served.store.resource(resourcePath.steps) : undefined;
  if (!stored) return undefined;
  const wanted = bare(etagOf(stored));
  const given = sent.split(",").map((tag) => bare(tag.trim()));
  if (given.includes("*") || given.includes(wanted)) return undefined;
  return {
    status: 412,
    code: "PreconditionFailed",
    message: "the resource was changed since: its etag is another than If-Match says",
  };
}

/** Weak or strong, a tag is the same. */
function bare(tag: string): string {
  return tag.replace(/^W\//, "");
}
