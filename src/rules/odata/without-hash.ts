import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Span } from "../../base/span.ts";
import type { Contract, Example } from "../../contract/contract.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { examplesOfPage } from "../../contract/page-content.ts";
import { saysOnlyItsType } from "../../contract/validation/placeholder.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";

/** An `@odata.type` of a page that has a qualified name and no `#`. */
export interface WithoutHash {
  readonly written: string;
  readonly span: Span;
}

/** Those of all responses that a page shows, by the line where the example begins. */
export const typesWithoutHash = onceForAll(
  (contract: Contract, file: string): ReadonlyMap<number, readonly WithoutHash[]> =>
    new Map(
      examplesOfPage(contract, file).flatMap((example) => {
        const found = inExample(example);
        return found.length === 0 ? [] : [[example.location.line, found] as const];
      }),
    ),
);

function inExample({ response }: Example): WithoutHash[] {
  const { text = "", location, json } = response?.body ?? {};
  if (!location || json?.value === undefined || !text.includes("odata.type")) return [];
  return placesIn(json.value, "").map(({ written, pointer }) => ({
    written,
    span: locateInJson(text, location, pointer),
  }));
}

function placesIn(value: unknown, pointer: string): { readonly written: string; readonly pointer: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesIn(item, `${pointer}/${index}`));
  if (!isObject(value) || saysOnlyItsType(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = stepInto(pointer, name);
    if (typeof child !== "string") return placesIn(child, place);
    return /@odata\.type$/.test(name) && isWithoutHash(child) ? [{ written: child, pointer: place }] : [];
  });
}

/** True for a qualified name without `#`; the name of a primitive type may do without (OData JSON 4.01, 4.5.3). */
export function isWithoutHash(written: string): boolean {
  return /^microsoft\.graph\.[\w.]+$/i.test(written) && !primitiveName(written);
}
