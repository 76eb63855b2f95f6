import { onceFor } from "../../base/once-for.ts";
import type { Contract, JsonForm, TypeContract } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { onceForParts } from "../../contract/once-for-parts.ts";
import { allSightings, type Sightings } from "./sightings.ts";

/** What the documented answers show, all of them together: witnesses against a single row. */
export interface ShownInExamples {
  /** By the list of members, see `listOf`: the files that show a value. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** By type that is not open, the objects that have a name which it does not declare. */
  readonly strangers: ReadonlyMap<string, readonly Stranger[]>;
  /** The names that stand for declared ones which their objects lack. */
  readonly misspelt: readonly Misspelt[];
  /** By `ownerOf`, the examples that show a value, by its form; placeholders left out. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<JsonForm, ReadonlySet<string>>>;
  /** All declared names that stand in an object, see `ownerOf`. */
  readonly declared: ReadonlySet<string>;
}

export interface Misspelt {
  readonly file: string;
  /** The example, as in `forms`. */
  readonly example: string;
  readonly type: TypeContract;
  readonly name: string;
  readonly meant: string;
}

export interface Stranger {
  readonly file: string;
  readonly undeclared: readonly string[];
  readonly declared: readonly string[];
}

/** Puts together what all the examples of a contract show; once, where they show the same by the same declarations. */
export const shownInExamples = onceFor((contract: Contract): ShownInExamples => {
  const sightings = allSightings(contract);
  const last = lastOf(contract);
  if (!last.made || !isSameList(last.made.sightings, sightings))
    last.made = { sightings, shown: putTogether(contract, sightings) };
  return last.made.shown;
});

interface Last {
  made?: { readonly sightings: readonly Sightings[]; readonly shown: ShownInExamples };
}

const lastOf = onceForParts(["types"], (_contract): Last => ({}));

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

function putTogether(contract: Contract, sightings: readonly Sightings[]): ShownInExamples {
  const values = new Map<string, Map<string, Set<string>>>();
  const strangers = new Map<string, Stranger[]>();
  const forms = new Map<string, Map<JsonForm, Set<string>>>();
  const misspelt: Misspelt[] = [];
  const declared = new Set<string>();
  for (const { file, example, shown } of sightings) {
    for (const one of shown) {
      if (one.saw === "row") {
        declared.add(one.row);
        if (one.form !== undefined) entryOf(entryOf(forms, one.row, newMap), one.form, newSet).add(example);
      } else if (one.saw === "value") {
        entryOf(entryOf(values, one.list, newMap), one.value, newSet).add(file);
      } else if (one.saw === "stranger") {
        const { undeclared, declared } = one;
        entryOf(strangers, one.type, newList).push({ file, undeclared, declared });
      } else {
        const type = typeNamed(contract, one.type);
        if (type) misspelt.push({ file, example, type, name: one.name, meant: one.meant });
      }
    }
  }
  return { values, strangers, misspelt, forms, declared };
}

const newMap = () => new Map();
const newSet = () => new Set<string>();
const newList = () => [];

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
