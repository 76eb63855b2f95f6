import { counted, grouped } from "../phrases.ts";
import { wrapped } from "../terminal/terminal-text.ts";
import { visibleText } from "../visible-text.ts";
import { frequentPhrases, partNames, percentage } from "./phrases.ts";
import type { LeftOnPage, LeftOut, Reading } from "./reading.ts";

/** A page more than these is in the report. */
const fewPages = 8;
const fewLines = 6;

/**
 * What `--coverage` shows in a terminal of that columns: how much of each part is left, then each class with its reason,
 * what would change it and where it stands; last what declares nothing, by its counts.
 */
export function readingLines({ parts, classes }: Reading, columns: number): readonly string[] {
  const counted = parts.filter(({ of }) => of > 0);
  const left = classes.filter(({ aside }) => !aside);
  const aside = classes.filter((each) => each.aside);
  return [
    "Coverage of the pages",
    ...counted.flatMap((part) => {
      const { name, left: word } = partNames[part.part];
      const set = part.aside > 0 ? `, ${grouped(part.aside)} set aside` : "";
      const start = `  ${percentage(part).padStart(7)} ${word.padEnd("open by inheritance".length)}  `;
      return wrapped(
        `${start}${grouped(part.left)} of ${grouped(part.of)} ${name.toLowerCase()}${set}`,
        columns,
        11,
      );
    }),
    ...left.flatMap((each) => ["", ...classLines(each, columns)]),
    ...(aside.length === 0 ? [] : ["", "Set aside, for it declares nothing"]),
    ...aside.flatMap(({ count, what, why }) =>
      wrapped(`${grouped(count).padStart(7)}  ${what}: ${lowered(why)}`, columns, 9),
    ),
    "",
  ];
}

function classLines(each: LeftOut, columns: number): readonly string[] {
  const { count, what, why, change, pages } = each;
  const frequent = frequentPhrases(each).map(visibleText).join(", ");
  const more = pages.length - fewPages;
  return [
    ...wrapped(`${grouped(count).padStart(7)}  ${what}`, columns, 9),
    ...wrapped(`         ${why}`, columns, 9),
    ...(change === "Nothing." ? [] : wrapped(`         To change it: ${lowered(change)}`, columns, 9)),
    ...(frequent === "" ? [] : wrapped(`         Of these: ${frequent}`, columns, 11)),
    ...pages.slice(0, fewPages).flatMap((page) => wrapped(`         ${pagePlaces(page)}`, columns, 11)),
    ...(more > 0 ? [`         … and ${counted(more, "more page")} in the report`] : []),
  ];
}

/** `api/printer-get.md:43 GET /print/printers/{id}`, or `…:43, 50, 61` where it is more than one. */
function pagePlaces({ file, places }: LeftOnPage): string {
  const [first] = places;
  const lines = [...new Set(places.map(({ line }) => line))];
  const more = lines.length - fewLines;
  const numbers = `${lines.slice(0, fewLines).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const text = places.length === 1 && first ? ` ${first.text.replace(/\s+/g, " ").trim()}` : "";
  return visibleText(`${file}:${numbers}${text}`);
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
