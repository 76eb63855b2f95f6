import { createScanner, type SyntaxKind } from "jsonc-parser";
import type { Location } from "../../base/location.ts";

/** The scanner's tokens (`SyntaxKind`), whose names are only there for a compiler. */
const sign: Readonly<Record<string, SyntaxKind>> = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  text: 10,
  end: 17,
};

/**
 * Where each item of the list at a path begins in a text that is JSON. What the text says twice counts as the last
 * time, as for `JSON.parse`.
 */
export function placesOfItems(text: string, file: string, path: readonly string[]): readonly Location[] {
  const scanner = createScanner(text, true);
  const names: (string | undefined)[] = [];
  let places: Location[] = [];
  let lastText = "";
  for (let token = scanner.scan(); token !== sign.end; token = scanner.scan()) {
    const isItem = names.length === path.length + 1 && path.every((name, index) => names[index] === name);
    const opens = token === sign.openBrace || token === sign.openBracket;
    const isSign = token === sign.comma || token === sign.colon;
    const closes = token === sign.closeBrace || token === sign.closeBracket;
    if (isItem && names.at(-1) === listMark && !closes && !isSign) {
      places.push({
        file,
        line: scanner.getTokenStartLine() + 1,
        column: scanner.getTokenStartCharacter() + 1,
      });
    }
    if (token === sign.text) lastText = scanner.getTokenValue();
    else if (token === sign.colon) names[names.length - 1] = lastText;
    else if (opens) {
      const isList = token === sign.openBracket;
      const begins = isList && names.length === path.length && path.every((name, i) => names[i] === name);
      if (begins) places = [];
      names.push(isList ? listMark : undefined);
    } else if (closes) names.pop();
  }
  return places;
}

/** Stands for an open list among the names on the way to a token; no name in a file has this value. */
const listMark = "\u0000[";
