import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeContract, TypeRef } from "../../contract/contract.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { receivedResource } from "../body/received.ts";
import { conflictBehaviorOf, isItemType, settleName, withoutBehavior } from "../content/item-names.ts";
import { keepSent } from "../content/put-content.ts";
import { badRequest, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateValue } from "../generate/generate-value.ts";
import { type Resource, type ServiceResponse, splitTarget } from "../message.ts";
import { answerResource } from "../read/answer-resource.ts";
import { completeResource } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import { keyedStep } from "../route/resource-path.ts";
import { alternateKeysOf } from "../store/alternate-keys.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { bind, bindingsIn, withoutBindings } from "./bindings.ts";
import { withBoundKeys } from "./bound-keys.ts";
import { keyOf, newKey } from "./new-key.ts";
import { answerPromised } from "./promised-answer.ts";
import { share } from "./shared.ts";
import { shownDefaults, shownOwnerKeys, shownReadOnly } from "./shown-defaults.ts";
import { full, ownerExists, successOf } from "./write-answer.ts";

/** Adds a resource to a collection (OData 4.01 Protocol, section 11.4.2) and answers as the page says. */
export function create(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { contract, served, resourcePath, resourceType, request } = call;
  const last = resourcePath.steps.at(-1);
  if (!last || !ownerExists(call)) return notFound(call);
  const sent = isObject(body) ? body : {};
  const property = keyPropertyOf(resourceType);
  const asked = keyOf(sent[property]) ?? nameOf(resourceType, sent);
  if (asked !== undefined && !isKey(asked)) return noKey(property);
  const taken = takenKey(call, sent, asked);
  if (taken) return taken;
  const { key, seed } = asked === undefined ? newKey(call, property) : { key: asked, seed: asked };
  const steps = [...resourcePath.owner, keyedStep(last, key)];
  const bindings = bindingsIn(call, steps, body);
  if ("code" in bindings) return bindings;
  const said = withoutBehavior(sent);
  const own = withoutBindings(resourceType ? withBoundKeys(contract, resourceType.name, said) : said);
  const made = resourceType
    ? completeResource(
        contract,
        resourceType.name,
        { ...defaultsOf(call, resourceType, seed), ...withKey(call, resourceType, own, key) },
        seed,
      )
    : { ...own, [property]: key };
  const placed = served.store.placed(resourcePath.steps, made);
  const settled =
    resourceType && isItemType(resourceType)
      ? settleName(
          served.store.list(resourcePath.steps) ?? [],
          placed,
          conflictBehaviorOf(call, sent, "fail"),
        )
      : { item: placed };
  if ("code" in settled) return settled;
  const resource = settled.item;
  const answer = answerCreated({ ...call, resourcePath: { ...resourcePath, steps } }, resource);
  // An error leaves everything as it was.
  if ("code" in answer) return answer;
  const path = splitTarget(request.target).path.replace(/\/+$/, "");
  const location = `${request.origin}${path}/${encodeURIComponent(key)}`;
  if (settled.replaced) served.store.remove(resourcePath.steps, String(settled.replaced.id));
  if (!served.store.put(resourcePath.steps, key, resource) || !keepSent(call, steps)) return full();
  bind(call, bindings);
  share(call, steps, resource);
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

/** What the service sets itself, as the page of the operation shows it: members that are always the same, and times and texts of its own. */
function defaultsOf(
  { contract, operation, served, resourcePath }: Call,
  type: TypeContract,
  seed: string,
): Resource {
  if (!operation) return {};
  const own = shownReadOnly(contract, operation, type).map((property) => [
    property.name,
    property.type.name === "Edm.DateTimeOffset"
      ? served.now().toISOString()
      : generateValue(contract, property, `${type.name} ${seed}`),
  ]);
  const owner = served.store.resource(resourcePath.owner)?.id;
  const keys =
    typeof owner === "string" ? shownOwnerKeys(contract, operation, type).map((name) => [name, owner]) : [];
  return { ...shownDefaults(contract, operation, type), ...Object.fromEntries([...own, ...keys]) };
}

/** What names a resource in the place of its key, where the request says no key. */
function nameOf(type: TypeContract | undefined, sent: Resource): string | undefined {
  const row = graphFacts.namedBy.find(({ fact }) => fact.type === type?.name);
  return row && keyOf(sent[row.fact.property]);
}

/** What was sent, with its key where anybody says that the resource has one to show. */
function withKey({ contract, operation }: Call, type: TypeContract, sent: Resource, key: string): Resource {
  const received = receivedResource(contract, type.name, sent, operation);
  const property = keyPropertyOf(type);
  const isShown =
    !isClosed(type) || type.properties.some(({ name }) => name === property) || property in received;
  return isShown ? { ...received, [property]: key } : received;
}

/** Refused is the key of another resource, and what a path may give in its place (`userPrincipalName`). */
function takenKey(
  { served: { store }, resourcePath, resourceType, operation }: Call,
  sent: Resource,
  asked: string | undefined,
): ErrorResponse | undefined {
  const taken =
    asked !== undefined && store.holds(resourcePath.steps, asked)
      ? { property: keyPropertyOf(resourceType), value: asked }
      : alternateKeysOf(resourceType)
          .map((property) => ({ property, value: keyOf(sent[property]) }))
          .find(({ value }) => value !== undefined && store.knows(resourcePath.steps, value));
  if (!taken) return undefined;
  const documents = (status: number) => operation?.responses.some((response) => response.status === status);
  // The directory calls a name that another object has a bad request, not a conflict.
  const isBad = !documents(409) && (documents(400) || taken.property !== keyPropertyOf(resourceType));
  const message = `another resource has "${String(taken.value).slice(0, 200)}" for its "${taken.property}"`;
  return isBad
    ? { status: 400, code: "Request_BadRequest", message }
    : { status: 409, code: "Conflict", message };
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
