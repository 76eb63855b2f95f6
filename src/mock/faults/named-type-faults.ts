import type { Property } from "../../contract/contract.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { perhapsRelatedType, unrelatedType } from "./changed-type.ts";
import type { Asked, Fault } from "./fault.ts";
import { withChangedProperty, withChangedResource } from "./faulty-resource.ts";

type NameFor = (asked: Asked, declared: string) => string | undefined;

const unrelated: NameFor = ({ contract }, declared) => unrelatedType(contract, declared);
const doubtful: NameFor = ({ contract }, declared) => perhapsRelatedType(contract, declared);

/** A name beside a resource that says that it is of another type; what else is wrong with it is still wrong. */
export const namedTypeFaults: readonly Fault[] = [
  {
    name: "named-otherwise",
    breaks: "a resource says that it is of another type",
    expect: { rule: "odata/type-name" },
    response: (response, asked) => withName(response, asked, unrelated),
  },
  {
    name: "member-under-other-name",
    breaks: "beside another documented type is a wrong member",
    expect: { rule: "body/enum-member", also: ["odata/type-name"] },
    response: (response, asked) => withName(response, asked, unrelated, withWrongMember),
  },
  {
    name: "member-under-doubt",
    breaks: "beside a type of unknown base is a wrong member",
    expect: { rule: "body/enum-member" },
    response: (response, asked) => withName(response, asked, doubtful, withWrongMember),
  },
];

type Change = typeof withWrongMember;

/** The first resource that can be changed, with the name of another type. */
function withName(
  response: ServiceResponse,
  asked: Asked,
  nameFor: NameFor,
  change?: Change,
): ServiceResponse {
  return withChangedResource(response, asked, (resource, type) => {
    const name = nameFor(asked, type.name);
    const changed = change ? change(resource, type.properties) : resource;
    return name === undefined || !changed ? undefined : { "@odata.type": `#${name}`, ...changed };
  });
}

function withWrongMember(resource: Resource, properties: readonly Property[]): Resource | undefined {
  return withChangedProperty(
    resource,
    { properties },
    ({ type, values }, value) =>
      (type.kind === "enum" || values !== undefined) && !type.collection && typeof value === "string",
    () => "noSuchMember",
  );
}
