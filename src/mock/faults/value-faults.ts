import type { Contract, Property } from "../../contract/contract.ts";
import { enumNamed } from "../../contract/names/type-named.ts";
import type { Fault } from "./fault.ts";
import { withChangedProperty, withChangedResource } from "./faulty-resource.ts";

type Fits = (property: Property, value: unknown, contract: Contract) => boolean;

const isInteger: Fits = ({ type }, value) =>
  type.name === "Edm.Int32" && !type.collection && typeof value === "number";
const isText: Fits = ({ name, type, values }, value) =>
  type.name === "Edm.String" && !type.collection && !values && name !== "id" && typeof value === "string";
const isDateTime: Fits = ({ type }, value) =>
  type.name === "Edm.DateTimeOffset" && !type.collection && typeof value === "string";
const isEnum: Fits = ({ type, values }, value) =>
  (type.kind === "enum" || values !== undefined) && !type.collection && typeof value === "string";
const hasLetterCase: Fits = (property, value, contract) =>
  isEnum(property, value, contract) &&
  !membersOf(property, contract).includes(inOtherCase(value)) &&
  inOtherCase(value) !== value;

/** A fault that changes the value of one property of one resource. */
function valueFault(
  name: string,
  breaks: string,
  rule: string,
  fits: Fits,
  change: (value: unknown) => unknown,
): Fault {
  return {
    name,
    breaks,
    expect: { rule },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) =>
        withChangedProperty(
          resource,
          type,
          (property, value) => fits(property, value, asked.contract),
          change,
        ),
      ),
  };
}

export const valueFaults: readonly Fault[] = [
  valueFault("number-as-text", "a number comes as text", "body/type", isInteger, String),
  valueFault("text-as-number", "a text comes as a number", "body/type", isText, () => 7),
  valueFault("wrong-date", "a date has no T before its time", "body/format", isDateTime, (value) =>
    String(value).replace("T", " "),
  ),
  valueFault("no-time-zone", "a date and time has no offset", "body/format", isDateTime, (value) =>
    String(value).replace(/(?:Z|[+-]\d\d:\d\d)$/i, ""),
  ),
  valueFault("too-big", "a 32 bit number has 33", "body/range", isInteger, () => 2 ** 32),
  valueFault(
    "unknown-member",
    "an enum has a member that no page lists",
    "body/enum-member",
    isEnum,
    () => "noSuchMember",
  ),
  {
    name: "excused-member",
    breaks: "beside an unknown @odata.type stands a wrong member",
    expect: { rule: "body/enum-member" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const isFit = (property: Property, value: unknown) => isEnum(property, value, asked.contract);
        const changed = withChangedProperty(resource, type, isFit, () => "noSuchMember");
        return changed && { "@odata.type": "#microsoft.graph.nobodysType", ...changed };
      }),
  },
  valueFault(
    "member-in-other-case",
    "a member of an enum comes in other letters",
    "body/enum-member",
    hasLetterCase,
    inOtherCase,
  ),
  valueFault(
    "null-for-list",
    "a collection is null",
    "body/null",
    ({ type, nullable }, value) => type.collection && nullable === undefined && Array.isArray(value),
    () => null,
  ),
  valueFault(
    "null-for-value",
    "a property that is never null is null",
    "body/null",
    ({ nullable }) => nullable === false,
    () => null,
  ),
];

function inOtherCase(value: unknown): string {
  const text = String(value);
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

function membersOf({ type, values }: Property, contract: Contract): readonly string[] {
  return enumNamed(contract, type.name)?.members ?? values?.members ?? [];
}
