import type { MessageLine } from "./mark-message.ts";

/** Messages up to this many lines are shown whole. */
export const wholeUpTo = 500;
const atStart = 60;
const aroundMark = 15;

/**
 * Which lines of a long message the report shows: its start, and the surroundings of every mark. Each run
 * of lines that is left out comes as their number.
 */
export function shownLines(lines: readonly MessageLine[]): readonly (MessageLine | number)[] {
  if (lines.length <= wholeUpTo) return lines;
  const shown = new Set<number>();
  const show = (from: number, to: number) => {
    for (let index = Math.max(from, 0); index < Math.min(to, lines.length); index += 1) shown.add(index);
  };
  show(0, atStart);
  lines.forEach(({ marks }, index) => {
    if (marks.length > 0) show(index - aroundMark, index + aroundMark + 1);
  });
  const result: (MessageLine | number)[] = [];
  lines.forEach((line, index) => {
    const last = result.at(-1);
    if (shown.has(index)) result.push(line);
    else if (typeof last === "number") result[result.length - 1] = last + 1;
    else result.push(1);
  });
  return result;
}
