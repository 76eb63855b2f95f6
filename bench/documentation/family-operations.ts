import type { Family } from "./family.ts";
import { propertyRow } from "./family-types.ts";
import type { OperationPage, ShownExample } from "./page-text.ts";
import { keyOf, type ResourceKind, resourceKinds, resourceOf } from "./resource-kind.ts";

/** The operations of a family, 25 of them, each with the example that its page would show. */
export function familyOperations(family: Family): (OperationPage & { readonly example: ShownExample })[] {
  return [...resourceKinds.flatMap((kind) => crudOf(family, kind)), ...othersOf(family)];
}

type Documented = OperationPage & { readonly example: ShownExample };

function crudOf(family: Family, kind: ResourceKind): Documented[] {
  const { number } = family;
  const key = `{${kind.name}Id}`;
  const [many, one] = [family.template(kind), `${family.template(kind)}/${key}`];
  const [collection, item] = [family.path(kind), `${family.path(kind)}/${keyOf(kind, number, 1)}`];
  const type = `${family.namespace}.${kind.name}`;
  const link = `[${kind.name}](../resources/${family.folder}-${kind.name}.md)`;
  const resource = resourceOf(kind, number, 1);
  const { id: _key, ...created } = resource;
  const changed = { displayName: resource.displayName };
  const base = { namespace: family.namespace, permission: `${family.area}.ReadWrite.All` };
  const page = (verb: string, title = `${verb} ${kind.name}`) => ({
    ...base,
    title,
    file: `api/${family.folder}-${kind.name}-${verb.toLowerCase()}.md`,
  });
  const context = `https://graph.microsoft.com/v1.0/$metadata#${inContext(collection)}`;
  const rows = kind.properties.map((property) => propertyRow(family, property));
  return [
    {
      ...page("List", `List ${kind.collection}`),
      request: `GET ${many}`,
      queryOptions: ["$count", "$expand", "$filter", "$orderby", "$select", "$skip", "$top"],
      response: `\`200 OK\` response code and a collection of ${link} objects in the response body.`,
      example: {
        ...{
          name: `list_${kind.name}`,
          method: "GET",
          target: collection,
          status: 200,
          type,
          collection: true,
        },
        answer: { "@odata.context": context, value: [1, 2, 3].map((n) => resourceOf(kind, number, n)) },
      },
    },
    {
      ...page("Create"),
      request: `POST ${many}`,
      parameters: {
        heading: "Request body",
        intro: `In the request body, supply a JSON representation of a ${link} object.`,
        rows,
      },
      response: `\`201 Created\` response code and a ${link} object in the response body.`,
      example: {
        ...{
          name: `create_${kind.name}`,
          method: "POST",
          target: collection,
          body: created,
          status: 201,
          type,
        },
        answer: { "@odata.context": `${context}/$entity`, ...created, id: keyOf(kind, number, 4) },
      },
    },
    {
      ...page("Get"),
      request: `GET ${one}`,
      queryOptions: ["$expand", "$select"],
      response: `\`200 OK\` response code and a ${link} object in the response body.`,
      example: {
        ...{ name: `get_${kind.name}`, method: "GET", target: item, status: 200, type },
        answer: { "@odata.context": `${context}/$entity`, ...resource },
      },
    },
    {
      ...page("Update"),
      request: `PATCH ${one}`,
      parameters: {
        heading: "Request body",
        intro: `In the request body, supply a JSON representation of the ${link} object.`,
        rows,
      },
      response: `\`200 OK\` response code and an updated ${link} object in the response body.`,
      example: {
        ...{ name: `update_${kind.name}`, method: "PATCH", target: item, body: changed, status: 200, type },
        answer: { "@odata.context": `${context}/$entity`, ...resource },
      },
    },
    {
      ...page("Delete"),
      request: `DELETE ${one}`,
      response: "`204 No Content` response code. It doesn't return anything in the response body.",
      example: {
        ...{ name: `delete_${kind.name}`, method: "DELETE", status: 204 },
        target: `${collection}/${keyOf(kind, number, 3)}`,
      },
    },
  ];
}

/** Two actions, two functions, and a reference that is taken off. */
function othersOf(family: Family): Documented[] {
  const { namespace, folder, number } = family;
  const [depot, shipment, parcel, inspector] = resourceKinds;
  if (!depot || !shipment || !parcel || !inspector) return [];
  const base = { namespace, permission: `${family.area}.ReadWrite.All` };
  const at = (kind: ResourceKind) => `${family.path(kind)}/${keyOf(kind, number, 1)}`;
  const item = (kind: ResourceKind) => `${family.template(kind)}/{${kind.name}Id}`;
  const described = {
    heading: "Request body",
    intro: "In the request body, supply JSON representation of the parameters.",
  };
  const parcels = [1, 2].map((n) => resourceOf(parcel, number, n));
  return [
    {
      ...{
        ...base,
        title: "depot: inspect",
        file: `api/${folder}-depot-inspect.md`,
        request: `POST ${item(depot)}/inspect`,
      },
      parameters: { ...described, rows: ["|reason|String|Why it is looked at.|"] },
      response: "`204 No Content` response code.",
      example: {
        name: "depot_inspect",
        method: "POST",
        target: `${at(depot)}/inspect`,
        body: { reason: "flood" },
        status: 204,
      },
    },
    {
      ...{ ...base, title: "shipment: dispatch", file: `api/${folder}-shipment-dispatch.md` },
      request: `POST ${item(shipment)}/dispatch`,
      parameters: { ...described, rows: ["|when|DateTimeOffset|When it leaves.|"] },
      response: `\`200 OK\` response code and a [shipment](../resources/${folder}-shipment.md) object in the response body.`,
      example: {
        ...{ name: "shipment_dispatch", method: "POST", target: `${at(shipment)}/dispatch`, status: 200 },
        ...{ body: { when: "2026-03-01T08:00:00Z" }, type: `${namespace}.shipment` },
        answer: {
          "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#${namespace}.shipment`,
          ...resourceOf(shipment, number, 1),
        },
      },
    },
    {
      ...{ ...base, title: "depot: summary", file: `api/${folder}-depot-summary.md` },
      request: `GET ${item(depot)}/summary(from={from},until={until})`,
      parameters: {
        ...{ heading: "Function parameters", intro: "" },
        rows: ["|from|DateTimeOffset|The first moment.|", "|until|DateTimeOffset|The last moment.|"],
      },
      response: `\`200 OK\` response code and a [summary](../resources/${folder}-summary.md) object in the response body.`,
      example: {
        ...{ name: "depot_summary", method: "GET", status: 200, type: `${namespace}.summary` },
        target: `${at(depot)}/summary(from=2026-01-01T00:00:00Z,until=2026-02-01T00:00:00Z)`,
        answer: {
          "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#${namespace}.summary`,
          openCount: number % 100,
          totalCount: (number % 100) + 7,
        },
      },
    },
    {
      ...{ ...base, title: "shipment: overdueParcels", file: `api/${folder}-shipment-overdueparcels.md` },
      request: `GET ${item(shipment)}/overdueParcels()`,
      response: `\`200 OK\` response code and a [parcel](../resources/${folder}-parcel.md) collection in the response body.`,
      example: {
        ...{
          name: "shipment_overdue",
          method: "GET",
          target: `${at(shipment)}/overdueParcels()`,
          status: 200,
        },
        ...{ type: `${namespace}.parcel`, collection: true },
        answer: {
          "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#Collection(${namespace}.parcel)`,
          value: parcels,
        },
      },
    },
    {
      ...{ ...base, title: "Remove inspector", file: `api/${folder}-shipment-delete-inspectors.md` },
      request: `DELETE ${item(shipment)}/inspectors/{inspectorId}/$ref`,
      response: "`204 No Content` response code. It doesn't return anything in the response body.",
      example: {
        ...{ name: "remove_inspector", method: "DELETE", status: 204 },
        target: `${at(shipment)}/inspectors/${keyOf(inspector, number, 1)}/$ref`,
      },
    },
  ];
}

/** `/a/1/b` as a context URL writes it: `a('1')/b`. */
function inContext(path: string): string {
  return path.slice(1).replaceAll(/\/([0-9a-f]{8}-[^/]+)/g, "('$1')");
}
