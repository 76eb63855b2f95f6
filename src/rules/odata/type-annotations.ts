import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { heldType, judgingType, namedType } from "../../contract/validation/named-type.ts";
import { saysOnlyItsType } from "../../contract/validation/placeholder.ts";
import { resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import type { ExchangeContext } from "../rule.ts";

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
}

/** Every `@odata.type` of a response's body, of objects and of their properties, in the order of the body. */
export function typeAnnotations(context: ExchangeContext): TypeAnnotation[] {
  const { contract, promised, response } = context;
  const body = response.body?.json?.value;
  const type = promised.type;
  if (!type) return annotationsIn(context, undefined, body, "");
  const declared = type.kind === "type" ? type.name : undefined;
  const { resources } = resourcesInBody(contract, type, body);
  const inside = resources.flatMap(({ value, pointer }) => annotationsIn(context, declared, value, pointer));
  // The envelope of a collection may say its type too.
  const outside = resources.some(({ pointer }) => pointer === "")
    ? []
    : ownAnnotations(undefined, body, "").map((own) => ({ ...own, ofObject: false }));
  return [...outside, ...inside];
}

function annotationsIn(
  { contract, authored }: Pick<ExchangeContext, "contract" | "authored">,
  declared: string | undefined,
  value: unknown,
  pointer: string,
): TypeAnnotation[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      annotationsIn({ contract, authored }, declared, item, `${pointer}/${index}`),
    );
  }
  if (!isObject(value)) return [];
  const judging =
    declared === undefined
      ? knownType(contract, value)
      : (authored ? judgingType : heldType)(contract, declared, value);
  const properties = judging === undefined ? [] : (typeNamed(contract, judging)?.properties ?? []);
  const inside = Object.entries(value).flatMap(([name, child]) => {
    const type = properties.find((property) => property.name === name)?.type;
    const place = stepInto(pointer, name);
    return annotationsIn({ contract, authored }, type?.kind === "type" ? type.name : undefined, child, place);
  });
  return [...ownAnnotations(declared, value, pointer), ...inside];
}

function ownAnnotations(declared: string | undefined, value: unknown, pointer: string): TypeAnnotation[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, written]) => {
    if (typeof written !== "string" || !/@(?:odata\.)?type$/.test(name)) return [];
    const ofObject = name.startsWith("@");
    const alone = saysOnlyItsType(value);
    const place = { written, alone, ofObject, pointer: stepInto(pointer, name) };
    return [{ ...place, ...(ofObject && declared !== undefined ? { declared } : {}) }];
  });
}

function knownType(contract: Contract, value: Readonly<Record<string, unknown>>): string | undefined {
  const name = namedType(value);
  const type = name === undefined ? undefined : findType(contract, name);
  return type?.kind === "type" ? type.name : undefined;
}
