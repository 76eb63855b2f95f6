import type { LinePair } from "../hunks.ts";
import { cellsOf, type Kind, sectionOf, toldIf, type Year } from "../year.ts";

const name = /\b[A-Z]\w+(?:[.-]\w+)+\b/g;
const heading = /^permissions?|^prerequisites/i;

/** A row of a permission table; a change of its dress is no repair. */
export function permissionKind({ before, after, file }: LinePair, year: Year): Kind | undefined {
  if (!before.includes("|") && !after.includes("|")) return undefined;
  const text = year.text(file);
  if (before === "") return addedRow(after, text);
  if (after === "" || isRule(before) || bareRow(before) === bareRow(after)) return undefined;
  if (/permission type/i.test(before)) return headingKind(before, after, text);
  const [one, other] = [before, after].map((line): readonly string[] => line.match(name) ?? []);
  if (!one || !other) return undefined;
  if (cellsOf(before).length < 2) return { kind: "permission table, cell missing" };
  if (one.length === other.length && one.every((each) => other.includes(each)))
    return one.join() === other.join() ? marksKind(before) : orderKind(one, text);
  const gone = one.filter((each) => !other.includes(each));
  const isOdd = gone.some(
    (each) => (year.permissions.get(each) ?? 0) <= 1 && other.some((meant) => near(each, meant)),
  );
  return toldIf("permission table, name", isOdd, "other permissions, which are known as well");
}

function addedRow(after: string, text: string): Kind | undefined {
  const label = cellsOf(after)[0] ?? "";
  const scheme = /personal/i.test(label)
    ? /personal/i
    : /^application/i.test(label)
      ? /application/i
      : /work or school/i;
  if (!/^(?:delegated|application)/i.test(label)) return undefined;
  const rows = sectionOf(text, heading)
    .split("\n")
    .filter((line) => line.includes("|"));
  return rows.length === 0 || rows.some((line) => scheme.test(cellsOf(line)[0] ?? ""))
    ? undefined
    : { kind: "permission table, row missing" };
}

/** Commas and stops: two names need a comma between them, and a stop at the end says nothing. */
function marksKind(before: string): Kind {
  const isLacking = /\w\.\w+\.?\s+[A-Z]\w+\.\w/.test(before) || /,\s*,/.test(before);
  return toldIf("permission table, commas", isLacking, "blanks, or a stop at the end");
}

function headingKind(before: string, after: string, text: string): Kind | undefined {
  const kind = "permission table, order";
  if (/least/i.test(before) === /least/i.test(after) && isFromLeast(before) === isFromLeast(after))
    return undefined;
  const rows = sectionOf(text, heading).split("\n");
  const isOff = rows.some((row) => contradicts(row.match(name) ?? [], isFromLeast(before)));
  return toldIf(kind, isOff, "heading and rows agreed, and were turned round together");
}

function orderKind(one: readonly string[], text: string): Kind {
  const kind = "permission table, order";
  const said =
    sectionOf(text, heading)
      .split("\n")
      .find((line) => /permission type/i.test(line)) ?? "";
  if (!/least/i.test(said)) return { kind, excluded: "no order was promised" };
  return toldIf(
    kind,
    contradicts(one, isFromLeast(said)),
    "the row stood as the heading said, as far as names tell",
  );
}

/** `X.ReadWrite.All` before `X.Read.All` where the least comes first, or the other way round. */
function contradicts(names: readonly string[], fromLeast: boolean): boolean {
  const index = (each: string) => names.indexOf(each);
  return names.some((each) => {
    const less = each.replace(".ReadWrite", ".Read");
    return (
      less !== each && index(less) >= 0 && (fromLeast ? index(less) > index(each) : index(less) < index(each))
    );
  });
}

function isFromLeast(line: string): boolean {
  return !/most to least/i.test(line);
}

/** Two names that differ in a few letters, or in where a stop is. */
function near(one: string, other: string): boolean {
  const [short, long] = [one, other].map((each) => each.replaceAll(".", "").toLowerCase());
  if (short === long) return true;
  const parts = [one.split("."), other.split(".")];
  const differing = (parts[0] ?? []).filter((part, at) => part !== parts[1]?.[at]);
  return parts[0]?.length === parts[1]?.length && differing.length === 1;
}

function isRule(line: string): boolean {
  return /^[\s|:-]+$/.test(line);
}

function bareRow(line: string): string {
  return line.replace(/[\s|`*]/g, "");
}
