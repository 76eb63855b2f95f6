import { groupBy } from "../../base/group-by.ts";
import { counted, grouped } from "../phrases.ts";
import { painter } from "../terminal/terminal-text.ts";
import { visibleText } from "../visible-text.ts";
import { placesPhrase } from "./change-sentence.ts";
import { standings, standingTitles, type WatchedChange, type WatchReport } from "./watch-report.ts";

export interface WatchTerminalOptions {
  readonly colour: boolean;
  /** The changes under a title that are listed before the rest is only counted; 40 unless said. */
  readonly limit?: number;
}

/** What a person sees in the terminal: the verdict, and each change with what the contract says of it. */
export function renderWatchTerminal(
  report: WatchReport,
  { colour, limit = 40 }: WatchTerminalOptions,
): string {
  const paint = painter(colour);
  const { summary, changes, unsure, compared } = report;
  const isGood = summary.verdict === "unchanged" || summary.verdict === "changed";
  const verdict = `${isGood ? paint("green", "✓") : paint("red", "✗")} ${paint("bold", summary.sentence)}`;
  if (changes.length === 0 && unsure.length === 0 && isGood) return `${verdict}\n`;
  const titles = standingTitles(report);
  const lines = [
    verdict,
    "",
    ...standings.flatMap((standing) =>
      listed(
        titles[standing],
        changes.filter((change) => change.standing === standing),
      ),
    ),
    ...countedKinds(unsure),
    `Compared     ${comparedPhrase(report)}`,
    ...alonePhrases(compared).map((phrase) => `Left out     ${phrase}`),
  ];
  return `${lines.join("\n")}\n`;

  function listed(title: string, own: readonly WatchedChange[]): string[] {
    if (own.length === 0) return [];
    const left = own.length - limit;
    return [
      paint("underline", title),
      ...own.slice(0, limit).flatMap(changeLines),
      ...(left > 0 ? [`… and ${grouped(left)} more (--format json lists all)`] : []),
      "",
    ];
  }

  function changeLines(change: WatchedChange): string[] {
    const style = change.standing === "broken" ? "red" : "yellow";
    const about = [placesPhrase(change), contractPhrase(change)].filter((text) => text !== "");
    return [
      `  ${paint(style, change.kind)}  ${visibleText(change.message)}`,
      ...(about.length === 0 ? [] : [`    ${paint("dim", visibleText(about.join("; ")))}`]),
    ];
  }

  function countedKinds(own: readonly WatchedChange[]): string[] {
    if (own.length === 0) return [];
    const kinds = [...groupBy(own, ({ kind }) => kind)].map(
      ([kind, { length }]) => `${kind} ${grouped(length)}`,
    );
    const shown = own.slice(0, 10).map(({ message }) => `  ${paint("dim", visibleText(message))}`);
    const left = own.length - shown.length;
    return [
      paint("underline", `Not known: seen too seldom to say (${kinds.join(", ")})`),
      ...shown,
      ...(left > 0 ? [`  … and ${grouped(left)} more (--format json lists all)`] : []),
      "",
    ];
  }
}

/** `12 operations, 340 objects before, 310 now`. */
export function comparedPhrase({ compared: { operations, objects } }: WatchReport): string {
  const plural = operations === 1 ? "" : "s";
  return `${grouped(operations)} operation${plural}, ${grouped(objects.before)} objects before, ${grouped(objects.after)} now`;
}

/** What only one of them has seen, and so is no change. */
export function alonePhrases({ alone }: WatchReport["compared"]): readonly string[] {
  const sides = [
    ...(alone.before > 0 ? [`${placesOf(alone.before)} seen only before`] : []),
    ...(alone.after > 0 ? [`${placesOf(alone.after)} seen only now`] : []),
  ];
  return sides.length === 0 ? [] : [sides.join(", ")];
}

function placesOf(number: number): string {
  return `${counted(number, "place")} of a type`;
}

/** What the contract says, with its place: `documented, and not only on $select (user.md:45)`. */
export function contractPhrase({ promise }: WatchedChange): string {
  if (!promise) return "";
  const { says, location } = promise;
  if (!location) return says;
  return `${says} (${location.file.slice(location.file.lastIndexOf("/") + 1)}:${location.line})`;
}
