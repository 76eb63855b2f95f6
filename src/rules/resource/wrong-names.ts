import { groupBy } from "../../base/group-by.ts";
import { hasBetterCase } from "../../base/nearest-name.ts";
import type { Contract, Property } from "../../contract/contract.ts";
import { contractFact } from "../../contract/contract-fact.ts";
import { operationsOfPage } from "../../contract/page-content.ts";
import { declaredType } from "../../metadata/declared.ts";
import { shownInExamples } from "./shown-in-examples.ts";
import { ownerOf } from "./sightings.ts";

/** A row whose name the examples agree against. */
export interface WrongName {
  /** The type that declares it. */
  readonly type: string;
  readonly property: Property;
  /** What the examples write. */
  readonly written: string;
}

interface WrongNames {
  /** Each row once. */
  readonly rows: readonly WrongName[];
  /** `type/name` of what stands in the examples in the place of a row's name. */
  readonly shown: ReadonlySet<string>;
}

/**
 * What examples of at least two pages write in the place of one row's name, all of them the same, where none has the
 * name of the row; three examples where the JSON representation has it, in letters that may be right, and the metadata
 * does not say otherwise. What is related comes only when it is asked for, so that its absence says nothing.
 */
export const wrongNames = contractFact("wrong names", (contract: Contract): WrongNames => {
  const { misspelt, declared } = shownInExamples(contract);
  const candidates = misspelt.flatMap((one) => {
    const property = one.type.properties.find(({ name }) => name === one.meant);
    return property?.row === undefined || property.navigation ? [] : [{ ...one, property }];
  });
  const byRow = groupBy(candidates, (one) => ownerOf(one.type.name, one.property));
  const wrong = [...byRow].flatMap(([row, same]) => {
    const [first] = same;
    const names = new Set(same.map(({ name }) => name));
    const files = new Set(same.map(({ file }) => file));
    if (!first || names.size > 1 || declared.has(row)) return [];
    const type = first.property.inheritedFrom ?? first.type.name;
    const doubted =
      !first.property.represented ||
      isRefuted(contract, type, first.property) ||
      hasBetterCase(first.name, first.meant);
    // Two may be copies of each other.
    const examples = new Set(same.map(({ example }) => example));
    if (files.size < 2 || examples.size < (doubted ? 2 : 3)) return [];
    if (isConfirmed(contract, type, first.property) || isSent(contract, type, first.meant)) return [];
    return [{ row: { type, property: first.property, written: first.name }, same }];
  });
  return {
    rows: wrong.map(({ row }) => row),
    shown: new Set(wrong.flatMap(({ same }) => same.map(({ type, name }) => `${type.name}/${name}`))),
  };
});

/** True where an object of a type has a name which is right: the row that it stands for is wrong. */
export function isNameOfWrongRow(contract: Contract, type: string, name: string): boolean {
  return wrongNames(contract).shown.has(`${type}/${name}`);
}

/** The metadata has it as the row does. */
function isConfirmed({ metadata }: Contract, type: string, { unconfirmed }: Property): boolean {
  return metadata !== undefined && declaredType(metadata, type) !== undefined && !unconfirmed;
}

/** The metadata knows the type, and no property of the row's name. */
function isRefuted({ metadata }: Contract, type: string, { unconfirmed }: Property): boolean {
  return metadata !== undefined && declaredType(metadata, type) !== undefined && unconfirmed === true;
}

/** A request has the name of the row. */
function isSent(contract: Contract, type: string, name: string): boolean {
  return contract.examples.some(
    ({ file, request: { body } }) =>
      body?.text.includes(`"${name}"`) &&
      operationsOfPage(contract, file).some(({ requestBody }) => requestBody?.name === type),
  );
}
