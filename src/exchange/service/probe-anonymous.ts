import type { Operation } from "../../contract/contract.ts";
import { isSafe } from "../../http/http-message.ts";
import { splitPath } from "../../odata/path-segments.ts";
import type { Asking } from "./asking.ts";
import { openPathOf } from "./bind-path.ts";
import { requestOf } from "./bound-operation.ts";
import { hasPlaceholder, standingIn } from "./path-placeholders.ts";
import { type Script, unmadeOf } from "./planned-request.ts";

/** An operation without a token; whether the resource exists does not matter to it. */
export function* probeAnonymous(
  { contract, bind, writes, ids, depth }: Asking,
  operation: Operation,
): Script {
  const { method, path } = operation;
  const name = "without a token";
  if (!isSafe(operation) && !writes) {
    const message = `${method} is not tried without a token: it may change something, and writing was not allowed`;
    yield unmadeOf(operation, name, "write-not-allowed", message);
    return;
  }
  const bound = yield* bind(openPathOf(operation));
  // What the token should have kept from being changed is nothing that exists.
  const segments = standingIn(ids === "listed" && !isSafe(operation) ? splitPath(path) : bound.segments);
  // The plain request says so.
  if (hasPlaceholder(segments)) return;
  const carriesBody = method === "POST" || method === "PATCH" || method === "PUT";
  const request = requestOf({ contract, operation, segments, depth }, name, {});
  const sent = carriesBody ? { headers: { "Content-Type": "application/json" }, body: "{}" } : {};
  yield { ...request, ...sent, probe: "anonymous" };
}
