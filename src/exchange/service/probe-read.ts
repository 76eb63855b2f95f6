import { isObject } from "../../base/is-object.ts";
import { documentsHeader } from "../../contract/capability/documented-header.ts";
import type { Operation } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import type { Asking } from "./asking.ts";
import { openPathOf, unboundMessage } from "./bind-path.ts";
import { type BoundOperation, requestOf } from "./bound-operation.ts";
import { hasPlaceholder } from "./path-placeholders.ts";
import { type Answer, apart, type Script, unmadeOf } from "./planned-request.ts";
import { probeCollection } from "./probe-collection.ts";
import { probeResource } from "./probe-resource.ts";

/** Asks an operation that reads as plainly as it can be asked, and then what the page promises of its answer. */
export function* probeRead({ contract, bind, depth }: Asking, operation: Operation): Script {
  const { method } = operation;
  const name = operation.responses.find(({ status }) => status === 200)?.body?.name ?? "";
  const bound = yield* bind(openPathOf(operation));
  if (hasPlaceholder(bound.segments)) {
    const message = `the operation is not called: ${unboundMessage(bound)}`;
    yield unmadeOf(operation, "plain", bound.hindrance?.reason ?? "no-data", message);
    return;
  }
  const type = typeNamed(contract, name);
  const target: BoundOperation = {
    contract,
    operation,
    segments: bound.segments,
    depth,
    ...(type ? { type } : {}),
  };
  const plain = yield requestOf(target, "plain", {});
  if (method !== "GET" || depth === "smoke") return;
  const json = (plain.status ?? 400) < 300 ? plain.json : undefined;
  yield* probeUnchanged(target, plain);
  if (isCollection(json)) yield* probeCollection(target, json.value.filter(isObject), plain);
  else if (isObject(json)) yield* probeResource(target, json);
  else if (operation.queryOptions.kind === "listed" || operation.queryOptions.kind === "all") {
    const message =
      "the query options are not probed: the plain request was answered with nothing to choose from";
    yield unmadeOf(operation, "query options", "no-data", message);
  }
}

/** What has not changed need not come again, where the page says so. */
function* probeUnchanged(target: BoundOperation, { status = 400, json, etag }: Answer): Script {
  const { operation } = target;
  if (!documentsHeader(operation, "If-None-Match") || status >= 300) return;
  const own = isObject(json) ? (json["@odata.etag"] ?? json["@etag"] ?? json.eTag) : undefined;
  const tag = etag ?? own;
  if (typeof tag === "string") {
    yield apart(requestOf(target, "If-None-Match", {}, { "If-None-Match": tag }));
    return;
  }
  const message = "If-None-Match is not tried: the plain answer has no tag that could be sent";
  yield unmadeOf(operation, "If-None-Match", "no-data", message);
}
