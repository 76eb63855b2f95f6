import { onceFor, onceForAll } from "../../base/once-for.ts";
import type { Property, TypeContract } from "../../contract/contract.ts";
import type { Query, SelectItem } from "./query.ts";

/** A property that goes out whole, or the parts of it that do, by lower-case name. */
export type Selected = "all" | ReadonlyMap<string, Selected>;

/** Which properties of a type's resources go out. */
export interface Projection {
  /** All of them do, and nothing is added. */
  readonly whole: boolean;
  /** Undefined for a property that stays. */
  selected(name: string): Selected | undefined;
  /** What goes out when the resource does not have it. */
  readonly always: readonly { readonly name: string; readonly empty: null | readonly never[] }[];
}

/** What a query leaves of the resources of a type, worked out once for each query and type. */
export const projectionOf = onceForAll(
  ({ select, expand }: Query, type: TypeContract | undefined): Projection => {
    const expanded = new Set(expand.map(({ name }) => name.toLowerCase()));
    const onlySelected = type ? onlyOnSelectOf(type) : new Set<string>();
    if (!select) {
      const stays = (name: string) => expanded.has(name) || onlySelected.has(name);
      return {
        whole: expanded.size === 0 && onlySelected.size === 0,
        selected: (name) => (stays(name.toLowerCase()) ? undefined : "all"),
        always: [],
      };
    }
    const tree = treeOf(select);
    const every = tree.has("*");
    const navigation = new Set(
      type?.properties.filter((property) => property.navigation).map(({ name }) => name.toLowerCase()),
    );
    return {
      whole: false,
      selected(name) {
        const lower = name.toLowerCase();
        if (expanded.has(lower)) return undefined;
        const own = tree.get(lower);
        // `*` is every property, but no relationship (OData 4.01 URL Conventions, section 5.1.4).
        return own ?? (every && !navigation.has(lower) && !onlySelected.has(lower) ? "all" : undefined);
      },
      always: (type?.properties ?? []).filter((property) => isAlways(property, tree)).map(emptyOf),
    };
  },
);

function isAlways(
  { name, navigation, nullable, type }: Property,
  tree: ReadonlyMap<string, Selected>,
): boolean {
  return !navigation && tree.has(name.toLowerCase()) && (type.collection || nullable !== false);
}

function emptyOf({ name, type }: Property): Projection["always"][number] {
  return { name, empty: type.collection ? [] : null };
}

type Tree = Map<string, "all" | Tree>;

function treeOf(select: readonly SelectItem[]): Tree {
  const root: Tree = new Map();
  for (const { path } of select) {
    let tree: Tree = root;
    for (const [index, name] of path.entries()) {
      const lower = name.toLowerCase();
      const known = tree.get(lower);
      // What is selected whole stays whole.
      if (known === "all") break;
      if (index === path.length - 1) {
        tree.set(lower, "all");
      } else {
        const next: Tree = known ?? new Map();
        tree.set(lower, next);
        tree = next;
      }
    }
  }
  return root;
}

const onlyOnSelectOf = onceFor(
  ({ properties }: TypeContract): ReadonlySet<string> =>
    new Set(
      properties
        .filter((property) => (property.onlyOnSelect || property.notByDefault) && !property.navigation)
        .map(({ name }) => name.toLowerCase()),
    ),
);
