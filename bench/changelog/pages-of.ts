import type { Folder, PageText } from "./page-texts.ts";

/** The page of a type, by the name of its file, by its title, or without the `s` of several. */
export function typePage(name: string, { resources, titled }: Folder): PageText | undefined {
  const own = name.toLowerCase();
  return resources.get(own) ?? titled.get(own) ?? resources.get(own.replace(/s$/, ""));
}

/** The type that a page is of, in lower case. */
export function typeName(page: PageText): string {
  const [, name] = /^# *`?([A-Za-z][\w.]*)/m.exec(page.lines.find((line) => /^# /.test(line)) ?? "") ?? [];
  return (name ?? page.name).toLowerCase();
}

/** A method's page, or those that a type's page links or that are called after it. */
export function pagesOfType(owner: string, folder: Folder): PageText[] {
  const method = folder.api.get(owner.toLowerCase());
  if (method) return [method];
  const type = typePage(owner, folder);
  const names = [owner.toLowerCase(), ...(type ? [typeName(type)] : [])];
  const called = [...folder.api.values()].filter((page) =>
    names.some((name) => page.name.startsWith(`${name}-`)),
  );
  return [...(type?.linked ?? []).flatMap((name) => folder.api.get(name) ?? []), ...called];
}

/** The page that an entry links; else one of that name of its type; else those with a request that ends in it. */
export function methodPages(name: string, owners: readonly string[], folder: Folder): PageText[] {
  const linked = folder.api.get(name.toLowerCase());
  if (linked) return [linked];
  const own = owners.flatMap((owner) => {
    const type = typePage(owner, folder);
    const names = [owner.toLowerCase(), ...(type ? [type.name, typeName(type)] : [])];
    return names.flatMap((each) => folder.api.get(`${each}-${name.toLowerCase()}`) ?? []);
  });
  if (own.length > 0) return [...new Set(own)];
  const last = name.slice(name.lastIndexOf("-") + 1).toLowerCase();
  const near = owners.flatMap((owner) => pagesOfType(owner, folder));
  return [...new Set(near)].filter((page) =>
    [...page.requests].some((request) => request.split("/").at(-1)?.replace(/\(.*/, "") === last),
  );
}
