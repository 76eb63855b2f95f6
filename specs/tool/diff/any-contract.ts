import fc from "fast-check";
import type {
  Contract,
  EnumContract,
  Operation,
  Property,
  TypeContract,
  TypeRef,
} from "../../../src/contract/contract.ts";
import { operationId } from "../../../src/contract/path/match-operation.ts";
import type { RemovalNotice } from "../../../src/docs/declarations/deprecation.ts";

const at = (file: string) => ({ file, line: 1, column: 1 });
const names = ["alder", "beech", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "poplar"] as const;
const name = fc.constantFrom(...names);
const typeName = name.map((short) => `microsoft.graph.${short}Tree`);
const enumName = name.map((short) => `microsoft.graph.${short}Kind`);
const flag = fc.boolean();
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

const ref: fc.Arbitrary<TypeRef> = fc.oneof(
  fc.record({
    kind: fc.constant("primitive" as const),
    name: fc.constantFrom(
      "Edm.String",
      "Edm.Int32",
      "Edm.Int64",
      "Edm.Boolean",
      "Edm.DateTimeOffset",
      "Edm.Guid",
    ),
    collection: flag,
  }),
  fc.record({ kind: fc.constant("type" as const), name: typeName, collection: flag }),
  fc.record({ kind: fc.constant("enum" as const), name: enumName, collection: flag }),
  fc.record({
    kind: fc.constant("unknown" as const),
    name: fc.constantFrom("Object", "json"),
    collection: flag,
  }),
);

const notice = fc
  .record({
    removal: maybe(fc.constantFrom("2027-10", "2028-01-01")),
    announced: maybe(fc.constant("2025-10-20")),
  })
  .map((made) => withoutUndefined(made) as RemovalNotice);

const certain = notice.map((made) => ({ ...made, certain: true, location: at("tree.md") }));

const values = fc
  .record({
    notices: maybe(fc.dictionary(name, notice, { maxKeys: 2 })),
    members: fc.uniqueArray(fc.constantFrom(...names, "unknownFutureValue"), { minLength: 1, maxLength: 6 }),
    multiValued: flag,
    behind: fc.nat(3),
  })
  .map(({ members, multiValued, behind, notices }) => {
    const sentinel = members.indexOf("unknownFutureValue");
    return {
      members,
      multiValued,
      ...(notices ? { deprecated: notices } : {}),
      onRequest: sentinel < 0 ? [] : members.slice(sentinel + 1).slice(0, behind),
    };
  });

const property: fc.Arbitrary<Omit<Property, "name">> = fc
  .record({
    type: ref,
    navigation: flag,
    nullable: maybe(flag),
    readOnly: maybe(flag),
    required: maybe(flag),
    values: maybe(values),
    range: maybe(
      fc.record({ minimum: maybe(fc.nat(5)), maximum: maybe(fc.nat(9)), maxLength: maybe(fc.nat(99)) }),
    ),
    filter: maybe(fc.uniqueArray(fc.constantFrom("eq", "ne", "startsWith"), { maxLength: 3 })),
    orderby: maybe(flag),
    expand: maybe(flag),
    search: maybe(flag),
    onlyOnSelect: maybe(flag),
    notByDefault: maybe(flag),
    deprecated: maybe(notice),
  })
  .map((made) => ({ ...withoutUndefined(made), location: at("tree.md") }) as Omit<Property, "name">);

const properties = fc
  .uniqueArray(fc.tuple(name, property), { selector: ([own]) => own, maxLength: 5 })
  .map((all) =>
    all.map(
      ([own, rest], index): Property => ({
        ...rest,
        name: own,
        location: { ...at("tree.md"), line: index + 2 },
      }),
    ),
  );

const type = fc
  .record({
    name: typeName,
    base: maybe(typeName),
    abstract: flag,
    open: flag,
    keyProperty: maybe(name),
    deprecated: maybe(certain),
    properties,
  })
  .map(
    (made) =>
      ({ ...withoutUndefined(made), complete: true, location: at(`${made.name}.md`) }) as TypeContract,
  );

const enumeration = fc.tuple(enumName, values, maybe(certain)).map(
  ([own, rest, retired]): EnumContract => ({
    ...rest,
    name: own,
    ...(retired ? { retired } : {}),
    location: at("kinds.md"),
  }),
);

const operation = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PATCH"),
    path: fc
      .array(fc.oneof(name, fc.constant("{id}")), { minLength: 1, maxLength: 3 })
      .map((segments) => `/${segments.join("/")}`),
    kind: fc.constantFrom("unsaid" as const, "none" as const, "all" as const, "listed" as const),
    options: fc.uniqueArray(fc.constantFrom("$select", "$top", "$filter"), { maxLength: 3 }),
    headers: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom("Prefer", "If-Match", "Content-Type", "ConsistencyLevel"),
        required: flag,
        requiredWith: maybe(fc.constant(["$search"])),
        value: maybe(fc.constantFrom("eventual", "return=minimal")),
      }),
      { selector: (header) => header.name, maxLength: 3 },
    ),
    parameters: properties,
    requestBody: maybe(ref),
    permissions: fc.uniqueArray(
      fc.record({
        scheme: fc.constantFrom(
          "delegated-work" as const,
          "delegated-personal" as const,
          "application" as const,
        ),
        permissions: fc.uniqueArray(fc.constantFrom("Tree.Read.All", "Tree.ReadWrite.All", "Wood.Read.All"), {
          maxLength: 3,
        }),
      }),
      { selector: (row) => row.scheme, maxLength: 3 },
    ),
    clouds: fc.uniqueArray(
      fc.record({ name: fc.constantFrom("global" as const, "china" as const), available: flag }),
      { selector: (cloud) => cloud.name, maxLength: 2 },
    ),
    responses: fc.uniqueArray(
      fc.record({ status: fc.constantFrom(200, 201, 204, 400, 404), body: maybe(ref) }),
      {
        selector: (response) => response.status,
        maxLength: 3,
      },
    ),
    deprecated: maybe(certain),
    unasked: maybe(name),
  })
  .map((made): Operation => {
    const file = `${made.method}${made.path.replaceAll("/", "-")}.md`;
    const location = at(file);
    return {
      id: operationId(made.method, made.path),
      method: made.method,
      path: made.path,
      title: "Tree",
      file,
      queryOptions:
        made.kind === "listed" || made.kind === "all"
          ? { kind: made.kind, options: made.options, location }
          : { kind: made.kind, location },
      requestHeaders: made.headers.map(
        (header) => ({ ...withoutUndefined(header), location }) as Operation["requestHeaders"][number],
      ),
      parameters: made.parameters,
      ...(made.requestBody ? { requestBody: made.requestBody } : {}),
      permissions: made.permissions.map((row) => ({ ...row, location })),
      clouds: made.clouds,
      ...(made.deprecated ? { deprecated: { ...made.deprecated, location } } : {}),
      responses: made.responses.map(({ status, body }) => ({ status, ...(body ? { body } : {}), location })),
      ...(made.unasked === undefined
        ? {}
        : { notByDefault: [{ name: made.unasked, sentence: "", location }] }),
      location,
    };
  });

/** Contracts that share names, so that two of them differ everywhere and nowhere by chance alone. */
export const anyContract: fc.Arbitrary<Contract> = fc
  .record({
    types: fc.uniqueArray(type, { selector: (one) => one.name, maxLength: 4 }),
    enums: fc.uniqueArray(enumeration, { selector: (one) => one.name, maxLength: 3 }),
    operations: fc.uniqueArray(operation, { selector: (one) => one.id, maxLength: 4 }),
  })
  .map(({ types, enums, operations }) => ({
    version: "v1.0" as const,
    types: Object.fromEntries(types.map((one) => [one.name, one])),
    enums: Object.fromEntries(enums.map((one) => [one.name, one])),
    operations,
    examples: [],
  }));

function withoutUndefined(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
