import { onceFor } from "../../base/once-for.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { PropertyDeclaration, TypeDeclaration } from "../../docs/page.ts";
import { declaredType } from "../../metadata/declared.ts";
import { type DeclaredMember, membersOf } from "../../metadata/members-of.ts";
import type { Metadata, MetadataType, Place } from "../../metadata/metadata.ts";
import { citation } from "../body/judged-violations.ts";
import type { PageContext, Verdicts } from "../rule.ts";

/** A type that both declare: a page, and the metadata. */
export interface Witnessed {
  readonly metadata: Metadata;
  readonly page: TypeDeclaration;
  readonly contract: TypeContract;
  readonly type: MetadataType;
  /** All members in the metadata, inherited ones too. */
  readonly members: ReadonlyMap<string, DeclaredMember>;
}

/** The types of a page that the metadata declares, too; none without metadata. */
export const witnessedTypes = onceFor(({ page, contract }: PageContext): readonly Witnessed[] => {
  const { metadata } = contract;
  if (!metadata) return [];
  return page.types.flatMap((declared) => {
    const type = declaredType(metadata, declared.name);
    const own = typeNamed(contract, declared.name);
    if (!type || !own) return [];
    return [{ metadata, page: declared, contract: own, type, members: membersOf(metadata, type.name) }];
  });
});

/** What a rule says of each of them; not applicable where there is none. */
export function judgeWitnessed(
  context: PageContext,
  judge: (witnessed: Witnessed) => Exclude<Verdicts, string>,
): Verdicts {
  const types = witnessedTypes(context);
  return types.length === 0 ? "not-applicable" : types.flatMap(judge);
}

/** What a rule says of each of their rows, likewise. */
export function judgeRows(
  context: PageContext,
  judge: (witnessed: Witnessed, row: PropertyDeclaration) => Exclude<Verdicts, string>,
): Verdicts {
  return judgeWitnessed(context, (witnessed) =>
    rowsOf(witnessed.page).flatMap((row) => judge(witnessed, row)),
  );
}

/** The rows of both tables that name a property as CSDL can: no annotation, no two names in one cell. */
export function rowsOf({ properties, relationships }: TypeDeclaration): readonly PropertyDeclaration[] {
  return [...properties, ...relationships].filter(({ name, row }) => row !== undefined && isIdentifier(name));
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
}

/** Where the metadata says so, as the end of a message: ` (v1.0.csdl:43)`. */
export function inMetadata({ file }: Metadata, { line }: Place): string {
  return citation({ file, line });
}

/** Every name that some page, or its JSON representation, has for a property of the type. */
export function documentedNames(contract: TypeContract): ReadonlySet<string> {
  return new Set(
    contract.properties
      .filter(({ fromMetadata }) => !fromMetadata?.includes("property"))
      .map(({ name }) => name),
  );
}

/** Of the pages that declare a type the one with the most rows: what all of them lack is missing there. */
export function homeOf({ types }: Contract, name: string): string | undefined {
  const rows = new Map<string, number>();
  const type = typeNamed({ types }, name);
  for (const { location, row, inheritedFrom } of type?.properties ?? []) {
    if (row !== undefined && inheritedFrom === undefined)
      rows.set(location.file, (rows.get(location.file) ?? 0) + 1);
  }
  return [...rows].sort(([, a], [, b]) => b - a)[0]?.[0] ?? type?.location.file;
}
