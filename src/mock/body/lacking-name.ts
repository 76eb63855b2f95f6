import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { operationPages } from "../../contract/page-content.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { pageFor } from "../write/page-for.ts";

/**
 * Why the body of a POST is not whole, by the first name that the page calls required, no example leaves out, and the
 * body has neither by itself nor as a reference (`owner@odata.bind`). What changes a resource may leave out anything.
 */
export function lackingName(call: Call, operation: Operation, value: unknown): string | undefined {
  if (!isObject(value) || operation.method !== "POST") return undefined;
  const sent = new Set(Object.keys(value).map((name) => name.toLowerCase()));
  const needed = [...requiredNames(call.contract, operation), ...neededFor(call.contract, operation, value)];
  const lacking = needed.find(
    (name) => !sent.has(name.toLowerCase()) && !sent.has(`${name.toLowerCase()}@odata.bind`),
  );
  return lacking === undefined ? undefined : `"${lacking}" is required in the body of ${operation.id}`;
}

/** What a row says that the page requires which speaks of what is sent, and has all of that in its table. */
function neededFor(contract: Contract, operation: Operation, sent: Resource): readonly string[] {
  const row = graphFacts.needed.find(({ fact }) => operation.path.toLowerCase() === `/${fact.of}`)?.fact;
  if (!row || row.unless in sent) return [];
  // Who sends nothing may mean any of several pages.
  const isAny = Object.keys(sent).every((name) => name.includes("@"));
  if (isAny && operationPages(contract, operation).length > 1) return [];
  const { parameters } = pageFor(contract, operation, sent);
  const isListed = (name: string) => parameters.some((parameter) => parameter.name === name);
  return row.names.every(isListed) ? row.names : [];
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
