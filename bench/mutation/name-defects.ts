import { parentOf, placeAt, replaced, type Value, withoutProperty } from "../../specs/support/body-values.ts";
import type { Declared } from "./declared.ts";
import { at, type Defect, oneOf, type Seeder } from "./defect.ts";
import { type Part, type Site, section, sitesOf } from "./sites.ts";

const unheardOf = ["neverDocumented", "zebraCount", "x_quuxFactor"] as const;

function typedObjects(...[valid, types, part]: [...Parameters<Seeder>, Part?]): Site[] {
  return sitesOf(valid, part ?? "response", types).filter(
    ({ node, type }) => node.type === "object" && type && !isStandIn(node),
  );
}

/** An object with its type and nothing else stands for one that has members. */
function isStandIn({ children = [] }: Site["node"]): boolean {
  return children.length === 1 && children[0]?.children?.[0]?.value === "@odata.type";
}

/** A name that no page has, behind the brace of an object. */
function unknownIn(site: Site, rule: string, name: string = oneOf(site, unheardOf), value = "1"): Defect {
  const { node, page, start, pointer } = site;
  const brace = start + node.offset + 1;
  const comma = (node.children ?? []).length > 0 ? "," : "";
  const text = `${page.slice(0, brace)} "${name}": ${value}${comma}${page.slice(brace)}`;
  return { text, rules: [rule], ...at(site), pointer: `${pointer}/${name}`, what: `${pointer} has ${name}` };
}

function doubt(type: Declared | undefined): { readonly unknowable?: string } {
  if (!type) return { unknowable: "no page declares the type" };
  if (type.open) return { unknowable: "the type is open" };
  return type.complete ? {} : { unknowable: "a base type has no page" };
}

export const unknownProperty: Seeder = (valid, types) =>
  typedObjects(valid, types)
    .filter(({ depth }) => depth === 0)
    .map((site) => ({ ...unknownIn(site, "body/unknown-property"), ...doubt(site.type) }));

export const nestedUnknown: Seeder = (valid, types) =>
  typedObjects(valid, types)
    .filter(({ depth }) => depth > 0)
    .map((site) => ({ ...unknownIn(site, "body/unknown-property"), ...doubt(site.type) }));

/** Two letters in the middle change places. */
function misspelt(name: string): string | undefined {
  const middle = Math.floor(name.length / 2);
  for (let index = middle; index < name.length - 1; index++) {
    const [one, other] = [name[index], name[index + 1]];
    if (one && other && one.toLowerCase() !== other.toLowerCase()) {
      return name.slice(0, index) + other + one + name.slice(index + 2);
    }
  }
  return undefined;
}

function misspellings(open: boolean): Seeder {
  return (valid, types) =>
    sitesOf(valid, "response", types).flatMap((site) => {
      const { owner, row, key, name, pointer } = site;
      if (!owner || !row || row.navigation || !key || owner.open !== open || name.length < 6) return [];
      const wrong = misspelt(name);
      if (!wrong || owner.rows.has(wrong)) return [];
      const place = { ...at(site, key.offset), pointer: pointer.slice(0, -name.length) + wrong };
      const text = replaced(site, key, `"${wrong}"`);
      return [{ text, rules: ["body/unknown-property"], ...place, what: `${name} is ${wrong}` }];
    });
}

export const misspeltProperty: Seeder = misspellings(false);
export const nearMissOnOpen: Seeder = misspellings(true);

/** In a body that the page describes by a type or by a table of parameters. */
export const unknownInRequest: Seeder = (valid, types) => {
  const sites = sitesOf(valid, "request", types);
  const [root] = sites;
  if (!root) return [];
  const section_ = section(valid.text, "Request body");
  const isTable = /^\|\s*(?:parameter|property|name)\b/im.test(section_);
  return sites.flatMap((site) => {
    if (site.node.type !== "object") return [];
    if (site.type) return [{ ...unknownIn(site, "request/body"), ...doubt(site.type) }];
    if (site !== root) return [];
    const linked = /representation of[^[]{0,60}\[[^\]]*\]\(([^)\s]+)\)/i.exec(section_)?.[1];
    const unknowable = isTable ? {} : { unknowable: "the page does not say what the body is" };
    return [{ ...unknownIn(site, "request/body"), ...(linked ? doubt(types.find(linked)) : unknowable) }];
  });
};

export const duplicateKey: Seeder = (valid, types) =>
  sitesOf(valid, "response", types).flatMap((site) => {
    const { key, node, page, start, pointer } = site;
    if (!key || node.type === "object" || node.type === "array") return [];
    const end = start + node.offset + node.length;
    const member = page.slice(start + key.offset, end);
    const text = `${page.slice(0, end)},\n${member}${page.slice(end)}`;
    return [
      { text, rules: ["body/duplicate-key"], line: endLine(site) + 1, pointer, what: `${pointer} twice` },
    ];
  });

export const trailingComma: Seeder = (valid, types) =>
  sitesOf(valid, "response", types).flatMap((site) => {
    const { node, page, start } = site;
    const last = node.children?.at(-1);
    if (!last || (node.type !== "object" && node.type !== "array")) return [];
    const end = start + last.offset + last.length;
    const text = `${page.slice(0, end)},${page.slice(end)}`;
    const { line } = placeAt(site, last.offset + last.length);
    return [{ text, rules: ["body/invalid-json"], line, what: `a comma behind the last of ${site.pointer}` }];
  });

/** What the request selects by name, and the answer has. */
export const selectedDropped: Seeder = (valid, types) => {
  const names = selected(valid.example.request?.message.url ?? "");
  return sitesOf(valid, "response", types).flatMap((site) => {
    const { key, name, depth, isItem, pointer } = site;
    if (!key || isItem || depth !== 1 || !names.has(name.toLowerCase())) return [];
    if (site.row?.navigation || pointer === "/value") return [];
    const place = { ...at(site, parentOf(site).offset), pointer };
    const unknown = site.owner && !site.row ? doubt(site.owner) : site.owner ? {} : doubt(undefined);
    const rules = ["query/select-projection"];
    return [{ text: withoutProperty(site), rules, ...place, ...unknown, what: `${name} is dropped` }];
  });
};

/** A relationship that neither the request nor the context asks for. */
export const unselectedRelationship: Seeder = (valid, types) => {
  const url = valid.example.request?.message.url ?? "";
  const names = selected(url);
  if (names.size === 0) return [];
  return typedObjects(valid, types)
    .filter(({ depth, type }) => depth === 0 && type)
    .flatMap((site) =>
      [...(site.type?.rows.values() ?? [])]
        .filter(({ navigation, name }) => navigation && !url.includes(name) && !hasName(site, name))
        .slice(0, 3)
        .map(({ name, cell }) => {
          const value = /collection|\[\]/i.test(cell.replace(/\]\([^)]*\)/g, "]"))
            ? "[]"
            : '{ "id": "4711" }';
          const defect = unknownIn(site, "query/select-projection", name, value);
          return { ...defect, rules: ["query/select-projection", "odata/context-select", "query/expand"] };
        }),
    );
};

function hasName({ node }: Site, name: string): boolean {
  return (node.children ?? []).some(({ children }) => children?.[0]?.value === name);
}

function selected(url: string): Set<string> {
  const list = /[?&](?:\$|%24)select=([^&]*)/i.exec(url)?.[1] ?? "";
  return new Set(
    list
      .split(",")
      .map((name) => name.trim().toLowerCase())
      .filter((name) => /^\w+$/.test(name)),
  );
}

function endLine(value: Value): number {
  return placeAt(value, value.node.offset + value.node.length).line;
}
