import type { ReadPart } from "../../rules/reading-class.ts";
import { byText } from "../order.ts";
import { counted, grouped } from "../phrases.ts";
import type { CountedPart, LeftOut, Reading } from "./reading.ts";

/** What each part is called, and what those that are left are. */
export const partNames: Readonly<Record<ReadPart, { readonly name: string; readonly left: string }>> = {
  file: { name: "Files", left: "not read" },
  fence: { name: "Fences", left: "not read" },
  row: { name: "Rows below a known heading", left: "not read" },
  list: { name: "Lists of members", left: "not read" },
  name: { name: "Names in annotations", left: "not read" },
  body: { name: "Bodies of examples", left: "of no known type" },
  type: { name: "Types", left: "open by inheritance" },
  include: { name: "Includes", left: "not found" },
};

/** `0.17 %`; nothing of nothing is none. */
export function percentage({ left, of }: Pick<CountedPart, "left" | "of">): string {
  if (left === 0) return "0 %";
  return `${Math.max((left / of) * 100, 0.01).toFixed(2)} %`;
}

/** `3 of 15 files`, where there are any, `0.17 % of 13,930 fences`, ...: what was not read of the pages themselves. */
export function unreadPhrases({ parts }: Reading): readonly string[] {
  return parts.flatMap((part) => {
    if (part.part === "file")
      return part.left > 0 ? `${grouped(part.left)} of ${counted(part.of, "file")}` : [];
    return (part.part === "fence" || part.part === "row" || part.part === "list") && part.of > 0
      ? `${percentage(part)} of ${grouped(part.of)} ${short[part.part]}`
      : [];
  });
}

const short = { fence: "fences", row: "rows", list: "lists of members" } as const;

const fewTexts = 8;

/** `isComposable 105, sampleKeys 99, ...`: what comes again and again in a class, the most frequent first. */
export function frequentPhrases({ count, pages }: LeftOut): readonly string[] {
  const counts = new Map<string, number>();
  for (const { places } of pages) {
    for (const { text } of places) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size * 2 > count || counts.size < 2) return [];
  const all = [...counts].sort(([one, times], [other, more]) => more - times || byText(one, other));
  const rest = all.slice(fewTexts).reduce((sum, [, times]) => sum + times, 0);
  return [
    ...all.slice(0, fewTexts).map(([text, times]) => `${text} ${grouped(times)}`),
    ...(rest > 0 ? [`others ${grouped(rest)}`] : []),
  ];
}
