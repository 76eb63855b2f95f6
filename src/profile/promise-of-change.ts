import type { Location } from "../base/location.ts";
import type { Contract, Property, TypeContract, TypeRef } from "../contract/contract.ts";
import { formOf } from "../contract/derive/represented-form.ts";
import { derivedTypes } from "../contract/names/inheritance.ts";
import { shortName } from "../contract/names/short-name.ts";
import { enumNamed, keyPropertyOf, typeNamed } from "../contract/names/type-named.ts";
import { formatsOfType } from "./format-of-text.ts";
import type { ShapeChange } from "./shape-change.ts";

/** What a change is to the contract: a broken promise, something of which it says nothing, or what it allows. */
export type Standing = "broken" | "unpromised" | "promised";

/** What a contract says of a change. */
export interface PromiseOfChange {
  readonly standing: Standing;
  /** In words, to stand behind the change. */
  readonly says: string;
  /** Where it says so. */
  readonly location?: Location;
}

/** What a contract says of what changed between two profiles. */
export function promiseOfChange(contract: Contract, change: ShapeChange): PromiseOfChange {
  const { kind, subject, property: name = "", what = "" } = change;
  if (kind === "status") return ofStatus(contract, subject.id, Number(what));
  const type = typeNamed(contract, subject.id);
  if (!type) return unpromised(`the contract has no type ${shortName(subject.id)}`);
  if (kind === "type") return promised("the contract has the type", type.location);
  const property = propertyOf(contract, type, name);
  if (!property) {
    const may = type.open ? ": the type is open, and may have names that no page lists" : "";
    return unpromised(`no page of it has "${name}"${may}`, type.location);
  }
  switch (kind) {
    case "property":
      return promised("documented", property.location);
    case "stopped":
      return ofAbsence(contract, change, property);
    case "member":
      return ofMember(contract, property, what);
    case "form":
      return ofForm(property, what);
    case "format":
      return ofFormat(property, what);
    case "null":
      return name === keyPropertyOf(type)
        ? broken("it is the key, which is never null", property.location)
        : ofNull(property);
  }
}

function propertyOf(contract: Contract, type: TypeContract, name: string): Property | undefined {
  const types = [type, ...derivedTypes(contract, type.name).map((derived) => typeNamed(contract, derived))];
  return types.flatMap((each) => each?.properties.find((known) => known.name === name) ?? [])[0];
}

function ofStatus(contract: Contract, id: string, status: number): PromiseOfChange {
  const operation = contract.operations.find((known) => known.id === id);
  if (!operation) return unpromised("the contract has no such operation");
  const said = operation.responses.find((response) => response.status === status);
  if (said) return promised("the page says it", said.location);
  const success = operation.responses.find((response) => response.status < 300);
  if (status >= 400) return unpromised("an error, of which the page says nothing", operation.location);
  return status < 300 && success
    ? broken(`the page says ${success.status}`, success.location)
    : unpromised("the page says no status of the kind", operation.location);
}

function ofAbsence(contract: Contract, { asked, places }: ShapeChange, property: Property): PromiseOfChange {
  const { name, location, navigation, onlyOnSelect, notByDefault, optional } = property;
  if (asked) return broken("documented, and it was asked for by name", location);
  if (navigation) return promised("a relationship, which comes with $expand", location);
  const here = contract.operations.filter(({ id }) => places.some(({ operation }) => operation === id));
  const unasked = here.flatMap((operation) => operation.notByDefault ?? []);
  if (onlyOnSelect || notByDefault || unasked.some((one) => one.name === name))
    return promised("documented, only on $select", location);
  if (optional) return promised("documented, and it may be absent", location);
  return broken("documented, and not only on $select", location);
}

function ofMember(contract: Contract, { type, values, someValues, location }: Property, member: string) {
  const declared = type.kind === "enum" ? enumNamed(contract, type.name) : undefined;
  const known = declared ?? values;
  const place = declared?.location ?? location;
  if (/^unknownFutureValue$/i.test(member) && known)
    return known.onRequest.length > 0
      ? promised("it stands for a member that comes only with Prefer: include-unknown-enum-members", place)
      : unpromised("it stands for a member that no page has", place);
  if (known?.onRequest.includes(member))
    return promised("documented, and comes only with Prefer: include-unknown-enum-members", place);
  if (known?.members.includes(member) || someValues?.includes(member)) return promised("documented", place);
  if (declared)
    return broken(`none of the ${declared.members.length} members of ${shortName(type.name)}`, place);
  if (someValues) return promised("the page says that there are others", place);
  return unpromised(
    known ? "none of the values that the page lists" : "the contract lists no members",
    place,
  );
}

/** A form as a change says it: `text`, `list of text`. */
function ofForm({ type, otherType, location }: Property, form: string): PromiseOfChange {
  const isOfList = form.startsWith("list of ");
  const types = [type, ...(otherType ? [otherType] : [])];
  if (isOfList && form === "list of null") return unpromised(`documented as ${shownType(type)}`, location);
  const expected = types.map((one) => formOf(isOfList ? { ...one, collection: false } : one));
  if (expected.some((one) => one === undefined))
    return unpromised("the contract allows more than one form", location);
  const given = isOfList ? form.slice("list of ".length) : form;
  return expected.some((one) => one === given)
    ? promised(`documented as ${shownType(type)}`, location)
    : broken(`documented as ${shownType(type)}`, location);
}

function ofFormat({ type, location }: Property, format: string): PromiseOfChange {
  const formats = type.kind === "primitive" ? formatsOfType(type.name) : undefined;
  if (!formats) return unpromised(`documented as ${shownType(type)}, which says no format`, location);
  const says = `documented as ${shownType(type)}`;
  return formats.some((known) => known === format) ? promised(says, location) : broken(says, location);
}

function ofNull({ type, nullable, navigation, location }: Property): PromiseOfChange {
  // Of a relationship the metadata says "never" and means no answer.
  if (navigation) return promised("a relationship, which may lead nowhere", location);
  if (nullable === false) return broken("documented as never null", location);
  if (type.collection) return broken("documented as a list, which is never null", location);
  return nullable
    ? promised("documented as null at times", location)
    : unpromised("the contract does not say whether it can be null", location);
}

function shownType({ name, collection }: TypeRef): string {
  const short = name.startsWith("Edm.") ? name.slice("Edm.".length) : shortName(name);
  return collection ? `Collection(${short})` : short;
}

function broken(says: string, location?: Location): PromiseOfChange {
  return { standing: "broken", says, ...(location ? { location } : {}) };
}

function unpromised(says: string, location?: Location): PromiseOfChange {
  return { standing: "unpromised", says, ...(location ? { location } : {}) };
}

function promised(says: string, location?: Location): PromiseOfChange {
  return { standing: "promised", says, ...(location ? { location } : {}) };
}
