import { isObject } from "../../base/is-object.ts";
import type { Operation, TypeRef } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { castOf } from "../../contract/path/resolve-path.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import { isControl } from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import type { Outcome, RequestContext } from "../rule.ts";

/**
 * Objects in the place of an abstract type that do not say by `@odata.type` of which type they are. What is updated has
 * its type, and what names another resource is none.
 */
export function untyped(
  context: RequestContext,
  operation: Operation,
  value: unknown,
  locate: (pointer: string) => Outcome["span"],
): Outcome[] {
  const { contract, url, exchange } = context;
  if (!isObject(value)) return [];
  const { requestBody, parameters } = operation;
  const isCreated = exchange.request.method === "POST";
  const isCast = url.segments.some((segment) => castOf(contract, segment) !== undefined);
  const found: Outcome[] = [];
  const judge = (ref: TypeRef | undefined, object: unknown, pointer: string) => {
    const type = typeOfRef(contract, ref);
    if (!type?.abstract || !isObject(object) || !isShown(object)) return;
    const message = `the object does not say its type by "@odata.type"; ${shortName(type.name)} is abstract`;
    const place = stepInto(pointer, "@odata.type");
    found.push({
      status: "fail",
      message,
      span: locate(pointer),
      pointer: place,
      cause: { id: `request-type ${type.name}` },
    });
  };
  if (isCreated && !isCast) judge(requestBody, value, "");
  const own = typeOfRef(contract, requestBody);
  const type = own && typeNamed(contract, judgingType(contract, own.name, value));
  const rows = [...parameters, ...(type?.properties ?? [])];
  for (const [name, member] of Object.entries(value)) {
    const ref = rows.find((row) => row.name === name)?.type;
    for (const [index, item] of [member].flat().entries()) {
      judge(
        ref,
        item,
        Array.isArray(member) ? stepInto(stepInto("", name), String(index)) : stepInto("", name),
      );
    }
  }
  return found;
}

/** It has values of its own, and neither says its type nor names another resource. */
function isShown(object: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(object);
  const says = ["@odata.type", "@type", "@odata.id", "@id"].some((name) => names.includes(name));
  return !says && names.some((name) => !isControl(name));
}
