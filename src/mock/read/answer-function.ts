import { isObject } from "../../base/is-object.ts";
import { onceFor, onceForAll } from "../../base/once-for.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { wholeResource } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import { type ResourcePath, type Step, storePath } from "../route/resource-path.ts";
import type { ServedVersion } from "../route/route.ts";
import { answerCollection } from "./answer-collection.ts";
import { answerDelta } from "./answer-delta.ts";
import { answerResource } from "./answer-resource.ts";
import { answerValue } from "./answer-value.ts";

/** What a function returns: as an example of it shows, else generated. */
export function answerFunction(call: Call, status: number): ServiceResponse | ErrorResponse {
  const { resourcePath, served, operation, type } = call;
  const { owner } = resourcePath;
  const last = owner.at(-1);
  // A function is bound to what stands before it: without that there is none.
  const holder = boundTo(owner);
  if (holder.length > 0 && !served.store.resource(holder)) return notFound(call);
  const name = resourcePath.steps.at(-1)?.name ?? "";
  if (/^delta$/i.test(name) && last && last.key === undefined) return answerDelta(call, status);
  if (type?.kind !== "type") return answerValue(call, status);
  const resources = resourcesOf(resourcePath, served, operation?.id, type.name, type.collection);
  if (type.collection) return answerCollection(call, resources, status);
  const [resource] = resources;
  return resource ? answerResource(call, resource, status) : notFound(call);
}

const boundTo = onceFor((owner: readonly Step[]): readonly Step[] =>
  owner.slice(0, owner.findLastIndex(({ key }) => key !== undefined) + 1),
);

/** The same for every call of the function with the same arguments. */
const resourcesOf = onceForAll(
  (
    { steps }: ResourcePath,
    { contract, store }: ServedVersion,
    operation: string | undefined,
    name: string,
    collection: boolean,
  ): readonly Resource[] => {
    const path = storePath(steps);
    const body =
      store.called(path, operation) ?? generateBody(contract, { kind: "type", name, collection }, path);
    const values = isObject(body) && Array.isArray(body.value) ? body.value : [body];
    return values.filter(isObject).map((value) => wholeResource(contract, name, value, path));
  },
);
