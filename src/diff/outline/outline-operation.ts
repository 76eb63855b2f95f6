import { groupBy } from "../../base/group-by.ts";
import type { Contract, Operation, ResponseContract } from "../../contract/contract.ts";
import { jointOperations } from "../../contract/path/path-tree.ts";
import type { HeaderDeclaration, QueryOptions } from "../../docs/page.ts";
import type { Permission } from "../../docs/permission.ts";
import { deprecationFacts, type Fact, fact, factFrom } from "../fact.ts";
import { parameterFact, typeFacts } from "./outline-property.ts";
import { pathIdentity } from "./path-identity.ts";

/** Every documented path with its operations; what several pages say of one is one promise. */
export function pathFacts(contract: Contract): Fact[] {
  const all = [...jointOperations(contract).values()].map((joint) => joint());
  const paths = groupBy(all, ({ path }) => pathIdentity(path).key);
  return [...paths].map(([key, operations]) => {
    // Whichever page comes first, the path is written as by the first of its methods.
    const [first] = operations.toSorted((one, other) => (one.method < other.method ? -1 : 1));
    const methods = groupBy(operations, ({ method }) => method.toUpperCase());
    return fact("path", key, {
      ...(first ? { location: first.location } : {}),
      parts: [
        ...(first
          ? [fact("spelling", "", { value: pathIdentity(first.path).written, location: first.location })]
          : []),
        ...[...methods].flatMap(([method, [operation]]) =>
          operation ? operationFact(method, operation, contract) : [],
        ),
      ],
    });
  });
}

function operationFact(method: string, operation: Operation, contract: Contract): Fact {
  const { location, deprecated, retiring, requestBody, notByDefault = [] } = operation;
  const notice = deprecated?.certain ? deprecated : retiring;
  const { parameters, requestHeaders, permissions, clouds, responses, queryOptions } = operation;
  const schemes = [...groupBy(permissions, ({ scheme }) => scheme)];
  const source = [operation, contract.shown?.operations[operation.id.toLowerCase()]];
  return factFrom("operation", method, {
    source,
    location,
    outline: () => [
      ...deprecationFacts(notice, notice?.location),
      ...parameters.map(parameterFact),
      optionsFact(queryOptions),
      ...requestHeaders.map(headerFact),
      ...(operation.permissionsUnread
        ? allSchemes.map((scheme) => fact("scheme", scheme, { value: UNREAD, location }))
        : schemes.flatMap(([scheme, rows]) => schemeFact(scheme, rows))),
      ...clouds.map(({ name, available }) => fact("cloud", name, { value: available, location })),
      ...(requestBody ? [typeFacts("request-body", requestBody, { location })] : []),
      ...responses.map(statusFact),
      ...uniqueNames(notByDefault).map((one) => fact("not-by-default", one.name, { location: one.location })),
      ...shownFacts(contract, operation),
    ],
  });
}

function optionsFact(options: QueryOptions): Fact {
  const at = options.location ? { location: options.location } : {};
  const names = ("options" in options ? options.options : undefined) ?? [];
  return fact("query-options", "", {
    ...at,
    value: options.kind,
    parts: names.map((name) => fact("query-option", name, at)),
  });
}

function headerFact({ name, required, requiredWith = [], value, location }: HeaderDeclaration): Fact {
  return fact("header", name.toLowerCase(), {
    location,
    parts: [
      ...(required ? [fact("required", "", { location })] : []),
      ...(value === undefined ? [] : [fact("header-value", "", { value, location })]),
      ...requiredWith.map((option) => fact("required-with", option, { location })),
    ],
  });
}

const allSchemes: readonly Permission["scheme"][] = ["delegated-work", "delegated-personal", "application"];

/** The value of what stands in a part of a page that is not among what was read. */
export const UNREAD = "unread";

/** The value of a permission that does not do alone. */
export const IN_ADDITION = "in addition";

/** What all rows of a permission type say together; nothing where none of them says anything. */
function schemeFact(scheme: Permission["scheme"], rows: readonly Permission[]): Fact[] {
  const [said] = rows.filter(({ unsaid }) => !unsaid);
  if (!said) return [];
  const placed = rows.flatMap(({ permissions, together, location }) =>
    permissions.map((name) => ({ name, location, isAlone: !together?.includes(name) })),
  );
  const [least] = placed;
  return [
    fact("scheme", scheme, {
      location: said.location,
      value: placed.length > 0,
      ...(rows.some(({ leastOnly }) => leastOnly) ? { listsSome: true as const } : {}),
      parts: [
        ...uniqueNames(placed).map(({ name, location, isAlone }) =>
          fact("permission", name, { location, ...(isAlone ? {} : { value: IN_ADDITION }) }),
        ),
        ...(least ? [fact("least-privileged", "", { value: least.name, location: least.location })] : []),
      ],
    }),
  ];
}

function statusFact({ status, body, location }: ResponseContract): Fact {
  return fact("status", String(status), {
    location,
    parts: body ? [typeFacts("body", body, { location })] : [],
  });
}

function uniqueNames<Named extends { readonly name: string }>(all: readonly Named[]): Named[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/** What is known of an operation by its examples alone: media types of its answers, codes of its errors. */
function shownFacts({ shown }: Contract, { id, location }: Operation): Fact[] {
  const { mediaTypes = [], errorCodes = [] } = shown?.operations[id.toLowerCase()] ?? {};
  return [
    ...mediaTypes.map((name) => fact("media-type", name, { location })),
    ...errorCodes.map((name) => fact("error-code", name, { location })),
  ];
}
