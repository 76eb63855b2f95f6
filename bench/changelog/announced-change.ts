import { type Folder, isNamed, type Row } from "./page-texts.ts";
import { typeName, typePage } from "./pages-of.ts";
import type { Claim } from "./read-changelog.ts";
import type { Shown, Unshown } from "./showable.ts";

/** What an announced change is about, in the words of tables. */
const abouts: readonly RegExp[] = [
  /read-?only|writeable|writable/i,
  /\brequired|optional/i,
  /\bnull/i,
  /migrat/i,
  /application/i,
];

/** Which words a change is about; none where it is of another kind. */
export function aboutOf(description: string): RegExp | undefined {
  return abouts.find((about) => about.test(description.replace(/\([^)]*\)/g, "")));
}

/** Of a property its row, of a method its tables say something of what changed that they did not say before. */
export function changeShown(claim: Claim, before: Folder, after: Folder): Shown | Unshown {
  const { kind, name, owners, description } = claim;
  const about = aboutOf(description);
  if (!about) return { kind, reason: "is of nothing that a table says" };
  const method = after.api.get(name);
  if (method) {
    const said = saysOf(method.rows, about);
    if (said === "") return { kind, reason: "the method's newer tables say nothing of it" };
    if (said === saysOf(before.api.get(name)?.rows ?? [], about))
      return { kind, reason: "the method's older tables say the same" };
    return { kind, at: [{ place: method.file, name }] };
  }
  const [page] = owners.flatMap((owner) => typePage(owner, after) ?? []);
  const row = page?.rows.find((each) => isNamed(each, name));
  if (!page || !row) return { kind, reason: "the newer pages do not name it there" };
  const old = typePage(page.name, before)?.rows.filter((each) => isNamed(each, name)) ?? [];
  if (saysOf([row], about) === saysOf(old, about))
    return { kind, reason: "its older row says as much of it" };
  return { kind, at: [{ place: typeName(page), name: row.first }] };
}

/** What rows say of it: of a permission type the permissions, else the word alone. */
function saysOf(rows: readonly Row[], about: RegExp): string {
  const said = rows.flatMap(({ line, first, cells }) =>
    about.test(first) ? [cells.slice(1).join("|")] : (about.exec(line)?.[0] ?? []),
  );
  return said.some((each) => !/not supported/i.test(each)) ? said.join("\n").toLowerCase() : "";
}
