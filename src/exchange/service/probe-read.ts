import { isObject } from "../../base/is-object.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { bindPath, hasPlaceholder } from "./bind-path.ts";
import { type BoundOperation, requestOf } from "./bound-operation.ts";
import { purposeOf, type Script } from "./planned-request.ts";
import { probeCollection } from "./probe-collection.ts";
import { probeResource } from "./probe-resource.ts";

/** Asks an operation that reads as plainly as it can be asked, and then what the page promises of its answer. */
export function* probeRead(contract: Contract, operation: Operation): Script {
  const { file, parameters, path, method } = operation;
  const name = operation.responses.find(({ status }) => status === 200)?.body?.name ?? "";
  const bound = yield* bindPath(contract, { segments: splitPath(path), file, parameters, type: name });
  if (hasPlaceholder(bound.segments)) {
    const message = `the operation is not called: no value is known for ${bound.unknown.join(", ")}`;
    yield {
      ...purposeOf(operation, "plain"),
      kind: "unmade",
      method,
      target: path,
      reason: "no-data",
      message,
    };
    return;
  }
  const type = typeNamed(contract, name);
  const target: BoundOperation = { contract, operation, segments: bound.segments, ...(type ? { type } : {}) };
  const plain = yield requestOf(target, "plain", {});
  if (method !== "GET") return;
  const json = (plain.status ?? 400) < 300 ? plain.json : undefined;
  if (isCollection(json)) yield* probeCollection(target, json.value.filter(isObject));
  else if (isObject(json)) yield* probeResource(target, json);
  else if (operation.queryOptions.kind === "listed" || operation.queryOptions.kind === "all") {
    const message =
      "the query options are not probed: the plain request was answered with nothing to choose from";
    const purpose = purposeOf(operation, "query options");
    yield { ...purpose, kind: "unmade", method, target: path, reason: "no-data", message };
  }
}
