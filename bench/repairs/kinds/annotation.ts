import type { LinePair } from "../hunks.ts";
import { type Kind, sectionOf, toldIf, typeIn, type Year } from "../year.ts";

/** A line of an annotation. */
export function annotationKind({ before, after, file }: LinePair, year: Year): Kind | undefined {
  const text = year.text(file);
  const [type, later] = [memberOf(before, "@odata.type"), memberOf(after, "@odata.type")];
  if (type !== undefined && later !== undefined && type !== later) return typeKind(type, later, file, year);
  const [named, renamed] = [memberOf(before, "name"), memberOf(after, "name")];
  if (named !== undefined && renamed !== undefined && named !== renamed) {
    const kind = "annotation's name";
    if (text.split(`"name": "${named}"`).length > 2) return { kind: "annotation's name, on its page" };
    const isShared = (year.requestNames.get(named) ?? 0) > 1;
    if (!isShared) return { kind, excluded: "no other request had it" };
    const isShown = /\/snippets\//.test(text) && text.includes(`/${named.replace(/_/g, "-").toLowerCase()}-`);
    return toldIf(
      kind,
      isShown,
      "another page's request had it, and the snippets of that name were not shown",
    );
  }
  const name = /^\s*"([@\w.]+)"\s*:/.exec(before)?.[1];
  const other = /^\s*"([@\w.]+)"\s*:/.exec(after)?.[1];
  if (
    name !== undefined &&
    other !== undefined &&
    name !== other &&
    name.toLowerCase() === other.toLowerCase()
  )
    return { kind: "annotation, name of a member" };
  return undefined;
}

function typeKind(type: string, later: string, file: string, year: Year): Kind | undefined {
  const kind = "annotation's type";
  const plain = type.replace(/^#|^Collection\(|\)$/g, "");
  const other = later.replace(/^#|^Collection\(|\)$/g, "");
  if (plain === other) return undefined;
  if (/^(?:stream|string|edm\.)/i.test(other)) return { kind, excluded: "no type of a page" };
  if (!/^microsoft\.graph\./.test(plain)) return { kind: "annotation's type, foreign or no namespace" };
  if (plain.toLowerCase() === other.toLowerCase()) return { kind: "annotation's type, letters" };
  const text = year.text(file);
  const prose = sectionOf(text, /^response/i);
  const says = (name: string) =>
    new RegExp(`\\b${name.replace(/^microsoft\.graph\./, "")}\\b`, "i").test(prose);
  if (file.startsWith("resources/")) {
    const title = /^# (\w+)/m.exec(text)?.[1]?.toLowerCase();
    return toldIf(
      kind,
      title !== undefined && title !== typeIn(plain)?.toLowerCase(),
      "the page's title has it",
    );
  }
  if (!year.types.has(plain) && year.types.has(other)) return { kind };
  return toldIf(kind, says(other) && !says(plain), "the page's prose said the same");
}

function memberOf(line: string, key: string): string | undefined {
  return new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`).exec(line)?.[1];
}
