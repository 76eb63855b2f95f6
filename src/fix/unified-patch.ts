import { changedLines, type LineChange } from "./changed-lines.ts";

/** How many lines stand around a change, so that it finds its place. */
const around = 3;

/**
 * The patch that makes one text of another, as `git apply` and `patch -p1` take it from the folder that the file is
 * named from. Empty where the two are the same. Line breaks and the end of the file are part of the lines.
 */
export function unifiedPatch(file: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(changedLines(old, now));
  if (hunks.length === 0) return "";
  return [
    `--- ${nameOf("a", file)}\n+++ ${nameOf("b", file)}\n`,
    ...hunks.map((changes) => hunkText(changes, old, now)),
  ].join("");
}

/** Each line with its end, as git counts lines: by LF. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** Changes so near to each other that the lines around them meet stand together. */
function hunksOf(changes: readonly LineChange[]): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.old.from - last.old.to <= 2 * around) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(changes: readonly LineChange[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return "";
  const from = Math.max(0, first.old.from - around);
  const to = Math.min(old.length, last.old.to + around);
  const shift = first.now.from - first.old.from;
  const lines: string[] = [];
  let at = from;
  for (const change of changes) {
    lines.push(...marked(" ", old.slice(at, change.old.from)));
    lines.push(...marked("-", old.slice(change.old.from, change.old.to)));
    lines.push(...marked("+", now.slice(change.now.from, change.now.to)));
    at = change.old.to;
  }
  lines.push(...marked(" ", old.slice(at, to)));
  const length = to - from + last.now.to - last.old.to - shift;
  return `@@ -${rangeOf(from, to - from)} +${rangeOf(from + shift, length)} @@\n${lines.join("")}`;
}

/** A range of no lines is named by the line in front of it. */
function rangeOf(from: number, length: number): string {
  return `${length === 0 ? from : from + 1},${length}`;
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}

/** As git writes it: in quotation marks where a byte of it needs them, and with a tab behind where it has a blank. */
function nameOf(side: "a" | "b", file: string): string {
  const name = `${side}/${file}`;
  const quoted = [...Buffer.from(name)].map(quotedByte).join("");
  if (quoted !== name) return `"${quoted}"`;
  return name.includes(" ") ? `${name}\t` : name;
}

function quotedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '"' || character === "\\") return `\\${character}`;
  if (character === "\t") return "\\t";
  if (character === "\n") return "\\n";
  if (byte >= 0x20 && byte < 0x7f) return character;
  return `\\${byte.toString(8).padStart(3, "0")}`;
}
