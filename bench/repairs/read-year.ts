import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Page } from "../../src/docs/page.ts";
import type { Year } from "./year.ts";

/** What the pages of a folder say all together; `after` is the folder of the year behind it. */
export function readYear(folder: string, after: string, pages: readonly Page[]): Year {
  const text = textsIn(folder);
  const files = ["api", "resources"].flatMap((directory) =>
    readdirSync(`${folder}/${directory}`).map((name) => `${directory}/${name}`),
  );
  const texts = files.map((file) => [file, text(file)] as const);
  const types = pages.flatMap((page) => page.types);
  return {
    types: new Set([...types, ...pages.flatMap(({ enums }) => enums)].map(({ name }) => name)),
    bases: new Map(types.flatMap(({ name, base }) => (base ? [[name, qualified(base.name)] as const] : []))),
    abstract: new Set(types.filter(({ abstract }) => abstract).map(({ name }) => name)),
    permissions: countOf(
      pages.map((page) => new Set(page.permissions.flatMap(({ permissions }) => permissions))),
    ),
    requestNames: countOf(texts.map(([, page]) => matches(page, /"name"\s*:\s*"([^"]+)"/g))),
    keys: countOf(
      texts.map(([file, page]) => (file.startsWith("api/") ? matches(page, /^\s*"(\w+)"\s*:/gm) : [])),
    ),
    matter: sharesOf(texts),
    text,
    after: textsIn(after),
  };
}

function qualified(name: string): string {
  return name.startsWith("microsoft.graph.") ? name : `microsoft.graph.${name}`;
}

function textsIn(folder: string): (file: string) => string {
  const known = new Map<string, string>();
  const names = new Map<string, string>();
  for (const directory of ["api", "resources"]) {
    if (!existsSync(`${folder}/${directory}`)) continue;
    for (const name of readdirSync(`${folder}/${directory}`))
      names.set(`${directory}/${name}`.toLowerCase(), `${folder}/${directory}/${name}`);
  }
  return (file) => {
    const path = names.get(file.toLowerCase());
    if (path === undefined) return "";
    const text = known.get(path) ?? readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
    known.set(path, text);
    return text;
  };
}

function matches(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, found = ""]) => found));
}

function countOf(sets: readonly Iterable<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const name of set) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** By directory and name the share of pages whose front matter gives it a value. */
function sharesOf(texts: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
  const pages = countOf(texts.map(([file]) => [file.split("/")[0] ?? ""]));
  const filled = countOf(
    texts.map(([file, page]) => {
      const matter = /^---\n([\s\S]*?)\n---/.exec(page)?.[1] ?? "";
      return [...matches(matter, /^([\w.]+):\s*(?!""\s*$|''\s*$)\S/gm)].map(
        (name) => `${file.split("/")[0]} ${name}`,
      );
    }),
  );
  return new Map([...filled].map(([key, count]) => [key, count / (pages.get(key.split(" ")[0] ?? "") ?? 1)]));
}
