import type { Level } from "../../diff/change.ts";
import { grouped } from "../phrases.ts";
import { painter } from "../terminal/terminal-text.ts";
import { visibleText } from "../visible-text.ts";
import { besidePhrase, besideTable } from "./change-beside.ts";
import { placePhrase, reachPhrases, rulesOfLevel, weighedPhrase } from "./change-places.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

export interface ChangeTerminalOptions {
  readonly colour: boolean;
  readonly reportPath?: string;
  /** What nobody has to read at once: every change of every level is listed. */
  readonly isFile?: boolean;
}

/** So many changes of a level are listed in a terminal. */
const most = 40;

/** What a person sees in the terminal: the verdict, what breaks or may break, and the rest as counts. */
export function renderChangeTerminal(report: ChangeReport, options: ChangeTerminalOptions): string {
  const paint = painter(options.colour);
  const { summary, changes, waiverFindings } = report;
  const mark = { unchanged: paint("green", "✓"), changed: paint("green", "✓"), broken: paint("red", "✗") };
  const verdict = `${mark[summary.verdict]} ${paint("bold", summary.sentence)}`;
  const told = waiverFindings.map(
    ({ location, message }) => `${visibleText(location.file)}:${location.line}  ${message}`,
  );
  if (changes.length === 0 && told.length === 0 && !report.metadata?.metadataOnly.length)
    return `${verdict}\n`;
  const lines = [
    verdict,
    "",
    ...told,
    ...(["breaking", "risky"] as const).flatMap((level) => listed(level)),
    ...(["compatible", "sharpened"] as const).flatMap(options.isFile ? listed : counted),
    ...besideLines(),
    `Weighed for  ${weighedPhrase(report)}${report.policy === undefined ? "" : `, with ${visibleText(report.policy)}`}`,
    ...(options.reportPath === undefined ? [] : [`Report       ${visibleText(options.reportPath)}`]),
  ];
  return `${lines.join("\n")}\n`;

  function listed(level: Level): string[] {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const limit = options.isFile ? own.length : most;
    const left = own.length - limit;
    return [
      paint("underline", titles[level]),
      ...own.slice(0, limit).flatMap((change) => changeLines(change)),
      ...(left > 0 ? [`… and ${grouped(left)} more in the report`] : []),
      "",
    ];
  }

  function changeLines(change: WeighedChange): string[] {
    const { rule, message, breaks, guess, places, decided } = change;
    const about = [
      placePhrase(places[0]),
      ...reachPhrases(change),
      ...(decided ? ["weighed by the policy"] : []),
      besidePhrase(change),
    ];
    return [
      `  ${paint(change.level === "breaking" ? "red" : "yellow", visibleText(rule))}  ${visibleText(message)}${guess ? " (a guess)" : ""}`,
      `    ${visibleText(breaks)}`,
      `    ${paint("dim", visibleText(about.filter((text) => text !== "").join(", ")))}`,
    ];
  }

  function besideLines(): string[] {
    if (!report.metadata) return [];
    const { before, after } = report.metadata;
    const { head, rows, untold } = besideTable(report.metadata);
    const [, , , saidBefore = "", , knownBefore = ""] = head;
    const wide = Math.max(...rows.map(([area = ""]) => area.length));
    return [
      paint("underline", "Beside the metadata"),
      `  ${visibleText(before)} → ${visibleText(after)}`,
      ...rows.map(
        ([area = "", both, pages, said, metadata, known]) =>
          `  ${area.padEnd(wide)}  both ${both}, pages only ${pages} (${saidBefore} ${said}), metadata only ${metadata} (${knownBefore} ${known})`,
      ),
      `  ${untold} changes of the pages are of what metadata cannot tell.`,
      "",
    ];
  }

  function counted(level: Level): string[] {
    const rules = rulesOfLevel(changes, level);
    if (rules.length === 0) return [];
    const phrases = rules.map(({ rule, count }) => `${rule} ${grouped(count)}`);
    return [paint("underline", titles[level]), `  ${phrases.join(", ")}`, ""];
  }
}

/** What each level is called where its changes are listed. */
export const titles: Readonly<Record<Level, string>> = {
  breaking: "Breaking",
  risky: "Risky",
  compatible: "Compatible",
  sharpened: "Documentation sharpened",
};
