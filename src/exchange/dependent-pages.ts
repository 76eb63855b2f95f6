import { groupBy } from "../base/group-by.ts";
import type { Contract, Operation, TypeContract, TypeRef } from "../contract/contract.ts";
import { findType } from "../contract/names/type-name.ts";
import { examplesOfPage, operationsOfPage } from "../contract/page-content.ts";
import { soughtBy } from "../docs/folder.ts";
import type { Page } from "../docs/page.ts";
import type { Documentation } from "./judge-documentation.ts";

/**
 * The pages on which something else may be found once some files changed: what includes or links to them, documents an
 * operation together with them, or answers with a type that they declare, or that holds one in its properties. `isChanged`
 * is asked of files as the pages name them, of those that are gone, too. The changed pages are not among them.
 */
export function dependentPages(
  { folder, contract }: Documentation,
  isChanged: (file: string) => boolean,
): ReadonlySet<Page> {
  const own = folder.pages.filter(({ file }) => isChanged(file));
  const changed = new Set(own);
  const versions = groupBy(folder.pages, ({ version }) => version);
  const dependent = [...versions].flatMap(([version, pages]) => {
    const promises = contract(version);
    const touched = touchedIn(promises, isChanged);
    return pages.filter(
      (page) =>
        soughtBy(page).some(isChanged) ||
        folder
          .included(page)
          .some((include) => isChanged(include.file) || soughtBy(include).some(isChanged)) ||
        isTouched(promises, page, touched),
    );
  });
  return new Set(dependent.filter((page) => !changed.has(page)));
}

/** The types that changed pages declare, and those that hold one of them. */
function touchedTypes({ types, enums }: Contract, isChanged: (file: string) => boolean): ReadonlySet<string> {
  const all = Object.values(types);
  const declared = [...all, ...Object.values(enums)].filter(({ location }) => isChanged(location.file));
  const touched = new Set(declared.map(({ name }) => name));
  const users = new Map<string, string[]>();
  for (const type of all)
    for (const used of heldBy(type)) users.set(used, [...(users.get(used) ?? []), type.name]);
  const left = [...touched];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const user of users.get(name) ?? []) {
      if (touched.has(user)) continue;
      touched.add(user);
      left.push(user);
    }
  }
  return touched;
}

/** What an instance of it holds: relationships come only where somebody asks for them. */
function heldBy({ base, properties }: TypeContract): readonly string[] {
  const own = properties.flatMap(({ navigation, type: { name } }) => (navigation ? [] : [name]));
  return base === undefined ? own : [base, ...own];
}

/** What of a contract may be another one. */
interface Touched {
  readonly types: ReadonlySet<string>;
  /** The files that declare these. */
  readonly files: ReadonlySet<string>;
  /** The operations that changed pages document; other pages may document them, too. */
  readonly operations: ReadonlySet<string>;
}

function touchedIn(contract: Contract, isChanged: (file: string) => boolean): Touched {
  const types = touchedTypes(contract, isChanged);
  const declaring = [...Object.values(contract.types), ...Object.values(contract.enums)];
  return {
    types,
    files: new Set(declaring.flatMap(({ name, location }) => (types.has(name) ? location.file : []))),
    operations: new Set(contract.operations.flatMap(({ id, file }) => (isChanged(file) ? id : []))),
  };
}

function isTouched(contract: Contract, { file }: Page, { types, files, operations }: Touched): boolean {
  if (files.has(file)) return true;
  const shown = examplesOfPage(contract, file).flatMap(({ declared }) => declared?.type ?? []);
  return (
    shown.some((name) => types.has(findType(contract, name)?.name ?? "")) ||
    operationsOfPage(contract, file).some((one) => operations.has(one.id) || usesOne(one, types))
  );
}

function usesOne(
  { parameters, requestBody, responses, listedReturn }: Operation,
  types: ReadonlySet<string>,
): boolean {
  const refs: readonly (TypeRef | undefined)[] = [
    requestBody,
    listedReturn?.type,
    ...parameters.map(({ type }) => type),
    ...responses.map(({ body }) => body),
  ];
  return refs.some((ref) => ref !== undefined && types.has(ref.name));
}
