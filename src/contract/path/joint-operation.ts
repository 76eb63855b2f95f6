import { groupBy } from "../../base/group-by.ts";
import type { Permission, QueryOptions } from "../../docs/page.ts";
import { isPathParameter, splitPath } from "../../odata/path-segments.ts";
import type { Contract, Operation, ResponseContract, TypeRef } from "../contract.ts";
import { singularOf } from "../names/called-after.ts";
import { baseTypes, ROOT } from "../names/inheritance.ts";
import { shortName } from "../names/short-name.ts";

/**
 * What several pages together promise of one method and path, which a service can only answer in one way: every
 * option, parameter and permission that one of them documents; and where they name several types, as the pages of
 * types that derive from one base do, that base. Where the types have no base in common it is the type that most
 * pages name; of several such the one that the path is named after, or the first.
 */
export function jointOperation(
  contract: Pick<Contract, "types">,
  alike: readonly [Operation, ...Operation[]],
): Operation {
  const [first, ...others] = alike;
  if (others.length === 0) return first;
  const plain = alike.filter(({ query }) => query === undefined);
  const speakers = plain.length > 0 ? plain : alike;
  const said = speakers.filter(({ bodyFromMetadata }) => !bodyFromMetadata);
  const withBody = said.some(({ requestBody }) => requestBody) ? said : speakers;
  const requestBodies = withBody.flatMap(({ requestBody }) => requestBody ?? []);
  const requestBody = jointType(contract, requestBodies, first.path);
  const listed = speakers.flatMap(({ listedReturn }) => listedReturn ?? []);
  const listedType = jointType(
    contract,
    listed.map(({ type }) => type),
    first.path,
  );
  const [listedFirst] = listed;
  // Where only one of them says so, nobody knows of which use.
  const warned = alike.flatMap(({ deprecated }) => deprecated ?? []);
  const isCertain = warned.length === alike.length && warned.every(({ certain }) => certain);
  const [deprecated] = warned.map((one) => ({ ...one, certain: isCertain }));
  const retiring = alike.every((one) => one.retiring) ? first.retiring : undefined;
  const { bodyFromMetadata: _, retiring: __, ...one } = plain[0] ?? first;
  return {
    ...one,
    pages: [...new Set(alike.map(({ file }) => file))],
    queryOptions: jointOptions(alike.map(({ queryOptions }) => queryOptions)),
    requestHeaders: unique([...speakers, ...alike].flatMap(({ requestHeaders }) => requestHeaders)),
    parameters: unique(alike.flatMap(({ parameters }) => parameters)),
    ...(requestBody ? { requestBody } : {}),
    ...(requestBody && withBody !== said ? { bodyFromMetadata: true as const } : {}),
    ...(listedFirst && listedType ? { listedReturn: { ...listedFirst, type: listedType } } : {}),
    ...(deprecated ? { deprecated } : {}),
    ...(retiring ? { retiring } : {}),
    permissions: jointPermissions(alike.flatMap(({ permissions }) => permissions)),
    responses: jointResponses(contract, speakers),
  };
}

/** The most that a page takes: silence takes more than a list. */
function jointOptions(all: readonly QueryOptions[]): QueryOptions {
  const general = all.filter((options) => options.kind === "all");
  const among = new Set(general.flatMap(({ options = [] }) => options));
  const [said] = general.map((one) => (among.size > 0 ? { ...one, options: [...among].sort() } : one));
  const open = said ?? all.find(({ kind }) => kind === "unsaid");
  const [first, ...others] = all.filter((options) => options.kind === "listed");
  if (open || !first) return open ?? all[0] ?? { kind: "unsaid" };
  return { ...first, options: [...new Set([first, ...others].flatMap(({ options }) => options))].sort() };
}

function jointPermissions(rows: readonly Permission[]): Permission[] {
  const schemes = new Map<Permission["scheme"], Permission>();
  for (const row of rows) {
    const known = schemes.get(row.scheme);
    schemes.set(row.scheme, known ? jointRow(known, row) : row);
  }
  return [...schemes.values()];
}

function jointRow(known: Permission, row: Permission): Permission {
  const permissions = [...new Set([...known.permissions, ...row.permissions])];
  // One page says nothing of what another one does.
  const { together: _, ...said } = known.unsaid ? row : known;
  const isAlone = (name: string) =>
    [known, row].some((one) => one.permissions.includes(name) && !one.together?.includes(name));
  const joined = new Set([known, row].flatMap((one) => one.together ?? []));
  const together = permissions.filter((name) => joined.has(name) && !isAlone(name));
  const isOpen = known.leastOnly || row.leastOnly;
  return {
    ...said,
    permissions,
    ...(isOpen ? { leastOnly: true as const } : {}),
    ...(together.length > 0 ? { together } : {}),
  };
}

function jointResponses(contract: Pick<Contract, "types">, alike: readonly Operation[]): ResponseContract[] {
  const responses = alike.flatMap((operation) => operation.responses);
  const votes = votesOf(alike);
  return [...groupBy(responses, ({ status }) => status).values()]
    .toSorted(([one], [other]) => votes(other?.status) - votes(one?.status))
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const bodies = [first, ...others].flatMap(({ body }) => body ?? []);
      const body = jointType(contract, bodies, alike[0]?.path ?? "");
      return body ? { ...first, body } : first;
    });
}

/** How many pages know just that success: one that leaves a choice of several says nothing against it. */
function votesOf(alike: readonly Operation[]): (status: number | undefined) => number {
  const sure = alike.flatMap(({ responses }) => {
    const [success, ...others] = responses.filter(({ status }) => status < 300);
    return success && others.length === 0 ? success.status : [];
  });
  return (status) => sure.filter((other) => other === status).length;
}

/** Of the types that several pages name: their base, else the one that most name. */
export function jointType(
  contract: Pick<Contract, "types">,
  types: readonly TypeRef[],
  path: string,
): TypeRef | undefined {
  const [first] = types;
  const names = [...new Set(types.map(({ name }) => name))];
  if (!first || names.length === 1) return first;
  const keyed = isPathParameter(splitPath(path).at(-1) ?? "");
  const collection = !keyed && types.some((type) => type.collection);
  const base = commonBase(contract, names);
  if (base !== undefined) return { kind: "type", name: base, collection };
  const [last = ""] = splitPath(path)
    .filter((segment) => !isPathParameter(segment))
    .slice(-1);
  const namesake = singularOf(last).toLowerCase();
  const votes = (name: string) =>
    types.filter((type) => type.name === name).length +
    (shortName(name).toLowerCase() === namesake ? 0.5 : 0);
  const [most] = types.toSorted((one, other) => votes(other.name) - votes(one.name));
  return most && { ...most, collection };
}

/** The nearest type that is, or is a base of, every one of them; that they are all entities says nothing. */
function commonBase(contract: Pick<Contract, "types">, names: readonly string[]): string | undefined {
  const [lines = [], ...others] = names.map((name) => [name, ...baseTypes(contract, name)]);
  return lines.find(
    (name) =>
      name !== ROOT && Object.hasOwn(contract.types, name) && others.every((line) => line.includes(name)),
  );
}

function unique<Named extends { readonly name: string }>(all: readonly Named[]): Named[] {
  return [...new Map(all.toReversed().map((one) => [one.name.toLowerCase(), one])).values()].toReversed();
}
