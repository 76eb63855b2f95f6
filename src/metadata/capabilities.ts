import { isObject } from "../base/is-object.ts";
import type { AnnotationValue, Metadata } from "./metadata.ts";

/** What a service is said to do with what an element names; absent where nobody says. */
export interface Capabilities {
  readonly countable?: boolean;
  readonly expandable?: boolean;
  readonly filterable?: boolean;
  readonly searchable?: boolean;
  readonly selectable?: boolean;
  readonly sortable?: boolean;
  readonly skip?: boolean;
  readonly top?: boolean;
  readonly insertable?: boolean;
  readonly updatable?: boolean;
  readonly deletable?: boolean;
  readonly readable?: boolean;
}

/** A change that was announced: mostly that something is deprecated. */
export interface Revision {
  readonly kind: string;
  readonly date?: string;
  readonly removalDate?: string;
  readonly version?: string;
  readonly description?: string;
}

const terms: readonly (readonly [keyof Capabilities, string, string?])[] = [
  ["countable", "CountRestrictions", "Countable"],
  ["expandable", "ExpandRestrictions", "Expandable"],
  ["filterable", "FilterRestrictions", "Filterable"],
  ["searchable", "SearchRestrictions", "Searchable"],
  ["selectable", "SelectSupport", "Supported"],
  ["sortable", "SortRestrictions", "Sortable"],
  ["skip", "SkipSupported"],
  ["top", "TopSupported"],
  ["insertable", "InsertRestrictions", "Insertable"],
  ["updatable", "UpdateRestrictions", "Updatable"],
  ["deletable", "DeleteRestrictions", "Deletable"],
  ["readable", "ReadRestrictions", "Readable"],
];

/** The capabilities of `microsoft.graph.user`, `microsoft.graph.user/manager`, or a root of the container. */
export function capabilitiesOf(metadata: Metadata, target: string): Capabilities {
  const said = terms.flatMap(([name, term, property]) => {
    const value = annotationOf(metadata, target, `Org.OData.Capabilities.V1.${term}`);
    const answer = property === undefined ? value : isObject(value) ? value[property] : undefined;
    return typeof answer === "boolean" ? [[name, answer] as const] : [];
  });
  return Object.fromEntries(said);
}

/** What was announced of an element, in the order of the document. */
export function revisionsOf(metadata: Metadata, target: string): readonly Revision[] {
  const value = annotationOf(metadata, target, "Org.OData.Core.V1.Revisions");
  return (Array.isArray(value) ? value : []).filter(isObject).map((revision) => ({
    kind: String(revision.Kind ?? "").replace(/^.*\//, ""),
    ...textOf(revision, "Date", "date"),
    ...textOf(revision, "RemovalDate", "removalDate"),
    ...textOf(revision, "Version", "version"),
    ...textOf(revision, "Description", "description"),
  }));
}

/** That an element is deprecated, by the last revision that says so; undefined where none does. */
export function noticeOf(
  metadata: Metadata,
  target: string,
): { readonly removal?: string; readonly announced?: string } | undefined {
  const last = revisionsOf(metadata, target).findLast(({ kind }) => kind === "Deprecated");
  if (!last) return undefined;
  return {
    ...(last.removalDate === undefined ? {} : { removal: last.removalDate.slice(0, 10) }),
    ...(last.date === undefined ? {} : { announced: last.date.slice(0, 10) }),
  };
}

/** The value of one annotation; undefined where nobody makes it. */
export function annotationOf(metadata: Metadata, target: string, term: string): AnnotationValue | undefined {
  const { annotations } = metadata;
  const own = Object.hasOwn(annotations, target) ? annotations[target] : undefined;
  return own && Object.hasOwn(own, term) ? own[term] : undefined;
}

function textOf<Name extends string>(
  record: Readonly<Record<string, unknown>>,
  property: string,
  name: Name,
): { readonly [key in Name]?: string } {
  const value = record[property];
  return (typeof value === "string" ? { [name]: value } : {}) as { readonly [key in Name]?: string };
}
