import { onceFor } from "../../base/once-for.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { type Fact, type FactKind, partOf } from "../fact.ts";

/** A type or an enumeration of that name in an outline: in any letters, and without its namespace where only one has it. */
export function findNamed(outline: Fact, name: string): Fact | undefined {
  const { whole, short } = namesOf(outline);
  return whole.get(name.toLowerCase()) ?? short.get(shortName(name).toLowerCase());
}

/** A property of a type, in any letters. */
export function findProperty(type: Fact | undefined, name: string): Fact | undefined {
  return type && propertiesOf(type).get(name.toLowerCase());
}

/** The list of members that stands at a place: an enumeration, or the listed values of a property; absent where none does. */
export function findMembers(
  outline: Fact,
  pointer: readonly Pick<Fact, "kind" | "name">[],
): Fact | undefined {
  const [outer, inner] = pointer;
  if (!outer) return undefined;
  const named = findNamed(outline, outer.name);
  if (outer.kind === "enum") return named && hasMembers(named) ? named : undefined;
  const property = inner?.kind === "property" ? findProperty(named, inner.name) : undefined;
  const type = partOf(property, "value-type");
  const listed = partOf(type, "members");
  const declared = type && findNamed(outline, String(type.value));
  return [listed, declared].find((one) => one !== undefined && hasMembers(one));
}

function hasMembers({ parts }: Fact): boolean {
  return parts.some(({ kind }) => kind === "member");
}

const namesOf = onceFor((outline: Fact) => {
  const whole = new Map<string, Fact>();
  const short = new Map<string, Fact | undefined>();
  const kinds: ReadonlySet<FactKind> = new Set(["type", "enum"]);
  for (const named of outline.parts.filter(({ kind }) => kinds.has(kind))) {
    const key = shortName(named.name).toLowerCase();
    whole.set(named.name.toLowerCase(), named);
    short.set(key, short.has(key) ? undefined : named);
  }
  return { whole, short };
});

const propertiesOf = onceFor(
  ({ parts }: Fact) =>
    new Map(parts.flatMap((part) => (part.kind === "property" ? [[part.name.toLowerCase(), part]] : []))),
);
