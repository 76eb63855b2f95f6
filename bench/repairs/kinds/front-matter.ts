import type { LinePair } from "../hunks.ts";
import { type Kind, toldIf, type Year } from "../year.ts";

/** A value of the front matter. */
export function frontMatterKind({ before, after, file }: LinePair, year: Year): Kind | undefined {
  const name = /^([\w.]+):/.exec(before === "" ? after : before)?.[1];
  if (name === undefined) return undefined;
  if (before === "") {
    const matter = year.text(file).split("\n---")[0] ?? "";
    if (/^[\w.]+:\s*(?:""|'')?\s*$/.test(after) || matter.includes(`\n${name}:`)) return undefined;
    const share = year.matter.get(`${file.split("/")[0]} ${name}`) ?? 0;
    return toldIf("front matter, absent value", share >= 0.95, "fewer than 95 in 100 pages have it");
  }
  if (/^[\w.]+:\s*(?:""|'')?\s*$/.test(before) && after !== "") {
    const share = year.matter.get(`${file.split("/")[0]} ${name}`) ?? 0;
    return toldIf("front matter, empty value", share >= 0.5, "half of the pages have it empty");
  }
  return name === "title" && after !== "" ? titleKind(file, year) : undefined;
}

/** The title against the first heading, whichever of the two was mended. */
export function titleKind(file: string, year: Year): Kind | undefined {
  const isOff = !same(year.text(file));
  if (!isOff && same(year.after(file))) return undefined;
  return toldIf("title", isOff, "title and H1 were the same");
}

function same(page: string): boolean {
  const plain = (text: string) => text.replace(/["'\\`*]/g, "").trim();
  return plain(/^title:\s*(.*)$/m.exec(page)?.[1] ?? "") === plain(/^# (.*)$/m.exec(page)?.[1] ?? "");
}
