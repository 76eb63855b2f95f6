import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation, TypeRef } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { examplesBelowAny } from "../../contract/path/example-operation.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { isRight, receivedResource } from "../body/received.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { contextAt, contextFragment } from "../query/context-url.ts";
import { completeValues, wholeResource } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import { type ResourcePath, storePath } from "../route/resource-path.ts";
import { oneForEach } from "./one-for-each.ts";
import { storeMade } from "./store-made.ts";

/**
 * What an action returns, the same at every call: what its page shows, else a generated value of the promised type, whose
 * context names it. What was sent under the names of the type, or of an object that is shown in it, and holds as such, is
 * the client's own, and comes back. What the action makes is there from now on.
 */
export function answerPromised(
  call: Call,
  promised: TypeRef,
  status: number,
  sent?: unknown,
): ServiceResponse {
  const { request, served, contract, resourcePath, operation } = call;
  const { fragment, members } = promisedBody(contract, resourcePath, promised, operation, status);
  const context = contextAt(request.origin, served.version, fragment);
  const made = isObject(sent) ? withSent(call, promised, members, sent) : members;
  return {
    status,
    headers: {},
    json: { "@odata.context": context, ...storeMade(call, promised, made) },
  };
}

const promisedBody = onceForAll(
  (
    contract: Contract,
    { steps }: ResourcePath,
    promised: TypeRef,
    operation: Operation | undefined,
    status: number,
  ): { readonly fragment: string; readonly members: Resource } => {
    const { name: type, collection } = promised;
    const fragment = contextFragment({ segments: [], type, collection, entity: false });
    const seed = storePath(steps);
    const shown = operation && shownBody(contract, operation, promised, status, seed);
    const made = shown ?? generateBody(contract, promised, seed);
    return { fragment, members: isObject(made) ? made : { value: made } };
  },
);

/** What the first example of an operation shows that is of the promised type, as the contract says it. */
function shownBody(
  contract: Contract,
  operation: Operation,
  promised: TypeRef,
  status: number,
  seed: string,
): Resource | undefined {
  for (const { response } of examplesBelowAny(contract, operation)) {
    const body = response?.body?.json?.value;
    if (response?.status !== status || !isObject(body)) continue;
    const { value } = body;
    const { kind, name, collection } = promised;
    if (kind !== "type" || collection) {
      const items = Array.isArray(value) ? value : [];
      if (collection !== Array.isArray(value) || (collection && items.length === 0)) continue;
      if (kind === "type")
        return {
          value: items.filter(isObject).map((item, index) => whole(contract, name, item, `${seed}/${index}`)),
        };
      if (bodyViolations(contract, promised, { value }, { memberPreference: true }).length === 0)
        return { value };
    } else if (Object.keys(body).some((name) => !name.startsWith("@")))
      // Some pages wrap one resource as if it were many.
      return whole(contract, name, isObject(value) && Object.keys(body).length < 3 ? value : body, seed);
  }
  return undefined;
}

function whole(contract: Contract, name: string, shown: Resource, seed: string): Resource {
  const { "@odata.context": _shown, ...body } = shown;
  return wholeResource(contract, name, body, seed);
}

/** With what was sent; of many, where it has an object for each of them, one for each. */
function withSent(
  { contract, operation }: Call,
  promised: TypeRef,
  members: Resource,
  sent: Resource,
): Resource {
  if (!promised.collection) return { ...members, ...echoed(contract, promised, members, sent, operation) };
  const shown = Array.isArray(members.value) ? members.value.filter(isObject) : [];
  const each = operation && oneForEach(contract, operation, shown, sent);
  if (each) return { ...members, value: each };
  const [template] = shown;
  const [asked] = Object.values(sent).filter(
    (value): value is Resource[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
  );
  if (!template || !asked) return members;
  const value = asked.map((one) => ({
    ...template,
    ...echoed(contract, promised, template, { ...sent, ...one }, operation),
  }));
  return { ...members, value };
}

/** An action's parameter may be called `id` as what it asks for is; where the body is of the type it is the key. */
function echoed(
  contract: Contract,
  promised: TypeRef,
  shown: Resource,
  sent: Resource,
  operation: Operation | undefined,
): Resource {
  const type = typeOfRef(contract, promised);
  if (!type) return {};
  const isWhole = operation?.requestBody?.name === promised.name;
  const names = new Set(
    type.properties.flatMap(({ name }) => (isWhole || name !== keyPropertyOf(type) ? [name] : [])),
  );
  const isFitting = ([name, value]: readonly [string, unknown]) =>
    value !== null && isRight(contract, type.name, { [name]: value });
  // `addPassword` is sent the password that it returns under the name of its type.
  const called = shortName(promised.name).toLowerCase();
  const given = Object.entries(sent).flatMap((entry): (readonly [string, unknown])[] =>
    entry[0].toLowerCase() === called && !names.has(entry[0]) && isObject(entry[1])
      ? Object.entries(entry[1])
      : [entry],
  );
  const own = given.filter(([name]) => names.has(name));
  // `type` and `scope` of createLink are those of the link.
  const inner = Object.entries(shown).flatMap(([name, value]) => {
    if (!isObject(value)) return [];
    const within = given.filter(([other]) => !names.has(other) && other in value && other !== "id");
    return within.length === 0 ? [] : [[name, { ...value, ...Object.fromEntries(within) }] as const];
  });
  const right = [...inner, ...own].filter(isFitting);
  const received = receivedResource(contract, type.name, Object.fromEntries(right), operation);
  return completeValues(contract, type.name, received, `sent/${type.name}`);
}
