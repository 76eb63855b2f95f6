import { basename } from "node:path";
import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, Example } from "../../contract/contract.ts";
import { keyText } from "../../contract/names/type-named.ts";

interface Shown {
  readonly page: string;
  readonly resource: Readonly<Record<string, unknown>>;
}

/**
 * The page of a GET, if any, that shows the resource of that key with the same values under those names: authors give
 * one sample of a resource on all its pages, and such an answer to a write is the sample, whatever was sent.
 */
export function pageShowing(
  contract: Contract,
  resource: Readonly<Record<string, unknown>>,
  key: string,
  names: readonly string[],
): string | undefined {
  const own = keyText(resource[key]);
  if (own === undefined) return undefined;
  const alike = shownByGet(contract).find(
    ({ resource: other }) =>
      keyText(other[key]) === own && names.every((name) => other[name] === resource[name]),
  );
  return alike?.page;
}

const shownByGet = onceFor(({ examples }: Contract): readonly Shown[] =>
  examples.flatMap((example) => {
    if (example.request.method !== "GET") return [];
    const page = basename(example.file);
    return resourcesOf(example).map((resource): Shown => ({ page, resource }));
  }),
);

function resourcesOf({ response }: Example): Shown["resource"][] {
  const body = response?.body?.json?.value;
  const items = isObject(body) && Array.isArray(body.value) ? body.value : [body];
  return items.filter(isObject);
}
