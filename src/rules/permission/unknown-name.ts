import { distance } from "fastest-levenshtein";
import { groupBy } from "../../base/group-by.ts";
import { onceFor } from "../../base/once-for.ts";
import { spanAt } from "../../base/span.ts";
import { type Folder, pagesAmong, promisingAmong } from "../../docs/folder.ts";
import { acrossPages, pageFact } from "../../docs/kept/page-fact.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** How many other pages must have a name before another one is taken for it. */
const fewest = 2;
/** No permission is to write alone, and none says the same twice. */
const noAction = /^(?:Write(?:Read|All)?|ReadRead|WriteWrite|ReadWriteWrite|ReadReadWrite)$/i;

interface Uses {
  /** The files that have a name, and those that have a part of names. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly common: readonly string[];
}

/** Permissions that stand on one page only, and are nearly one that stands on others. */
export const unknownPermission = definePageRule("permission/unknown-name", {
  promise: "A permission that only one page names is not nearly one that several others name.",
  weighs: { documented: "warning" },
  judge({ page, folder }) {
    if (page.placedPermissions.length === 0) return "not-applicable";
    const uses = usesIn(folder);
    return [...groupBy(page.placedPermissions, ({ name }) => name)].flatMap(([name, all]): Failure[] => {
      const meant = meantBy(name, uses);
      const [first] = all;
      if (meant === undefined || !first || isRatherRight(name, meant, folder)) return [];
      const others = uses.names.get(meant)?.size ?? 0;
      return [
        {
          status: "fail",
          message: `"${name}" stands on no other page; did the page mean "${meant}", which ${others} pages name?`,
          span: spanAt(first.location, name.length),
          meant,
          fix: { edits: all.map(({ location: at }) => ({ span: spanAt(at, name.length), text: meant })) },
          cause: { id: `unknown-permission ${name}` },
        },
      ];
    });
  },
});

function meantBy(name: string, { names, parts, common }: Uses): string | undefined {
  if ((names.get(name)?.size ?? 0) > 1) return undefined;
  const own = name.split(".");
  const candidates = common.filter((other) => {
    if (letters(other) === letters(name)) return true;
    const meant = other.split(".");
    const differing = own.filter((part, index) => part !== meant[index]);
    return (
      own.length === meant.length &&
      differing.length === 1 &&
      own.every((part, index) => part === meant[index] || isSlip(part, meant[index] ?? "", parts))
    );
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** A part that no other page has and that is nearly the one meant. */
function isSlip(part: string, meant: string, parts: Uses["parts"]): boolean {
  if (part.toLowerCase() === meant.toLowerCase()) return true;
  if ((parts.get(part)?.size ?? 0) > 1) return false;
  if (noAction.test(part)) return meant === "ReadWrite";
  const lower = part.toLowerCase();
  const other = meant.toLowerCase();
  const isTurned = [...lower].sort().join("") === [...other].sort().join("");
  return isTurned || distance(lower, other) <= (Math.min(part.length, meant.length) < 6 ? 1 : 2);
}

/**
 * Pages copied from each other are many for a slip, too: where the rare name has words that the documentation uses, and
 * the common one a word that it never does, the count says nothing.
 */
function isRatherRight(name: string, common: string, folder: Folder): boolean {
  const [own, others] = [wordsOf(name), wordsOf(common)];
  const rare = own.filter((word) => !others.includes(word));
  if (rare.length === 0) return false;
  const used = wordsIn(folder);
  return (
    rare.every((word) => used.has(word)) && others.some((word) => !own.includes(word) && !used.has(word))
  );
}

/** `PrivilegedOperations.All`: privileged, operations, all */
function wordsOf(text: string): string[] {
  return (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

/** The words of headings, titles and tables of properties: what is no permission. */
const wordsOn = pageFact("words", ({ title, headings, types }): readonly string[] => {
  const rows = types.flatMap(({ name, properties }) => [name, ...properties.map(({ row }) => row)]);
  const texts = [title, ...headings.map((heading) => heading.text), ...rows];
  return [...new Set(texts.flatMap((text) => wordsOf(text ?? "")))];
});

const wordsAmong = acrossPages("words", wordsOn, (read): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const page of pagesAmong(read)) for (const word of wordsOn(page)) words.add(word);
  return words;
});

const wordsIn = onceFor(({ read }: Folder) => wordsAmong(read));

/** `Group.Read.WriteAll` is `Group.ReadWrite.All` with its stop in another place. */
function letters(name: string): string {
  return name.replaceAll(".", "").toLowerCase();
}

const permissionsOn = pageFact("permissions", ({ placedPermissions }): readonly string[] => [
  ...new Set(placedPermissions.map(({ name }) => name)),
]);

const usesAmong = acrossPages("permissions", permissionsOn, (read): Uses => {
  const names = new Map<string, Set<string>>();
  const parts = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, file: string) => {
    const files = map.get(key) ?? new Set();
    map.set(key, files.add(file));
  };
  for (const page of promisingAmong(read)) {
    for (const name of permissionsOn(page)) {
      add(names, name, page.file);
      for (const part of name.split(".")) add(parts, part, page.file);
    }
  }
  const common = [...names].filter(([, files]) => files.size >= fewest).map(([name]) => name);
  return { names, parts, common: common.sort() };
});

const usesIn = onceFor(({ read }: Folder) => usesAmong(read));
