import type { LinePair } from "./hunks.ts";
import { isJson, jsonOf, type Place } from "./place.ts";

/** What kind of a repair a line is, and why the pages alone could not tell, where they could not. */
export interface Kind {
  readonly kind: string;
  readonly excluded?: string;
}

/** What the pages of the first year say all together. */
export interface Year {
  /** Names of types as some page declares them. */
  readonly types: ReadonlySet<string>;
  /** Names in the first cells of all tables. */
  readonly names: ReadonlySet<string>;
  /** How many pages name a permission. */
  readonly permissions: ReadonlyMap<string, number>;
  /** The text of a page, and that of the year after. */
  text(file: string): string;
  after(file: string): string;
}

/** The kind of a change; undefined where it is prose, which promises nothing that could be judged. */
export function kindOf(pair: LinePair, { part, heading, block, fence }: Place, year: Year): Kind | undefined {
  const { before, after, file } = pair;
  const text = year.text(file);
  if (part !== "fence" && template.test(before) && !template.test(after)) return { kind: "template text" };
  if (part === "front matter") return frontMatter(before, after, text);
  if (part === "text" && /^# /.test(before)) return title(text, year.after(file));
  if (part === "comment") return annotation(before, after, text, year);
  if (part === "fence" && fence) return inFence(pair, { block, heading, fence }, text, year);
  if (!before.includes("|") || after === "") return undefined;
  if (/^permissions?|^prerequisites/i.test(heading)) return permission(before, after, text, year);
  const [one, other] = [cellsOf(before), cellsOf(after)];
  if (/^\s*\|?\s*(?:method|property|name|relationship)\s*\|/i.test(before)) return undefined;
  if (/^methods?/i.test(heading) && one[1] !== other[1])
    return unlessNews("Methods table", one[1] ?? "", other[1] ?? "", year);
  if (/^propert/i.test(heading) && one[0] !== other[0]) return name(one[0] ?? "", other[0] ?? "", text);
  if (/^propert|^relationship/i.test(heading) && one[1] !== other[1])
    return unlessNews("type in a table", one[1] ?? "", other[1] ?? "", year);
  return undefined;
}

const template = /\bTODO\b|provide (?:title|description) here|lorem ipsum|\{insert\b/i;

function frontMatter(before: string, after: string, text: string): Kind | undefined {
  if (/^title:/.test(before) && /^title:/.test(after)) {
    const heading = /^# (.*)$/m.exec(text)?.[1]?.trim() ?? "";
    const isOff = !same(heading, before.slice(6));
    return { kind: "title", ...(isOff ? {} : { excluded: "title and H1 were the same" }) };
  }
  return /^[\w.]+:\s*"?"?\s*$/.test(before) && after !== "" ? { kind: "front matter" } : undefined;
}

function title(text: string, later: string): Kind | undefined {
  const said = (page: string) =>
    [/^title:\s*(.*)$/m.exec(page)?.[1] ?? "", /^# (.*)$/m.exec(page)?.[1] ?? ""] as const;
  const isOff = !same(...said(text));
  if (!isOff && same(...said(later))) return undefined;
  return { kind: "title", ...(isOff ? {} : { excluded: "title and H1 were the same" }) };
}

function annotation(before: string, after: string, text: string, year: Year): Kind | undefined {
  const value = (line: string, key: string) => new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`).exec(line)?.[1];
  const [type, later] = [value(before, "@odata.type"), value(after, "@odata.type")];
  if (type !== undefined && later !== undefined && type !== later) {
    const plain = type.replace(/^#|^Collection\(|\)$/g, "");
    if (!year.types.has(plain)) return { kind: "annotation's type" };
    return { kind: "annotation's type", excluded: "both types are declared" };
  }
  const [named, renamed] = [value(before, "name"), value(after, "name")];
  if (named !== undefined && renamed !== undefined && named !== renamed) {
    const uses = text.split(`"name": "${named}"`).length - 1;
    return {
      kind: "annotation's name",
      ...(uses > 1 ? {} : { excluded: "the name stood once on its page" }),
    };
  }
  return undefined;
}

function inFence(
  { before, after, file }: LinePair,
  { block, heading, fence }: { block: string; heading: string; fence: { text: string } },
  text: string,
  year: Year,
): Kind | undefined {
  const json = jsonOf(fence.text);
  const isResource = block === "resource" || /json representation/i.test(heading);
  if (json && !isJson(json)) {
    return after !== "" && isMended(after, year.after(file))
      ? { kind: isResource ? "JSON representation, syntax" : "JSON of an example, syntax" }
      : undefined;
  }
  if (/^\s*(?:GET|POST|PATCH|PUT|DELETE) /.test(before) && after !== "" && !/^http request/i.test(heading)) {
    if (path(before) === path(after))
      return { kind: "query of a request", excluded: "both are legal as far as the pages say" };
    if (file.startsWith("resources/"))
      return { kind: "path of a request", excluded: "a resource page promises no path" };
    const templates = /^#+ *HTTP request[\s\S]*?(?=^#)/im.exec(text)?.[0] ?? "";
    return fits(before, templates)
      ? { kind: "path of a request", excluded: "the page's own templates have it" }
      : { kind: "path of a request" };
  }
  if (/^HTTP\/1/.test(before) && after !== "") {
    const code = /\b\d{3}\b/.exec(before)?.[0] ?? "";
    if (code === /\b\d{3}\b/.exec(after)?.[0])
      return { kind: "reason phrase", excluded: "mild: nobody's promise" };
    const section = /^#+ *Response\s*$[\s\S]*?(?=^#)/im.exec(text)?.[0] ?? "";
    return { kind: "status", ...(section.includes(code) ? { excluded: "the page promised it" } : {}) };
  }
  const key = (line: string) => /^\s*"([^"]+)"\s*:\s*(.*?),?\s*$/.exec(line);
  const [one, other] = [key(before), key(after)];
  if (!one?.[1] || !other?.[1]) return undefined;
  if (one[1] !== other[1]) {
    if (/^@odata/i.test(one[1])) return { kind: "name of control information" };
    const declared = [...text.matchAll(/^\|\s*`?(\w+)`?\s*\|/gm)].map(([, name = ""]) => name);
    const where = isResource ? "name in a JSON representation" : "name in a body";
    if (!isResource) {
      const isNews = year.names.has(one[1]) || !year.names.has(other[1]);
      return { kind: where, ...(isNews ? { excluded: "both names are declared, or neither" } : {}) };
    }
    return {
      kind: where,
      ...(declared.includes(one[1]) || !declared.includes(other[1])
        ? { excluded: "the table had no other name" }
        : {}),
    };
  }
  if (/@odata\.type/.test(one[1]) && one[2] !== other[2])
    return unlessNews("@odata.type in JSON", one[2] ?? "", other[2] ?? "", year);
  if (isResource && shape(one[2] ?? "") !== shape(other[2] ?? ""))
    return { kind: "JSON representation, shape" };
  return undefined;
}

/** The fence with that line is JSON now. */
function isMended(line: string, later: string): boolean {
  return [...later.matchAll(/^\s*```.*\n([\s\S]*?)^\s*```/gm)].some(([, text = ""]) => {
    const json = text.includes(line.trim()) ? jsonOf(text) : undefined;
    return json !== undefined && isJson(json);
  });
}

function permission(before: string, after: string, text: string, year: Year): Kind {
  const names = (line: string) => [...line.matchAll(/\b[A-Z]\w+(?:[.-]\w+)+\b/g)].map(([found]) => found);
  const [one, other] = [names(before), names(after)];
  const kind = "permission table";
  if (one.length === other.length && one.every((name) => other.includes(name))) {
    if (one.join() === other.join()) return { kind, excluded: "letters or blanks that promise nothing" };
    return {
      kind: "permission table, order",
      ...(/from least to most/i.test(text) ? {} : { excluded: "no order was promised" }),
    };
  }
  const gone = one.filter((name) => !other.includes(name));
  const isOdd = gone.some((name) => (year.permissions.get(name) ?? 0) <= 1);
  return {
    kind,
    ...(isOdd && gone.length > 0 ? {} : { excluded: "other permissions of which the pages know" }),
  };
}

function name(before: string, after: string, text: string): Kind {
  const kind = "name in a table";
  const [one, other] = [before, after].map((cell) => cell.replace(/[`*\s]/g, ""));
  if (one === other) return { kind, excluded: "the same name in another dress" };
  const isShown = text.includes(`"${other}"`) && !text.includes(`"${one}"`);
  return { kind, ...(isShown || /\w\s+\w/.test(before) ? {} : { excluded: "the JSON had no other name" }) };
}

/** A type that some page declares was no fault that the pages could tell. */
function unlessNews(kind: string, before: string, after: string, { types }: Year): Kind {
  const [named, later] = [before, after].map(nameIn);
  if (!named) return { kind, excluded: "it named no type" };
  if (shortOf(named) === shortOf(later ?? ""))
    return { kind, excluded: "the same type in other letters or another dress" };
  const isDeclared = types.has(`microsoft.graph.${named}`) || types.has(named) || primitive.test(named);
  return { kind, ...(isDeclared ? { excluded: "both types are declared" } : {}) };
}

function nameIn(cell: string): string | undefined {
  return cell
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/collection|Edm\.|#|microsoft\.graph\./gi, " ")
    .match(/[A-Za-z][\w.]*/)?.[0];
}

function shortOf(named: string): string {
  return named.replace(/^.*\./, "").toLowerCase();
}

const primitive =
  /^(?:string|boolean|int(?:16|32|64)|double|single|decimal|guid|date(?:time(?:offset)?)?|timeofday|duration|binary|stream|none|byte)$/i;

function shape(value: string): string {
  return /^[[{]/.test(value) ? value.charAt(0) : "value";
}

function path(line: string): string {
  return (
    line
      .trim()
      .split(/\s+/)[1]
      ?.replace(/^https?:\/\/[^/]+\/(?:v1\.0|beta)/i, "")
      .split("?")[0]
      ?.toLowerCase() ?? ""
  );
}

/** Whether a template has as many segments, and the same where neither is a key. */
function fits(line: string, templates: string): boolean {
  const segments = path(line).split("/").filter(Boolean);
  return templates.split("\n").some((template) => {
    const others = path(template).split("/").filter(Boolean);
    return (
      others.length === segments.length &&
      others.every((other, index) => /[{(]/.test(other) || other === segments[index])
    );
  });
}

function same(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/["'\\`*]/g, "")
      .trim()
      .toLowerCase();
  return plain(one) === plain(other);
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\s*\|/, "")
    .split("|")
    .map((cell) => cell.trim());
}
