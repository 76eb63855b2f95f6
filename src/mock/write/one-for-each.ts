import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { examplesBelowAny } from "../../contract/path/example-operation.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import type { Resource } from "../message.ts";

/** Which list of texts an action takes, and by which names each of what it returns says for which text it is. */
interface OneForEach {
  readonly parameter: string;
  readonly path: readonly string[];
}

/**
 * What an action returns of many, one for each text that it was sent, where an example shows the texts that it sends in
 * what comes back, in their order: `schedules` as `scheduleId`, `EmailAddresses` as `emailAddress/address`. Undefined for
 * any other action.
 */
export function oneForEach(
  contract: Contract,
  operation: Operation,
  shown: readonly Resource[],
  sent: Resource,
): readonly Resource[] | undefined {
  const found = shownFor(contract, operation);
  const name = found && Object.keys(sent).find((other) => other.toLowerCase() === found.parameter);
  const texts = name === undefined ? undefined : textsIn(sent[name]);
  if (!found || !texts || shown.length === 0) return undefined;
  const { path } = found;
  return texts.flatMap((text, index) => {
    const own = shown.find((item) => valueAt(item, path) === text) ?? shown[index % shown.length];
    return own ? [withText(own, path, text)] : [];
  });
}

const shownFor = onceForAll((contract: Contract, operation: Operation): OneForEach | undefined => {
  for (const { request, response } of examplesBelowAny(contract, operation)) {
    const [asked, answered] = [request.body?.json?.value, response?.body?.json?.value];
    const items = isObject(answered) && Array.isArray(answered.value) ? answered.value : [];
    for (const [name, value] of isObject(asked) ? Object.entries(asked) : []) {
      const texts = textsIn(value);
      if (!texts || texts.length !== items.length || items.length === 0) continue;
      const path = textPaths(items[0]).find((one) =>
        texts.every((text, index) => valueAt(items[index], one) === text),
      );
      if (path) return { parameter: name.toLowerCase(), path };
    }
  }
  return undefined;
});

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

/** The names of the texts of an object, and of those in its parts. */
function textPaths(item: unknown): string[][] {
  if (!isObject(item)) return [];
  return Object.entries(item).flatMap(([name, value]) =>
    isObject(value)
      ? Object.keys(value).map((inner) => [name, inner])
      : typeof value === "string"
        ? [[name]]
        : [],
  );
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  return path.reduce(memberOf, item);
}

function withText(item: Resource, [name = "", ...rest]: readonly string[], text: string): Resource {
  const part = item[name];
  return { ...item, [name]: rest.length === 0 ? text : withText(isObject(part) ? part : {}, rest, text) };
}
