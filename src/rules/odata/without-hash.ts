import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Span } from "../../base/span.ts";
import type { Contract } from "../../contract/contract.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { examplesOfPage } from "../../contract/page-content.ts";
import { saysOnlyItsType } from "../../contract/validation/placeholder.ts";
import type { Body } from "../../http/body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";

/** An `@odata.type` of a page that has a qualified name and no `#`. */
export interface WithoutHash {
  readonly written: string;
  readonly span: Span;
}

/** Those of all messages that a page shows, in the order of their lines. */
export const typesWithoutHash = onceForAll((contract: Contract, file: string): readonly WithoutHash[] => {
  const messages = examplesOfPage(contract, file).flatMap(({ request, response }) => [request, response]);
  const bodies = new Set(messages.flatMap((message) => message?.body ?? []));
  return [...bodies].flatMap(inBody).toSorted((one, other) => one.span.start.line - other.span.start.line);
});

function inBody({ text, location, json }: Body): WithoutHash[] {
  if (json?.value === undefined || !text.includes("odata.type")) return [];
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
