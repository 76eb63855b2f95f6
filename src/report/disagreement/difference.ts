/** A part of a text, and whether another text has something else in its place. */
export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** Comparing takes the square of the length: a longer text is one word. */
const comparable = 1_000;

/**
 * Cuts texts, in turns, into what all of them have and what one of the others has not. Where a text only lacks what
 * another one has, the words beside the gap stand for it.
 */
export function differingParts(texts: readonly string[]): readonly (readonly Part[])[] {
  const words = texts.map(wordsOf);
  return words.map((own) => {
    const shared = words.filter((other) => other !== own).map((other) => sharedWords(own, other));
    return partsOf(own, (index) => shared.some((flags) => !flags[index]));
  });
}

/** Texts at the parts in which they differ, with `…` for the rest; as they are where each has at most `most` characters. */
export function shortened(texts: readonly string[], most: number): readonly string[] {
  if (texts.every((text) => text.length <= most)) return texts;
  return differingParts(texts).map((parts) => {
    const text = parts
      .map((part, index) => (part.differs ? part.text : cut(part.text, index, parts)))
      .join("");
    return text.length <= most ? text : `${text.slice(0, most)}…`;
  });
}

/** Fewer characters than these are not worth a mark that they were left out. */
const worth = 6;

// What is shared goes, but for its edges; the name of a key stays before it:
//  "https://graph.microsoft.com/v1.0/users('7')/messages"  and the same of user 8:  "…users('7')…"
function cut(text: string, index: number, parts: readonly Part[]): string {
  const start = (index === 0 ? /^"/ : /^\W/).exec(text)?.[0] ?? "";
  const end = (index === parts.length - 1 ? /"$/ : /(?:\w+\(["']?|\W)$/).exec(text)?.[0] ?? "";
  return start.length + end.length + worth < text.length ? `${start}…${end}` : text;
}

function wordsOf(text: string): readonly string[] {
  // A name, a number, a date, an id; else one character.
  return text.length > comparable ? [text] : (text.match(/[\w.$#@%:+-]+|[^\w.$#@%:+-]/g) ?? []);
}

function partsOf(words: readonly string[], differs: (index: number) => boolean): readonly Part[] {
  const parts: { text: string; differs: boolean }[] = [];
  words.forEach((word, index) => {
    const last = parts.at(-1);
    if (last && last.differs === differs(index)) last.text += word;
    else parts.push({ text: word, differs: differs(index) });
  });
  return parts;
}

/** Which words of a text belong to the longest row of words that another one has, too. */
function sharedWords(own: readonly string[], other: readonly string[]): readonly boolean[] {
  const longest = longestRows(own, other);
  const shared = own.map(() => false);
  let [i, j] = [0, 0];
  let skipped = false;
  while (i < own.length && j < other.length) {
    if (own[i] === other[j]) {
      // The other one has something here where this one has nothing.
      const isGap = skipped && (i === 0 || shared[i - 1]);
      if (isGap && i > 0) shared[i - 1] = false;
      shared[i] = !isGap;
      skipped = false;
      i++;
      j++;
    } else if (longest(i + 1, j) >= longest(i, j + 1)) i++;
    else {
      skipped = true;
      j++;
    }
  }
  if (i === own.length && j < other.length && i > 0) shared[i - 1] = false;
  return shared;
}

/** How many words the ends of two texts, from two positions on, share in the same order. */
function longestRows(own: readonly string[], other: readonly string[]): (i: number, j: number) => number {
  const width = other.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        own[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
