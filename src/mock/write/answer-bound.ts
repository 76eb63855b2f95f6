import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, TypeContract, TypeRef } from "../../contract/contract.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { answerResource } from "../read/answer-resource.ts";
import type { Call } from "../route/call.ts";
import {
  calledAtEnd,
  collectionOf,
  oneOf,
  pathTo,
  type ResourcePath,
  resourcePathOf,
  type Step,
  segmentsOf,
} from "../route/resource-path.ts";
import type { MoveFact } from "../store/graph-fact.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { newKey } from "./new-key.ts";
import { full } from "./write-answer.ts";

/** What an action is bound to, and what it is called. */
interface Bound {
  readonly action: string;
  readonly steps: readonly Step[];
  readonly last: Step;
  readonly key: string;
  readonly type: TypeContract;
}

/**
 * The answer of an action that returns a resource of the collection in which the one stands that it is bound to: that
 * one in another part (`move`), or a new one beside it (`copy`, `createReply`), which is there from now on; else that
 * one as it is (`verify`), where the action does not say that it makes another.
 */
export function answerBound(
  call: Call,
  promised: TypeRef,
  body: unknown,
  status: number,
): ServiceResponse | ErrorResponse | undefined {
  const bound = boundOf(call, promised);
  const resource = bound && call.served.store.resource(bound.steps);
  if (!bound || !resource) return undefined;
  const row = graphFacts.moves.find(
    ({ fact }) => fact.action.toLowerCase() === bound.action && fact.whole === bound.last.name.toLowerCase(),
  )?.fact;
  if (row) return moved(call, bound, resource, row, body, status);
  if (bound.action.startsWith("create")) return put(call, bound, undefined, status);
  return /^(?:copy|move|clone|redirect)/.test(bound.action)
    ? undefined
    : answerResource(
        { ...call, resourceType: bound.type, resourcePath: ownerOf(call.contract, call.resourcePath) },
        resource,
        status,
      );
}

/** Where what an action is bound to stands itself. */
const ownerOf = onceForAll(
  (contract: Contract, path: ResourcePath): ResourcePath => pathTo(contract, path.owner),
);

function boundOf({ contract, resourcePath }: Call, promised: TypeRef): Bound | undefined {
  const steps = resourcePath.owner;
  const last = steps.at(-1);
  const type = last && typeOfRef(contract, typeAt(contract, last.keyed ?? last.named));
  if (last?.key === undefined || !type || promised.collection || promised.name !== type.name)
    return undefined;
  return { action: calledAtEnd(resourcePath), steps, last, key: last.key, type };
}

function moved(
  call: Call,
  bound: Bound,
  resource: Resource,
  { whole, part, as = whole, parameter, copies }: MoveFact,
  body: unknown,
  status: number,
): ServiceResponse | ErrorResponse | undefined {
  const { contract, served } = call;
  const target = isObject(body) ? body[parameter] : undefined;
  if (typeof target !== "string") return undefined;
  const names = [whole, part.toLowerCase()];
  const from = bound.steps.findIndex(({ name }) => names.includes(name.toLowerCase()));
  const before = segmentsOf(bound.steps.slice(0, from));
  const path = resourcePathOf(contract, [...before, part, target, as], false);
  if (!path) return undefined;
  if (!served.store.resource(path.owner)) return notFound({ ...call, resourcePath: path });
  const placed = served.store.placed(path.steps, resource);
  return put(call, bound, placed, status, copies === true ? undefined : bound.key);
}

/** Puts a resource beside the one that the action is bound to, or in its place, and answers with it. */
function put(
  call: Call,
  { steps, last, type }: Bound,
  values: Resource | undefined,
  status: number,
  own?: string,
): ServiceResponse | ErrorResponse {
  const { contract, served } = call;
  const list = collectionOf(steps, last);
  const property = keyPropertyOf(type);
  const about = { ...call, resourceType: type };
  const { key, seed } =
    own === undefined
      ? newKey({ ...about, resourcePath: pathTo(contract, list) }, property)
      : { key: own, seed: own };
  const made = values ? { ...values, [property]: key } : generateResource(contract, type.name, { seed, key });
  const resource = values ? made : served.store.placed(list, made);
  const answered = pathTo(contract, oneOf(steps, key));
  const answer = answerResource({ ...about, resourcePath: answered }, resource, status);
  if ("code" in answer) return answer;
  return served.store.put(list, key, resource) ? answer : full();
}
