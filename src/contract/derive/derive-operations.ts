import { isDeepStrictEqual } from "node:util";
import { groupBy } from "../../base/group-by.ts";
import type { Location } from "../../base/location.ts";
import type { Deprecation } from "../../docs/declarations/deprecation.ts";
import type { Folder } from "../../docs/folder.ts";
import { linkTarget } from "../../docs/link-target.ts";
import type { Cloud, OperationDeclaration, Page, Permission, ResponsePromise } from "../../docs/page.ts";
import type { Operation, ResponseContract, TypeRef } from "../contract.ts";
import { operationId } from "../path/match-operation.ts";
import { propertyOf } from "./derive-types.ts";
import type { DerivedBefore } from "./derived-before.ts";
import type { TypeIndex } from "./type-index.ts";

interface MethodsRow {
  readonly type: TypeRef;
  readonly location: Location;
  readonly also?: readonly Location[];
}

/**
 * The operations of the API pages, one for each request template, by file and place on the page. Those of before stay where
 * neither the page, nor what it includes, nor the Methods tables that lead to it are others.
 */
export function deriveOperations(
  pages: readonly Page[],
  index: TypeIndex,
  folder: Folder,
  before?: DerivedBefore,
): readonly Operation[] {
  const rows = methodsRows(pages, index);
  const old = before?.declared.operations ?? [];
  const known = groupBy(old, ({ file }) => file);
  const operations = pages.flatMap((page) => {
    const declared = page.operation;
    if (!declared) return [];
    const listed = rows.get(page.file.toLowerCase());
    const same = known.get(page.file) ?? [];
    if (
      before &&
      [page, ...folder.lending(page)].every((one) => before.isKnown(one)) &&
      same.length === declared.requests.length &&
      same.every(({ listedReturn }) => isDeepStrictEqual(listedReturn, listed))
    )
      return same;
    const promise = promiseOf(page, declared, index, folder);
    return declared.requests.map((request) => ({
      id: operationId(request.method, request.path),
      method: request.method,
      path: request.path,
      ...(request.query === "" ? {} : { query: request.query }),
      ...promise,
      ...(listed ? { listedReturn: listed } : {}),
      ...(request.retiring ? { retiring: request.retiring } : {}),
      location: request.location,
    }));
  });
  const isOld = operations.length === old.length && operations.every((one, at) => one === old[at]);
  return isOld ? old : operations;
}

function promiseOf(page: Page, declared: OperationDeclaration, index: TypeIndex, folder: Folder) {
  const body = declared.requestBody;
  const deprecated = deprecationOf(page, folder);
  const permissions = permissionsOf(page, folder);
  return {
    title: page.title,
    file: page.file,
    queryOptions: declared.queryOptions,
    requestHeaders: declared.requestHeaders,
    parameters: declared.parameters.map((row) => propertyOf(row, page, false, index)),
    ...(body ? { requestBody: index.resolve(body, page) } : {}),
    permissions,
    ...(permissions.length === 0 && leavesOutPermissions(page, folder)
      ? { permissionsUnread: true as const }
      : {}),
    clouds: cloudsOf(page, folder),
    ...(deprecated ? { deprecated } : {}),
    responses: declared.responses.map((response) => responseOf(response, page, index)),
    ...(declared.notByDefault ? { notByDefault: declared.notByDefault } : {}),
  };
}

/** What a sentence of a page promises. */
export function responseOf(
  { status, body, sentence, location }: ResponsePromise,
  page: Page,
  index: TypeIndex,
): ResponseContract {
  return { status, ...(body ? { body: index.resolve(body, page) } : {}), sentence, location };
}

function permissionsOf(page: Page, folder: Folder): readonly Permission[] {
  if (page.permissions.length > 0) return page.permissions;
  return folder.lending(page).flatMap((include) => include.permissions);
}

/** Graph's pages include their permission table as `includes/permissions/<page>-permissions.md`. */
function leavesOutPermissions({ file, includes }: Page, folder: Folder): boolean {
  return includes.some(({ text, target }) => {
    if (!/^permissions-table$/i.test(text) && !/\/includes\/permissions\//i.test(target)) return false;
    const linked = linkTarget(file, target);
    return linked === undefined || folder.page(linked.file) === undefined;
  });
}

function cloudsOf(page: Page, folder: Folder): readonly Cloud[] {
  if (page.clouds.length > 0) return page.clouds;
  return folder.lending(page).find((include) => include.clouds.length > 0)?.clouds ?? [];
}

/** What is certain counts, whether the page says it or what it includes. */
function deprecationOf(page: Page, folder: Folder): Deprecation | undefined {
  const said = [page, ...folder.lending(page)].flatMap(({ deprecation = [] }) => deprecation);
  return said.find(({ certain }) => certain) ?? said[0];
}

/** What the Methods tables of the resource pages say that an API page returns, by the API page's file. */
function methodsRows(pages: readonly Page[], index: TypeIndex): Map<string, MethodsRow> {
  const rows = new Map<string, MethodsRow>();
  for (const page of pages) {
    for (const method of page.types.flatMap((type) => type.methods)) {
      const target = method.link ? linkTarget(page.file, method.link.target) : undefined;
      const type = method.returns.name === "" ? undefined : index.resolve(method.returns, page);
      if (!target || !type || type.kind === "unknown") continue;
      const file = target.file.toLowerCase();
      const { location } = method.returns;
      const known = rows.get(file);
      if (!known) rows.set(file, { type, location });
      else if (
        known.type.name === type.name &&
        ![known.location, ...(known.also ?? [])].some((one) => one.file === page.file)
      )
        rows.set(file, { ...known, also: [...(known.also ?? []), location] });
    }
  }
  return rows;
}
