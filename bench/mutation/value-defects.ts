import { placeAt, textOf } from "../../specs/support/body-values.ts";
import { typeIn } from "./declared.ts";
import { type Defect, oneOf, type Seeder, valueDefect } from "./defect.ts";
import { type Site, sitesOf } from "./sites.ts";

const numbers = new Set(["int16", "int32", "int64", "double", "decimal", "single", "float", "integer"]);

/** A value of a type that the row excludes. */
export const wrongJsonType: Seeder = each(({ row, isItem, node, ...site }) => {
  const { named, many } = typeIn(row?.cell ?? "");
  if (many || isItem) return [];
  const value = { ...site, node, isItem, ...(row ? { row } : {}) };
  const wrong = (...by: [string, ...string[]]) => [valueDefect(value, oneOf(value, by), "body/type")];
  if (named === "string" && node.type === "string") return wrong("42", "true", '{ "id": "4711" }');
  if (named === "boolean" && node.type === "boolean") return wrong('"yes"', '"true"', "1");
  if (numbers.has(named) && node.type === "number") return wrong('"forty-two"', "false");
  return /^datetime(?:offset)?$/.test(named) && node.type === "string" ? wrong("42", "true") : [];
});

export const badDate: Seeder = each((site) => {
  const { named, many } = typeIn(site.row?.cell ?? "");
  if (many || site.node.type !== "string" || typeof site.node.value !== "string") return [];
  if (!/^\d{4}-\d\d-\d\d/.test(site.node.value)) return [];
  const wrong = (...by: [string, ...string[]]) => [valueDefect(site, oneOf(site, by), "body/format")];
  if (named === "datetimeoffset")
    return wrong(
      '"2021-13-45T10:00:00Z"',
      '"2021-02-30T10:00:00Z"',
      '"yesterday"',
      '"21/03/2021 10:00"',
      '"2021-03-21 10:00"',
    );
  return named === "date" ? wrong('"2021-13-45"', '"21.3.2021"', '"2021-3-21"') : [];
});

const never = /\bnot nullable\b|non-nullable|never null|can(?:'t|not) be null|must not be null/i;

export const nullWhereNever: Seeder = each((site) => {
  const { many } = typeIn(site.row?.cell ?? "");
  const isNever =
    never.test(site.row?.description ?? "") || (many && site.node.type === "array" && !site.row?.navigation);
  return isNever && !site.isItem && site.node.type !== "null" ? [valueDefect(site, "null", "body/null")] : [];
});

export const arrayForOne: Seeder = each((site) => {
  const { node, row, isItem } = site;
  if (isItem || !row || typeIn(row.cell).many || node.type === "array" || node.type === "null") return [];
  return [valueDefect(site, `[${textOf(site)}]`, "body/type")];
});

export const oneForArray: Seeder = each((site) => {
  const [first] = site.node.children ?? [];
  if (site.node.type !== "array" || !first || site.isItem) return [];
  const one = textOf({ ...site, node: first });
  if (site.row && typeIn(site.row.cell).many) return [valueDefect(site, one, "body/type")];
  return site.pointer === "/value" && first.type === "object"
    ? [{ ...valueDefect(site, one, "body/shape"), pointer: "", line: placeAt(site, 0).line }]
    : [];
});

export const placeholderForArray: Seeder = each((site) => {
  if (site.node.type !== "array" || site.isItem || !site.row || !typeIn(site.row.cell).many) return [];
  const { name } = site;
  const placeholder = oneOf(site, [
    '"String"',
    `"${name}-value"`,
    `"<${name}>"`,
    `"{${name}}"`,
    '"string[]"',
  ]);
  return [valueDefect(site, placeholder, "body/type")];
});

/** The members that a row or its description lists, in the plainest reading. */
function membersOf({ row }: Site): string[] {
  const listed =
    /(?:possible|allowed|valid|supported) values?[^:]{0,40}?(?:are|include)?\s*:\s*([^|]*)/i.exec(
      row?.description ?? "",
    )?.[1];
  const ticked = [...(listed?.split(/\.\s/)[0] ?? "").matchAll(/[`*]{1,2}([A-Za-z]\w*)[`*]{1,2}/g)];
  const plain = /^\s*((?:[a-z]\w*\s*,\s*)+(?:and |or )?[a-z]\w*)\s*\.?\s*$/.exec(listed ?? "")?.[1];
  const members = ticked.map(([, member = ""]) => member);
  return members.length > 1 ? members : (plain?.split(/\s*,\s*(?:and |or )?/) ?? []);
}

function enumDefects(broken: (member: string) => string): Seeder {
  return each((site) => {
    const { node } = site;
    if (node.type !== "string" || typeof node.value !== "string") return [];
    if (!membersOf(site).includes(node.value)) return [];
    return [valueDefect(site, JSON.stringify(broken(node.value)), "body/enum-member")];
  });
}

export const wrongMember: Seeder = enumDefects(() => "unheardOf");

export const memberLetters: Seeder = enumDefects(([first = "", ...rest]) => {
  const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return [other, ...rest].join("");
});

function each(seed: (site: Site) => Defect[]): Seeder {
  return (valid, types) =>
    sitesOf(valid, "response", types)
      .filter(({ row, pointer }) => row !== undefined || pointer === "/value")
      .flatMap(seed);
}
