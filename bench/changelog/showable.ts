import { typeIn } from "../repairs/year.ts";
import { changeShown } from "./announced-change.ts";
import { type Folder, isNamed, type PageText, type Row } from "./page-texts.ts";
import { methodPages, pagesOfType, typeName, typePage } from "./pages-of.ts";
import type { Claim, Kind } from "./read-changelog.ts";

/** What the pages of the newer date have and those of the older have not, by a plain reading of their text. */
export interface Shown {
  readonly kind: Kind;
  readonly at: readonly Place[];
}

/** What has to be looked for. */
export interface Place {
  /** A type in lower case, a request, a page below the folder. */
  readonly place: string;
  /** What came there, as the page writes it. */
  readonly name: string;
}

export interface Unshown {
  readonly kind: Kind;
  readonly reason: string;
}

/** Whether the pages of both dates can show what is claimed: it stands in the newer, and in the older it does not. */
export function showable(claim: Claim, before: Folder, after: Folder): Shown | Unshown {
  switch (claim.kind) {
    case "property":
    case "relationship":
      return rowsAdded(claim, before, after);
    case "method":
      return requestsAdded(claim, before, after);
    case "property or method": {
      const asProperty = rowsAdded({ ...claim, kind: "property" }, before, after);
      return "at" in asProperty ? asProperty : requestsAdded({ ...claim, kind: "method" }, before, after);
    }
    case "permission":
      return permissionAdded(claim, before, after);
    case "enum member":
      return memberAdded(claim, before, after);
    case "enum type":
      return enumAdded(claim, before, after);
    case "type":
      return typeAdded(claim, before, after);
    case "parameter":
      return parameterAdded(claim, before, after);
    case "announced change":
      return changeShown(claim, before, after);
    case "something else":
      return { kind: claim.kind, reason: "is of nothing that a reference page declares" };
  }
}

function rowsAdded({ kind, name, owners }: Claim, before: Folder, after: Folder): Shown | Unshown {
  const pages = owners.flatMap((owner) => typePage(owner, after) ?? []);
  if (pages.length === 0) return { kind, reason: "the newer pages have none of the type" };
  const standing = pages.flatMap((page) => {
    const row = rowOf(page, name, kind);
    return row ? [{ page, row }] : [];
  });
  if (standing.length === 0) return { kind, reason: "the name is in no table of the type's newer page" };
  const fresh = standing.filter(({ page, row }) => {
    const old = typePage(page.name, before) ?? typePage(typeName(page), before);
    return !old || !rowOf(old, row.first, kind);
  });
  if (fresh.length === 0) return { kind, reason: "it stands in the type's older page, too" };
  return { kind, at: fresh.map(({ page, row }) => ({ place: typeName(page), name: row.first })) };
}

/** The row of a name, not of a method; a relationship is also called by the type that it leads to. */
function rowOf({ rows }: PageText, name: string, kind: Kind): Row | undefined {
  const own = rows.filter(
    ({ heading, cells }) => !/^methods/i.test(heading) && !/\/api\//.test(cells[0] ?? ""),
  );
  return (
    own.find((row) => isNamed(row, name)) ??
    (kind === "relationship"
      ? own.find(({ cells, first }) => first && typeIn(cells[1] ?? "")?.toLowerCase() === name.toLowerCase())
      : undefined)
  );
}

function requestsAdded({ kind, name, owners }: Claim, before: Folder, after: Folder): Shown | Unshown {
  const pages = methodPages(name, owners, after);
  if (pages.length === 0) return { kind, reason: "the newer pages have none of the method" };
  const requests = pages.flatMap((page) => [...page.requests]);
  if (requests.length === 0)
    return { kind, reason: "the method's newer page has no request that can be read" };
  const old = new Set([...before.api.values()].flatMap((page) => [...page.requests]));
  const fresh = requests.filter((request) => !old.has(request));
  if (fresh.length === 0) return { kind, reason: "its requests stand in the older pages, too" };
  return { kind, at: fresh.map((place) => ({ place, name })) };
}

function permissionAdded({ kind, name, owners }: Claim, before: Folder, after: Folder): Shown | Unshown {
  const pages =
    owners.length === 0 ? [...after.api.values()] : owners.flatMap((owner) => pagesOfType(owner, after));
  if (pages.length === 0) return { kind, reason: "the newer pages have no method of it" };
  const standing = [...new Set(pages)].filter((page) => namesPermission(page, name));
  if (standing.length === 0) return { kind, reason: "it is in no permission table of the newer pages" };
  const fresh = standing.filter((page) => {
    const old = before.api.get(page.name);
    return !old || !namesPermission(old, name);
  });
  if (fresh.length === 0) return { kind, reason: "it stands in the older pages' tables, too" };
  return { kind, at: fresh.map(({ file }) => ({ place: file, name })) };
}

function namesPermission({ rows }: PageText, name: string): boolean {
  const word = new RegExp(`(?<![\\w.])${name.replaceAll(".", "\\.")}(?![\\w]|\\.\\w)`);
  return rows.some(
    ({ line, cells }) => /^\W*(?:delegated|application)/i.test(cells[0] ?? "") && word.test(line),
  );
}

/** The member in the same row as its owner, or in the table below a heading that names it. */
function memberAdded({ kind, name, owners }: Claim, before: Folder, after: Folder): Shown | Unshown {
  const [owner = ""] = owners;
  if (!hasMember(after, owner, name)) return { kind, reason: "the newer pages do not list it there" };
  if (hasMember(before, owner, name)) return { kind, reason: "the older pages list it, too" };
  // Of a property also under the enumeration that its row names.
  const types = [...after.resources.values()].flatMap(({ rows }) =>
    rows.flatMap((row) => (isNamed(row, owner) ? (typeIn(row.cells[1] ?? "") ?? []) : [])),
  );
  return { kind, at: [{ place: [owner, ...types].join("|").toLowerCase(), name }] };
}

function hasMember({ resources }: Folder, owner: string, name: string): boolean {
  return [...resources.values()].some(({ rows }) =>
    rows.some(({ line, heading, first }) => {
      const isOwned = word(owner).test(line) && word(name).test(line);
      return isOwned || (word(owner).test(heading) && first.toLowerCase() === name.toLowerCase());
    }),
  );
}

/** Where a heading or a title names it, or a cell gives it as a type. */
function enumAdded({ kind, name }: Claim, before: Folder, after: Folder): Shown | Unshown {
  if (!hasEnum(after, name)) return { kind, reason: "the newer pages name no such type" };
  if (hasEnum(before, name)) return { kind, reason: "the older pages name it, too" };
  return { kind, at: [{ place: name.toLowerCase(), name }] };
}

function hasEnum({ resources, titled }: Folder, name: string): boolean {
  return (
    titled.has(name.toLowerCase()) ||
    [...resources.values()].some(
      ({ rows, lines }) =>
        lines.some((line) => new RegExp(`^#+ +\`?${name}\`? +(?:values|enum)`, "i").test(line)) ||
        rows.some(({ cells }) => word(name).test(cells[1] ?? "") && cells.length > 2),
    )
  );
}

function typeAdded({ kind, name }: Claim, before: Folder, after: Folder): Shown | Unshown {
  const page = typePage(name, after);
  if (!page) return { kind, reason: "the newer pages have none of it" };
  const own = typeName(page);
  if (before.resources.has(page.name) || before.titled.has(own))
    return { kind, reason: "the older pages have one of it, too" };
  if (
    !page.rows.some(({ heading }) => /propert|relation|members|values/i.test(heading)) &&
    !page.lines.some((line) => /"@odata\.type"/.test(line))
  )
    return { kind, reason: "its newer page declares no type" };
  return { kind, at: [{ place: own, name }] };
}

function parameterAdded({ kind, name, owners }: Claim, before: Folder, after: Folder): Shown | Unshown {
  const [owner = ""] = owners;
  const page = after.api.get(owner);
  if (!page) return { kind, reason: "the newer pages have none of the method" };
  if (!takes(page, name))
    return { kind, reason: "the method's newer page does not name it among what it takes" };
  const old = before.api.get(owner);
  if (old && takes(old, name)) return { kind, reason: "the method's older page names it, too" };
  return { kind, at: [{ place: page.file, name }] };
}

function takes({ rows, lines }: PageText, name: string): boolean {
  if (rows.some((row) => isNamed(row, name))) return true;
  const from = lines.findIndex((line) => /^#+ .*query (?:parameters|options)/i.test(line));
  const end = lines.findIndex((line, at) => at > from && /^#+ /.test(line));
  const written = new RegExp(`(?<![\\w$])${name.replace("$", "\\$")}(?!\\w)`);
  return from >= 0 && written.test(lines.slice(from, end).join("\n"));
}

function word(name: string): RegExp {
  return new RegExp(`(?<!\\w)${name}(?!\\w)`, "i");
}
