import type { LinePair } from "../hunks.ts";
import { isJson, jsonOf, type Place } from "../place.ts";
import { bare, cellsOf, type Kind, linkedFiles, toldIf, typeIn, type Year } from "../year.ts";

/** A line of JSON: what breaks it, a name, a shape, or the type that it names. */
export function jsonKind(pair: LinePair, { heading, block, fence }: Place, year: Year): Kind | undefined {
  const { before, after, file } = pair;
  const json = jsonOf(fence?.text ?? "");
  const isResource = block === "resource" || /json representation/i.test(heading);
  if (json && !isJson(json)) {
    const isNews = before === "" && !/["{}[\],]/.test(after);
    return after !== "" && !isNews && isMended(after, year.after(file))
      ? { kind: isResource ? "JSON representation, syntax" : "JSON of an example, syntax" }
      : undefined;
  }
  const [one, other] = [memberIn(before), memberIn(after)];
  if (!one || !other) return undefined;
  const where = isResource ? "JSON representation" : "JSON of an example";
  if (one.name !== other.name) return nameKind(one.name, other.name, where, file, year);
  if (/@odata\.type$/.test(one.name) && one.value !== other.value)
    return typeKind(one.value, other.value, ownerOf(fence?.text ?? "", before), file, year);
  if (shapeOf(one.value) !== shapeOf(other.value)) return shapeKind(one, other, where, file, year);
  return undefined;
}

interface Member {
  readonly name: string;
  readonly value: string;
}

function memberIn(line: string): Member | undefined {
  const [, name, value = ""] = /^\s*"([^"]+)"\s*:\s*(.*?),?\s*$/.exec(line) ?? [];
  return name === undefined ? undefined : { name, value };
}

function nameKind(before: string, after: string, where: string, file: string, year: Year): Kind | undefined {
  if (/@odata/i.test(before) && before.toLowerCase() === after.toLowerCase())
    return { kind: "name of control information" };
  if (/@odata/i.test(before) || /@odata/i.test(after)) return undefined;
  const rows = rowsBeside(file, year);
  const isTold = rows.size > 0 && !rows.has(before) && rows.has(after);
  return toldIf(`${where}, name`, isTold, "the tables had the name, or neither");
}

/** A type that is no type of Graph, in other letters, abstract, or unfit for the property that it is said of. */
function typeKind(
  before: string,
  after: string,
  owner: string | undefined,
  file: string,
  year: Year,
): Kind | undefined {
  const kind = "@odata.type in JSON";
  const [named, later] = [before, after].map((value) => value.replace(/["#]|^Collection\(|\)$/g, ""));
  if (!named || !later || named === later) return undefined;
  if (!/^microsoft\.graph\./.test(named)) return { kind: `${kind}, foreign or no namespace` };
  if (named.toLowerCase() === later.toLowerCase()) return { kind: `${kind}, letters` };
  if (year.abstract.has(named)) return { kind };
  const cell = owner === undefined ? undefined : rowsBeside(file, year).get(owner);
  const type = cell === undefined ? undefined : typeIn(cell);
  if (type === undefined) return { kind, excluded: "no row says of which type it is to be" };
  const isFit = basesOf(named, year).some(
    (base) => base.toLowerCase() === `microsoft.graph.${type}`.toLowerCase(),
  );
  return toldIf(kind, !isFit && year.types.has(named), "the type is that of the row, or derives from it");
}

function basesOf(name: string, { bases }: Year): string[] {
  const found: string[] = [];
  for (let at: string | undefined = name; at !== undefined && !found.includes(at); at = bases.get(at))
    found.push(at);
  return found;
}

/** One where the table says many, and the reverse; a text for an object. */
function shapeKind(one: Member, other: Member, where: string, file: string, year: Year): Kind | undefined {
  if ([one, other].some(({ value }) => /^null$|^"<|^$/.test(value))) return undefined;
  const kind = `${where}, shape`;
  const cell = rowsBeside(file, year).get(one.name);
  if (cell === undefined) return { kind, excluded: "no table has the property" };
  const isMany = /collection|\[\]/i.test(cell);
  const isObject = [...year.types].some((type) => type.endsWith(`.${typeIn(cell) ?? ""}`));
  const isOff = isMany !== shapeOf(one.value).startsWith("[") || (isObject && shapeOf(one.value) === "value");
  return toldIf(kind, isOff, "the table says the same");
}

/** The rows of the page and of those that it links, with their types. */
function rowsBeside(file: string, year: Year): ReadonlyMap<string, string> {
  const text = year.text(file);
  const beside = linkedFiles(text).filter((linked) => linked.startsWith("resources/"));
  const rows = new Map<string, string>();
  for (const each of [text, ...new Set(beside.map((linked) => year.text(linked)))]) {
    for (const line of each.split("\n")) {
      const cells = line.includes("|") ? cellsOf(line) : [];
      const name = bare(cells[0] ?? "");
      if (cells.length > 1 && /^[a-z]\w*$/i.test(name) && !rows.has(name)) rows.set(name, cells[1] ?? "");
    }
  }
  return rows;
}

/** The name of the member whose object a line stands in. */
function ownerOf(text: string, line: string): string | undefined {
  const lines = text.split("\n");
  const at = lines.findIndex((each) => each.trim() === line.trim());
  const inner = (lines[at] ?? "").search(/\S/);
  const own = /^\s*"(\w+)@odata\.type"/.exec(line)?.[1];
  if (own) return own;
  return lines
    .slice(0, Math.max(0, at))
    .reverse()
    .map((each) => ({ indent: each.search(/\S/), name: /^\s*"(\w+)"\s*:\s*[[{]/.exec(each)?.[1] }))
    .find(({ indent, name }) => name !== undefined && indent < inner)?.name;
}

function shapeOf(value: string): string {
  return /^[[{]/.test(value) ? value.charAt(0) : "value";
}

/** The fence with that line is JSON now. */
function isMended(line: string, later: string): boolean {
  return [...later.matchAll(/^\s*```.*\n([\s\S]*?)^\s*```/gm)].some(([, text = ""]) => {
    const json = text.includes(line.trim()) ? jsonOf(text) : undefined;
    return json !== undefined && isJson(json);
  });
}
