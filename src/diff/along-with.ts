import type { Judged, OfOneCause } from "./cause.ts";
import { factOf, schemeName } from "./words.ts";

/** So many names are said; the places have them all. */
const most = 3;

/**
 * What else came of the same cause, in words to stand behind what is said of the first: the other members of a list, what
 * was inherited from a base. Nothing, where all is the same thing at several places.
 */
export function alongWith([first, ...others]: OfOneCause): string {
  const { kind } = factOf(first.difference);
  const went = others.filter(({ difference }) => !difference.after);
  const came = others.filter(({ difference }) => !difference.before);
  const { before, after } = first.difference;
  if (kind === "base")
    return ended(namesOf(went), "; with it went ") + ended(namesOf(came), "; with it came ");
  if (kind === "least-privileged")
    return ended(namesOf(went), "; listed no more: ") + ended(namesOf(came), "; new: ");
  if (kind === "permission" && before && after)
    return ended(namesOf(came), ": ") + ended(namesOf(went), "; needed no more: ");
  return ended(namesOf(others, namesOf([first])), "; so too ");
}

function ended(names: readonly string[], lead: string): string {
  return names.length === 0 ? "" : `${lead}${listed(names)}`;
}

function namesOf(judged: readonly Judged[], but: readonly string[] = []): string[] {
  const facts = judged.map(({ difference }) => factOf(difference));
  const keys = new Set(facts.flatMap(({ kind, value }) => (kind === "key" ? [value] : [])));
  // The property that is the key is said with it.
  const names = facts.flatMap(({ kind, name, value }) =>
    kind === "key"
      ? [`the key "${value}"`]
      : keys.has(name)
        ? []
        : [kind === "scheme" ? schemeName(name) : `"${name}"`],
  );
  return [...new Set(names)].filter((name) => !but.includes(name));
}

function listed(names: readonly string[]): string {
  const more = names.length - most;
  // One more is as soon named as counted.
  if (more > 1) return `${names.slice(0, most).join(", ")} and ${more} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
