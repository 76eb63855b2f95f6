import { groupBy } from "../../base/group-by.ts";
import { onceForAll } from "../../base/once-for.ts";
import { shortName } from "../../contract/names/short-name.ts";
import type { Folder } from "../../docs/folder.ts";
import type { GraphVersion, Page } from "../../docs/page.ts";
import { pageName } from "../../docs/page-name.ts";

const titled =
  /^([A-Za-z]\w*)\s+(?:(?:abstract\s+)?(?:resource|complex|entity|facet|object|enumeration|enum)\s*)+(?:type)?\b/i;

/** The type that a resource page's title names: `lampShade` of "lampShade resource type". */
export function titledType({ kind, title }: Page): string | undefined {
  return kind === "resource" ? titled.exec(title)?.[1] : undefined;
}

/** Whether a title that names a type writes it as types are written: `lampShade`, not the word `Lamp`. */
export function isWrittenAsType(name: string): boolean {
  return /^[a-z]\w*[A-Z]/.test(name);
}

/** The page, if there is one, that is titled, or called, after a type. */
export function pageTitledAfter(name: string, folder: Folder, version: GraphVersion): Page | undefined {
  return pagesByName(folder, version).get(shortName(name).toLowerCase())?.[0];
}

const pagesByName = onceForAll((folder: Folder, version: GraphVersion) => {
  const resources = folder.pages.filter((page) => page.version === version && page.kind === "resource");
  return groupBy(resources, (page) => (titledType(page) ?? pageName(page.file)).toLowerCase());
});
