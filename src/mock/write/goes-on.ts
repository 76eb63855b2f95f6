import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { isTransfer } from "../content/transfers.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { collectionOf, resourcePathOf, type Step } from "../route/resource-path.ts";

/** A header that says where the state of what goes on is to be read, as an example shows it. */
export interface ShownLocation {
  readonly name: "location" | "operation-location";
  readonly value: string;
}

/** What the first example of an operation that is answered with 202 shows of where it goes on. */
const shownLocation = onceForAll((contract: Contract, operation: Operation): ShownLocation | undefined => {
  for (const { response } of examplesThatCall(contract, operation)) {
    if (response?.status !== 202) continue;
    for (const { name, value } of response.headers) {
      const lower = name.toLowerCase();
      if (lower === "location" || lower === "operation-location") return { name: lower, value };
    }
  }
  return undefined;
});

/**
 * The answer to what is accepted, with an address at which a client finds that it is done: the operation beside the
 * resource, where the example leads to one that the contract has, else one of the service's own.
 */
export function withOperation(
  call: Call,
  response: ServiceResponse,
  names: readonly string[],
): ServiceResponse {
  const { operation, contract, served, request } = call;
  const shown = operation && shownLocation(contract, operation);
  const name = shown?.name ?? names.find((each) => /^(?:operation-)?location$/.test(each));
  if (name === undefined) return response;
  const made = response.headers.location;
  if (made !== undefined && isTransfer(made.slice(request.origin.length))) return response;
  const path = shown && operationPath(call, shown.value, made);
  const own = () => served.transfers.address("operations", `${served.store.next()}`, () => done);
  const url =
    path === undefined ? `${request.origin}${own()}` : `${request.origin}/${served.version}/${path}`;
  const content = made === undefined ? {} : { "content-location": made };
  return { ...response, headers: { ...response.headers, ...content, [name]: url } };
}

const done = { status: 200, headers: {}, json: { status: "completed", percentageComplete: 100 } };

/** Puts an operation that has succeeded where the example shows one, and says by which path it is read. */
function operationPath(call: Call, shown: string, made: string | undefined): string | undefined {
  const { contract, served, resourcePath } = call;
  const steps = resourcePathOf(contract, readRequestUrl(shown).segments, false)?.steps;
  const last = steps?.at(-1);
  const type = last?.keyed && typeOfRef(contract, typeAt(contract, last.keyed));
  if (!steps || !last || !type) return undefined;
  const own =
    made === undefined
      ? resourcePath.steps
      : (resourcePathOf(contract, readRequestUrl(made).segments, false)?.steps ?? []);
  const before = steps.slice(0, -1).map((step, index): Step => {
    const { name, key } = own[index] ?? {};
    return step.key !== undefined && key !== undefined && name === step.name ? { ...step, key } : step;
  });
  if (before.some(({ key }) => key !== undefined && isPathParameter(key))) return undefined;
  const seed = `operation/${served.store.next()}`;
  const generated = generateResource(contract, type.name, { seed });
  const key = String(generated.id ?? seed);
  const resource = { ...generated, ...succeeded(contract, type.name) };
  const list = collectionOf([...before, last], last);
  if (!served.store.put(list, key, resource)) return undefined;
  return [...before, { ...last, key }]
    .flatMap((step) => (step.key === undefined ? [step.name] : [step.name, encodeURIComponent(step.key)]))
    .join("/");
}

/** The word for success that the members of its status have. */
function succeeded(contract: Contract, name: string): Resource {
  const status = typeNamed(contract, name)?.properties.find((property) => property.name === "status");
  const members = status?.values?.members ?? contract.enums[status?.type.name ?? ""]?.members ?? [];
  const member = members.find((each) => /^(?:succeeded|completed|success)$/i.test(each));
  return member === undefined ? {} : { status: member };
}
