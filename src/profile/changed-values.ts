import type { ShapeChangeKind } from "./shape-change.ts";
import { type Counts, ownOf, type PropertyShapes, sumOf } from "./shape-profile.ts";

/** One thing that the values of a property are, with how often they are it, and of how many. */
export interface ValueFact {
  readonly kind: Extract<ShapeChangeKind, "member" | "form" | "format" | "null">;
  readonly what: string;
  readonly undocumented?: true;
  readonly seen: number;
  readonly of: number;
}

/** All that the values of a property are. */
export function valueFacts(shapes: PropertyShapes): ValueFact[] {
  const { forms, items = {}, formats = {}, members = {}, otherMembers = {}, unnamed = 0 } = shapes;
  const values = sumOf(forms);
  const memberCount = membersIn(shapes);
  const known = values - (forms.null ?? 0);
  return [
    ...facts("form", forms, known, (form) => form).filter(({ what }) => what !== "null"),
    ...facts("form", items, sumOf(items), (form) => `list of ${form}`),
    ...facts("format", formats, sumOf(formats), (format) => format).filter(({ what }) => what !== "empty"),
    ...facts("member", members, memberCount, (member) => member),
    ...facts("member", otherMembers, memberCount, (member) => member).map(
      (fact): ValueFact => ({ ...fact, undocumented: true }),
    ),
    ...(unnamed > 0
      ? [{ kind: "member", what: "", undocumented: true, seen: unnamed, of: memberCount } as const]
      : []),
    ...((forms.null ?? 0) > 0
      ? [{ kind: "null", what: "", seen: forms.null ?? 0, of: values } as const]
      : []),
  ];
}

function facts<Name extends string>(
  kind: ValueFact["kind"],
  counts: Counts<Name>,
  of: number,
  named: (name: string) => string,
): ValueFact[] {
  return Object.entries<number | undefined>(counts).flatMap(([name, seen = 0]) =>
    seen > 0 ? [{ kind, what: named(name), seen, of }] : [],
  );
}

/** How many values could have been it and were not. */
export function couldHaveBeen(shapes: PropertyShapes, { kind, what }: ValueFact): number {
  if (kind === "member") return membersIn(shapes);
  if (kind === "null") return sumOf(shapes.forms);
  if (kind === "format") return sumOf(shapes.formats);
  return what.startsWith("list of ")
    ? sumOf(shapes.items)
    : sumOf(shapes.forms) - (ownOf(shapes.forms, "null") ?? 0);
}

function membersIn({ members, otherMembers, unnamed = 0 }: PropertyShapes): number {
  return sumOf(members) + sumOf(otherMembers) + unnamed;
}

/** The forms, or the one format, that the values of a property had before. */
export function insteadOf(shapes: PropertyShapes, { kind, what }: ValueFact): readonly string[] {
  if (kind === "format") return namesIn(shapes.formats).filter((format) => format !== "empty");
  if (kind !== "form") return [];
  if (what.startsWith("list of ")) return namesIn(shapes.items).map((form) => `list of ${form}`);
  return namesIn(shapes.forms).filter((form) => form !== "null");
}

function namesIn(counts: Readonly<Counts<string>> = {}): string[] {
  return Object.keys(counts).sort();
}
