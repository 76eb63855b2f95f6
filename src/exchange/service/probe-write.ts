import type { Example, Operation } from "../../contract/contract.ts";
import type { Reason } from "../../rules/reason.ts";
import type { Asking } from "./asking.ts";
import { bindBody } from "./bind-body.ts";
import { openPathOf, unboundMessage } from "./bind-path.ts";
import { requestOf } from "./bound-operation.ts";
import { brokenBody } from "./broken-body.ts";
import { purposeOf, type Script, unmadeOf } from "./planned-request.ts";
import { boundExample, lastingCreation, messageOf } from "./replay-example.ts";

/**
 * What a page promises of an operation that writes, beyond its examples: that a body of the wrong type is refused, and
 * of an operation without an example that it can be called at all.
 */
export function* probeWrite(asking: Asking, operation: Operation, example: Example | undefined): Script {
  const { contract, bind, writes, depth } = asking;
  const { method, parameters, requestBody } = operation;
  const unmade = (reason: Reason, message: string) => unmadeOf(operation, "plain", reason, message);
  if (!writes) {
    // Examples say so of themselves.
    if (!example)
      yield unmade("write-not-allowed", `${method} may change something, and writing was not allowed`);
    return;
  }
  const bodiless = parameters.length === 0 && !requestBody;
  if (!example && method !== "DELETE" && !bodiless) {
    yield unmade("no-data", "the page has no example, from which a body could be taken");
    return;
  }
  if (example && method === "DELETE") return;
  if (example && asking.ids === "listed" && lastingCreation(contract, example) !== undefined) return;
  const wrong = example && brokenBody(contract, example.request);
  if (example && wrong === undefined) return;
  const bound = example ? yield* boundExample(asking, example) : yield* bind(openPathOf(operation));
  if (bound.unknown.length > 0) {
    yield unmade(bound.hindrance?.reason ?? "no-data", unboundMessage(bound));
    return;
  }
  const target = { contract, operation, segments: bound.segments, depth };
  if (example && wrong !== undefined) {
    const { headers } = messageOf(example.request);
    const { text, unknown } = asking.idFor ? bindBody(wrong, asking.idFor) : { text: wrong, unknown: [] };
    // The example says so.
    if (unknown.length > 0) return;
    yield { ...requestOf(target, "a body that breaks the documented type", {}, headers), body: text };
    return;
  }
  const request = requestOf(target, "plain", {});
  const { status } = yield request;
  if (method === "DELETE" && (status === 200 || status === 204)) {
    yield { ...request, ...purposeOf(operation, "once more"), probe: "absent" };
  }
}
