import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeRef } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { receivedResource } from "../body/received.ts";
import { badRequest, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateResource } from "../generate/generate-resource.ts";
import { type Resource, type ServiceResponse, splitTarget } from "../message.ts";
import { answerResource } from "../read/answer-resource.ts";
import { completeResource } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import { keyedStep, storePath } from "../route/resource-path.ts";
import { answerPromised, full, ownerExists, successOf } from "./write-answer.ts";

/** Adds a resource to a collection (OData 4.01 Protocol, section 11.4.2) and answers as the page says. */
export function create(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { contract, served, resourcePath, resourceType, request } = call;
  const last = resourcePath.steps.at(-1);
  if (!last || !ownerExists(call)) return notFound(call);
  const sent = isObject(body) ? body : {};
  const property = keyPropertyOf(resourceType);
  const asked = keyOf(sent[property]);
  if (asked !== undefined && !isKey(asked)) return noKey(property);
  // A key that is taken is not the client's to give: the service makes another, as it does for a key that is absent.
  const isFree = asked !== undefined && !served.store.holds(resourcePath.steps, asked);
  const { key, seed } = isFree ? { key: asked, seed: asked } : newKey(call, property);
  const steps = [...resourcePath.owner, keyedStep(last, key)];
  const keyed = { ...sent, [property]: key };
  const resource = resourceType
    ? completeResource(
        contract,
        resourceType.name,
        receivedResource(contract, resourceType.name, keyed),
        seed,
      )
    : keyed;
  const answer = answerCreated({ ...call, resourcePath: { ...resourcePath, steps } }, resource);
  // An error leaves everything as it was.
  if ("code" in answer) return answer;
  const path = splitTarget(request.target).path.replace(/\/+$/, "");
  const location = `${request.origin}${path}/${encodeURIComponent(key)}`;
  if (!served.store.put(resourcePath.steps, key, resource)) return full();
  return { ...answer, headers: { ...answer.headers, location } };
}

function answerCreated(call: Call, resource: Resource): ServiceResponse | ErrorResponse {
  const { operation, resourceType, contract } = call;
  const status = successOf(call, 201);
  const promised = operation?.responses.find((response) => response.status === status)?.body;
  if (status === 204 || (status === 202 && !promised)) return { status, headers: {} };
  // Something else than the resource comes back: an operation that goes on, a result.
  const isOther = promised && resourceType && agreesNot(contract, promised, resourceType.name);
  return isOther ? answerPromised(call, promised, status) : answerResource(call, resource, status);
}

/** A key that no resource of the collection has or had, as far as the type leaves a choice. */
function newKey(
  { contract, resourceType, served: { store }, resourcePath: { steps } }: Call,
  property: string,
): { readonly key: string; readonly seed: string } {
  for (let tries = 0; ; tries++) {
    const number = store.next();
    const seed = `created/${storePath(steps)}/${number}`;
    const generated = resourceType && tries < 10 && generateResource(contract, resourceType.name, { seed });
    const key = (generated && keyOf(generated[property])) || String(number + 1);
    if (!store.holds(steps, key)) return { key, seed };
  }
}

function keyOf(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;
}

/** What a URL can hold: no half of a character, and not a book. */
function isKey(text: string): boolean {
  return text.length <= longestKey && !/\p{Surrogate}/u.test(text);
}

const longestKey = 1000;

function noKey(property: string): ErrorResponse {
  return badRequest(`"${property}" is no key: it is longer than ${longestKey} characters, or no text`);
}

function agreesNot(contract: Contract, promised: TypeRef, name: string): boolean {
  return (
    derivesFrom(contract, name, promised.name) === false &&
    derivesFrom(contract, promised.name, name) === false
  );
}
