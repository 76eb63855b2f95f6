import type { Contract, Operation } from "../../contract/contract.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { bindPath, hasPlaceholder } from "./bind-path.ts";
import { requestOf } from "./bound-operation.ts";
import { purposeOf, type Script } from "./planned-request.ts";

/** An operation without a token; whether the resource exists does not matter to it. */
export function* probeAnonymous(
  contract: Contract,
  operation: Operation,
  { writes }: { readonly writes: boolean },
): Script {
  const { method, path, file, parameters } = operation;
  const name = "without a token";
  const reads = method === "GET" || method === "HEAD";
  if (!reads && !writes) {
    const message = `${method} is not tried without a token: it may change something, and writing was not allowed`;
    yield {
      ...purposeOf(operation, name),
      kind: "unmade",
      method,
      target: path,
      reason: "write-not-allowed",
      message,
    };
    return;
  }
  const { segments } = yield* bindPath(contract, { segments: splitPath(path), file, parameters });
  // The plain request says so.
  if (hasPlaceholder(segments)) return;
  const carriesBody = method === "POST" || method === "PATCH" || method === "PUT";
  const request = requestOf({ contract, operation, segments }, name, {});
  const sent = carriesBody ? { headers: { "Content-Type": "application/json" }, body: "{}" } : {};
  yield { ...request, ...sent, probe: "anonymous" };
}
