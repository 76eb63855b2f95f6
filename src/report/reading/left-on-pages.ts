import type { Contract } from "../../contract/contract.ts";
import { baseTypes } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { Folder } from "../../docs/folder.ts";
import { linkTarget } from "../../docs/link-target.ts";
import type { GraphVersion, Page } from "../../docs/page.ts";
import type { PagePart } from "../../docs/reading/page-reading.ts";
import type { LeftOf, LeftPlace } from "./reading.ts";

/** The pages of a run, and what they were read with. */
export interface ReadPages {
  /** Those that were judged, with the includes that are parts of them, each once. */
  readonly pages: readonly Page[];
  readonly folder: Folder;
  contract(version: GraphVersion): Contract;
}

/** All files, and those of which there is only the name. */
export function leftFiles(pages: readonly Page[]): LeftOf {
  const places = pages.flatMap(({ kind, file, flaws }): LeftPlace[] =>
    kind === "unreadable" ? [{ left: "file-unreadable", file, line: 1, text: flaws[0]?.message ?? "" }] : [],
  );
  return { part: "file", of: pages.length, places };
}

/** What each page says of itself: its fences, rows, lists and names. */
export function leftParts(pages: readonly Page[], part: PagePart): LeftOf {
  const places = pages.flatMap(({ file, reading }) =>
    reading.left
      .filter((left) => left.part === part)
      .map(({ left, span, text }): LeftPlace => ({ left, file, line: span.start.line, text })),
  );
  return { part, of: pages.reduce((sum, { reading }) => sum + reading.counted[part], 0), places };
}

/** The types that pages declare, and those that are open because a base type is. */
export function leftTypes({ pages, contract }: ReadPages): LeftOf {
  const declared = pages.flatMap((page) => page.types.map((type) => ({ page, type })));
  const places = declared.flatMap(({ page, type }): LeftPlace[] => {
    const all = contract(page.version);
    if (type.open || typeNamed(all, type.name)?.open !== true) return [];
    const base = baseTypes(all, type.name).findLast((name) => typeNamed(all, name)?.open === true);
    if (base === undefined) return [];
    const text = `${shortName(type.name)}, from ${shortName(base)}`;
    return [{ left: "type-open", file: page.file, line: type.location.line, text }];
  });
  return { part: "type", of: declared.length, places };
}

/** The includes of the pages, and those that lead to no file that was read. */
export function leftIncludes({ pages, folder }: ReadPages): LeftOf {
  let of = 0;
  const places: LeftPlace[] = [];
  for (const { file, includes } of pages) {
    for (const { target, location } of includes) {
      const linked = linkTarget(file, target);
      if (!linked) continue;
      of++;
      if (folder.page(linked.file)) continue;
      places.push({ left: "include-missing", file, line: location.line, text: target });
    }
  }
  return { part: "include", of, places };
}
