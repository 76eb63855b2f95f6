import { groupBy } from "../../base/group-by.ts";
import { onceFor } from "../../base/once-for.ts";
import { spanAt } from "../../base/span.ts";
import { permissionMeant, permissionUses } from "../../contract/names/permission-slip.ts";
import { type Folder, pagesAmong, promisingAmong } from "../../docs/folder.ts";
import { acrossPages, pageFact } from "../../docs/kept/page-fact.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** Permissions that stand on one page only, and are nearly one that stands on others. */
export const unknownPermission = definePageRule("permission/unknown-name", {
  promise: "A permission that only one page names is not nearly one that several others name.",
  weighs: { documented: "warning" },
  judge({ page, folder }) {
    if (page.placedPermissions.length === 0) return "not-applicable";
    const uses = usesIn(folder);
    return [...groupBy(page.placedPermissions, ({ name }) => name)].flatMap(([name, all]): Failure[] => {
      const meant = permissionMeant(name, uses);
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

const permissionsOn = pageFact("permissions", ({ placedPermissions }): readonly string[] => [
  ...new Set(placedPermissions.map(({ name }) => name)),
]);

const usesAmong = acrossPages("permissions", permissionsOn, (read) =>
  permissionUses(promisingAmong(read).map((page) => ({ file: page.file, names: permissionsOn(page) }))),
);

const usesIn = onceFor(({ read }: Folder) => usesAmong(read));
