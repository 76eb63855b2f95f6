import { distance } from "fastest-levenshtein";
import type { LinePair } from "../hunks.ts";
import { bare, cellsOf, type Kind, linkedFiles, sectionOf, toldIf, typeIn, type Year } from "../year.ts";

const primitive =
  /^(?:string|boolean|int(?:16|32|64)|double|single|decimal|guid|date(?:time(?:offset)?)?|timeofday|duration|binary|stream|none|byte)$/i;

/** A row of a table of properties, relationships or methods; a change of its dress is no repair. */
export function tableKind(pair: LinePair, heading: string, year: Year): Kind | undefined {
  const { before, after, file } = pair;
  if (!before.includes("|") || after === "" || /^[\s|:-]+$/.test(before)) return undefined;
  if (
    /^\s*\|?\s*(?:method|property|name|relationship|member|parameter)\b[^|]*\|\s*(?:return )?(?:type|value)/i.test(
      before,
    )
  )
    return undefined;
  const [one, other] = [cellsOf(before), cellsOf(after)];
  if (/^methods?/i.test(heading)) return methodKind(one, other, year);
  if (!/^propert|^relationship/i.test(heading)) return undefined;
  if (one.length < other.length && one.length < 3) return { kind: "table cell missing" };
  if (
    !(one[0] ?? "").includes("](") &&
    /\w[ \t]+\w/.test((one[0] ?? "").replace(/[`*]/g, "")) &&
    !/\s/.test((other[0] ?? "").replace(/[`*\s]+$/, ""))
  )
    return { kind: "table cell, name with blanks" };
  if (bare(one[0] ?? "") !== bare(other[0] ?? "")) return nameKind(one, other, year.text(file), year);
  if (bare(one[1] ?? "") !== bare(other[1] ?? "")) return typeKind(one, other, year.text(file), year);
  if ((one[2] ?? "") === "" && (other[2] ?? "") !== "" && one.length > 2)
    return { kind: "table cell, description" };
  return undefined;
}

/** The return type against the page that the same row links. */
function methodKind(one: readonly string[], other: readonly string[], year: Year): Kind | undefined {
  const kind = "Methods table";
  const linked = linkedFiles(one[0] ?? "")[0];
  if (linked === undefined || linked !== linkedFiles(other[0] ?? "")[0]) return undefined;
  const [before, after] = [one[1] ?? "", other[1] ?? ""];
  if (bare(before).toLowerCase() === bare(after).toLowerCase()) return undefined;
  const prose = sectionOf(year.text(linked), /^response/i);
  const says = (type: string | undefined) =>
    type !== undefined && new RegExp(`\\b${type}\\b`, "i").test(prose);
  const [type, later] = [typeIn(before), typeIn(after)];
  if (type?.toLowerCase() === later?.toLowerCase()) {
    const many = /\b(?:collection|list|array) of\b/i.test(prose);
    const isOff =
      /collection/i.test(before) !== /collection/i.test(after) && /collection/i.test(before) !== many;
    return toldIf(kind, isOff, "the linked page said as many");
  }
  const isNothing = /\b204\b/.test(prose) && !/\b20[0-3]\b/.test(prose);
  if (later === undefined || /^no/i.test(later))
    return toldIf(
      kind,
      isNothing && type !== undefined && !/^no/i.test(type),
      "the linked page returned something",
    );
  return toldIf(kind, says(later) && !says(type), "the linked page said the same, or nothing");
}

/** The name of a property, spelt in another way; another row in its place is no repair. */
function nameKind(
  one: readonly string[],
  other: readonly string[],
  text: string,
  year: Year,
): Kind | undefined {
  const [before, after] = [bare(one[0] ?? ""), bare(other[0] ?? "")];
  const isSame = bare(one[1] ?? "") === bare(other[1] ?? "");
  if (!isSame || distance(before.toLowerCase(), after.toLowerCase()) > Math.max(2, before.length / 2))
    return undefined;
  const shown = (name: string) => text.includes(`"${name}"`) || (year.keys.get(name) ?? 0) > 0;
  return toldIf("table, name", shown(after) && !shown(before), "the examples had the name, or neither");
}

function typeKind(
  one: readonly string[],
  other: readonly string[],
  text: string,
  year: Year,
): Kind | undefined {
  const kind = "table, type";
  const [before, after] = [typeIn(one[1] ?? ""), typeIn(other[1] ?? "")];
  if (before === undefined) return toldIf("table cell, type", bare(one[1] ?? "") === "", "words, no type");
  const isMany = /collection|\[\]/i.test(one[1] ?? "");
  const shown = valueShown(text, bare(one[0] ?? ""));
  const short = (name: string | undefined) => name?.replace(/^.*\./, "").toLowerCase();
  if (short(before) === short(after)) {
    if (isMany === /collection|\[\]/i.test(other[1] ?? ""))
      return { kind: "table, type in other letters", excluded: "letters of a type, or its namespace" };
    return toldIf(
      kind,
      shown !== undefined && isMany !== /^\[/.test(shown),
      "the JSON representation showed as many",
    );
  }
  const isDeclared = [before, `microsoft.graph.${before}`].some((name) => year.types.has(name));
  if (!isDeclared && !primitive.test(before) && !isKnownBeside(before, year))
    return { kind: "table cell, type" };
  const isOff =
    shown !== undefined &&
    ((/^string$/i.test(before) && /^(?:[\d{[]|true|false)/.test(shown) && !isMany) ||
      (/^int|^double|^boolean/i.test(before) && /^[{[]/.test(shown)));
  return toldIf(kind, isOff, "the JSON representation fits both, or the first");
}

/** An enum, or a type of a namespace below. */
function isKnownBeside(name: string, { types }: Year): boolean {
  return [...types].some((type) => type.endsWith(`.${name}`)) || /^[a-z]+[A-Z]\w*$/.test(name);
}

/** What the JSON representation, or an example of the page, has for a name. */
function valueShown(text: string, name: string): string | undefined {
  return new RegExp(`^\\s*"${name.replace(/[^\w]/g, "")}"\\s*:\\s*(.*?),?\\s*$`, "m").exec(text)?.[1];
}
