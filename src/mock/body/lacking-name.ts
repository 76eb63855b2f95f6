import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { operationPages } from "../../contract/page-content.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import type { Call } from "../route/call.ts";

/**
 * Why the body of a POST is not whole, by the first name that the page calls required, no example leaves out, and the
 * body has neither by itself nor as a reference (`owner@odata.bind`). What changes a resource may leave out anything.
 */
export function lackingName(call: Call, operation: Operation, value: unknown): string | undefined {
  if (!isObject(value) || operation.method !== "POST") return undefined;
  const sent = new Set(Object.keys(value).map((name) => name.toLowerCase()));
  const lacking = requiredNames(call.contract, operation).find(
    (name) => !sent.has(name.toLowerCase()) && !sent.has(`${name.toLowerCase()}@odata.bind`),
  );
  return lacking === undefined ? undefined : `"${lacking}" is required in the body of ${operation.id}`;
}

const requiredNames = onceForAll((contract: Contract, operation: Operation): readonly string[] => {
  const [first = [], ...others] = operationPages(contract, operation).map((one) =>
    calledRequired(contract, one),
  );
  // What one of several pages requires for its own purpose is not what the others need.
  const required = first.filter((name) => others.every((names) => names.includes(name)));
  const bodies = examplesThatCall(contract, operation)
    .filter(({ response }) => (response?.status ?? 200) < 300)
    .map(({ request: { body } }) => (body === undefined ? {} : body.json?.value))
    .filter(isObject);
  return required.filter((name) => bodies.every((body) => name in body));
});

function calledRequired(contract: Contract, { parameters, requestBody, path }: Operation): string[] {
  const type =
    parameters.length === 0 && requestBody?.kind === "type"
      ? typeNamed(contract, requestBody.name)
      : undefined;
  return [...parameters, ...(type?.properties ?? [])]
    .filter((property) => property.required && !property.readOnly && !path.includes(property.name))
    .map(({ name }) => name);
}
