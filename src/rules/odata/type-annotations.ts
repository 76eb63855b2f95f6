import { isObject } from "../../base/is-object.ts";
import { saysOnlyItsType } from "../../contract/validation/placeholder.ts";
import { isControl, resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import type { ExchangeContext } from "../rule.ts";
import { typedObjects } from "./typed-objects.ts";

/** An `@odata.type` of a body. */
export interface TypeAnnotation {
  readonly written: string;
  readonly pointer: string;
  /** True when the object holds nothing else. */
  readonly alone: boolean;
  /** True for the type of a resource or of an object in one; false for that of a property or of a list. */
  readonly ofObject: boolean;
  /** The qualified type that is documented for the object, when it is known. */
  readonly declared?: string;
  /** The names of the object that are no control information. */
  readonly names: readonly string[];
}

/** Every `@odata.type` of a response's body, of objects and of their properties, in the order of the body. */
export function typeAnnotations(context: ExchangeContext): TypeAnnotation[] {
  const { contract, promised, response } = context;
  const body = response.body?.json?.value;
  const inside = typedObjects(context).flatMap(({ declared, value, pointer }) =>
    ownAnnotations(declared, value, pointer),
  );
  if (!promised.type || resourcesInBody(contract, promised.type, body).resources.some(isWhole)) return inside;
  // The envelope of a collection may say its type too.
  return [...ownAnnotations(undefined, body, "").map((own) => ({ ...own, ofObject: false })), ...inside];
}

function isWhole({ pointer }: { readonly pointer: string }): boolean {
  return pointer === "";
}

function ownAnnotations(declared: string | undefined, value: unknown, pointer: string): TypeAnnotation[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, written]) => {
    if (typeof written !== "string" || !/@(?:odata\.)?type$/.test(name)) return [];
    const ofObject = name.startsWith("@");
    const alone = saysOnlyItsType(value);
    const names = ofObject ? Object.keys(value).filter((other) => !isControl(other)) : [];
    const place = { written, alone, ofObject, names, pointer: stepInto(pointer, name) };
    return [{ ...place, ...(ofObject && declared !== undefined ? { declared } : {}) }];
  });
}
