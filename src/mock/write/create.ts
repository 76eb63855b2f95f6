import type { Contract, TypeRef } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/inheritance.ts";
import { isObject } from "../../docs/http/is-object.ts";
import type { Call } from "../call.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { ServiceResponse } from "../message.ts";
import { notFound } from "../not-found.ts";
import { keyedStep, storePath } from "../place.ts";
import { answerResource } from "../read/answer-resource.ts";
import type { Refusal } from "../refusal.ts";
import { answerPromised } from "./answer-promised.ts";
import { full } from "./full.ts";
import { successOf } from "./success-of.ts";
import { wholeResource } from "./whole-resource.ts";

/** Adds a resource to a collection (OData 4.01 Protocol, section 11.4.2) and answers as the page says. */
export function create(call: Call, body: unknown): ServiceResponse | Refusal {
  const { served, place, contract, resourceType, request, operation } = call;
  const resources = served.store.list(place.steps);
  const last = place.steps.at(-1);
  if (!resources || !last) return notFound(call);
  const sent = isObject(body) ? body : {};
  const property = resourceType?.keyProperty ?? "id";
  const seed = `created/${storePath(place.steps)}/${resources.length}`;
  // A key that is taken is not the client's to give: the service makes another, as it does for a key that is absent.
  const taken = new Set(resources.map((other) => keyOf(other[property])?.toLowerCase()));
  const asked = keyOf(sent[property]);
  const free = asked !== undefined && !taken.has(asked.toLowerCase()) ? asked : undefined;
  const key = free ?? keyOf(generatedKey(call, property, seed)) ?? String(resources.length + 1);
  const steps = [...place.steps.slice(0, -1), keyedStep(last, key)];
  const resource = wholeResource(call, { ...sent, [property]: key }, seed);
  if (!served.store.put(place.steps, key, resource)) return full();
  const status = successOf(call, 201);
  const promised = operation?.responses.find((response) => response.status === status)?.body;
  const path = request.target.split("?")[0]?.replace(/\/+$/, "") ?? "";
  const headers = { location: `${request.origin}${path}/${encodeURIComponent(key)}` };
  if (status === 204 || (status === 202 && !promised)) return { status, headers };
  // Something else than the resource comes back: an operation that goes on, a result.
  if (promised && resourceType && agreesNot(contract, promised, resourceType.name)) {
    return answerPromised(call, promised, status);
  }
  const response = answerResource({ ...call, place: { ...place, steps } }, resource, status);
  return "code" in response ? response : { ...response, headers: { ...response.headers, ...headers } };
}

function generatedKey({ contract, resourceType }: Call, property: string, seed: string): unknown {
  return resourceType ? generateResource(contract, resourceType.name, { seed })[property] : undefined;
}

function keyOf(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;
}

function agreesNot(contract: Contract, promised: TypeRef, name: string): boolean {
  return (
    derivesFrom(contract, name, promised.name) === false &&
    derivesFrom(contract, promised.name, name) === false
  );
}
