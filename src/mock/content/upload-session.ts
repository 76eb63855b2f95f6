import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { headerValue } from "../../http/http-message.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { completeResource } from "../repair/complete-resource.ts";
import { rightType } from "../repair/right-type.ts";
import type { Call } from "../route/call.ts";
import { pathTo, storePath } from "../route/resource-path.ts";
import { keyOf } from "../store/seeded-resources.ts";
import { full, ownerExists, successOf } from "../write/write-answer.ts";
import type { Content } from "./content.ts";
import { filePathOf } from "./file-path.ts";
import { putContent } from "./put-content.ts";

/** How long a session takes parts, in milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;

/** True for the action that gives an address for the parts of a file. */
export function isUploadSession({ resourcePath }: Call): boolean {
  return resourcePath.steps.at(-1)?.name.toLowerCase() === "createuploadsession";
}

/** Gives an address to which the parts of a file are sent; the last one makes the file, or the attachment. */
export function createUploadSession(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { served, request, contract, operation } = call;
  const sent = isObject(body) ? body : {};
  const item = Object.values(sent).find(isObject) ?? {};
  const made = withoutAction(call);
  if (!filePathOf(call.url.segments) && !ownerExists(call)) return notFound(call);
  const target = call.resourcePath.owner.at(-1);
  const isAttached =
    target?.key === undefined && typeAt(contract, target?.named ?? call.resourcePath.node)?.collection;
  const expires = new Date(served.now().getTime() + lifetime);
  const { contentType } = item;
  const path = served.transfers.upload({
    mediaType: typeof contentType === "string" ? contentType : "application/octet-stream",
    partStatus: operation ? partStatus(contract, operation) : 202,
    deferred: sent.deferCommit === true,
    expires,
    finish: (content) => (isAttached ? attach(call, item, content) : finish(made, item, content)),
  });
  const status = operation ? (shownStatus(contract, operation) ?? successOf(call, 200)) : 200;
  const json = {
    "@odata.context": `${request.origin}/${served.version}/$metadata#microsoft.graph.uploadSession`,
    uploadUrl: `${request.origin}${path}`,
    expirationDateTime: expires.toISOString(),
    nextExpectedRanges: ["0-"],
  };
  return { status, headers: {}, json };
}

/** The call as if it put the content itself. */
function withoutAction(call: Call): Call {
  // What it answers is no promise of the one who asked for the address.
  const { operation: _asking, ...rest } = call;
  const { contract, resourcePath, url } = call;
  const owner = resourcePath.owner;
  const before = owner.at(-1);
  const node = before ? (before.keyed ?? before.named) : resourcePath.node;
  const named = nodeBehind(node, "content");
  return {
    ...rest,
    url: { ...url, segments: [...url.segments.slice(0, -1), "content"] },
    resourcePath: pathTo(contract, [...owner, { name: "content", named }]),
  };
}

/** What the client wants done where the name is taken stands with the item that it sent. */
function finish(call: Call, item: Resource, content: Content): ServiceResponse | ErrorResponse {
  return putContent(call, content, item);
}

function attach(call: Call, item: Resource, { bytes }: Content): ServiceResponse | ErrorResponse {
  const { contract, served, request, resourcePath } = call;
  const steps = resourcePath.owner;
  const last = steps.at(-1);
  const declared = typeOfRef(contract, last && typeAt(contract, last.named));
  if (!last || !declared || !served.store.list(steps)) return notFound(call);
  const sent = { ...item, size: bytes.length, contentBytes: bytes.toString("base64") };
  const { type = declared, annotation } = rightType(contract, declared.name, sent);
  const known = new Set(type.properties.map(({ name }) => name));
  const own = Object.entries(sent).filter(([name]) => known.has(name));
  const said = annotation === undefined ? {} : { "@odata.type": annotation };
  const seed = `created/${storePath(steps)}/${served.store.next()}`;
  const resource = completeResource(contract, declared.name, { ...said, ...Object.fromEntries(own) }, seed);
  const key = keyOf(type, resource, 0);
  if (!served.store.put(steps, key, resource)) return full();
  const path = steps.map((step) =>
    step.key === undefined ? step.name : `${step.name}/${encodeURIComponent(step.key)}`,
  );
  const location = `${request.origin}/${served.version}/${path.join("/")}/${encodeURIComponent(key)}`;
  return { status: 201, headers: { location } };
}

/** The status of the first example that asks for a session. */
const shownStatus = onceForAll((contract: Contract, operation: Operation): number | undefined => {
  const shown = examplesOfOperation(contract, operation).find(
    ({ request, response }) =>
      request.method === "POST" &&
      /createUploadSession$/i.test(request.url) &&
      (response?.status ?? 400) < 300,
  );
  return shown?.response?.status;
});

/** What the page shows in answer to a part. */
const partStatus = onceForAll((contract: Contract, operation: Operation): number => {
  const shown = examplesOfOperation(contract, operation).find(
    ({ request }) => headerValue(request, "Content-Range") !== undefined,
  );
  return shown?.response?.status ?? 202;
});
