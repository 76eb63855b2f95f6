const longestWord = 500;
const longest = 2_500;
const gap = " … ";
const overlong = new RegExp(`\\S{${longestWord + 1},}`, "g");

/**
 * A text that is shown, with all of it that a person reads: of a name of a megabyte the beginning and the end, so that
 * what is said of it is still there. What is brief already stays as it is.
 */
export function briefText(text: string): string {
  if (text.length <= longestWord) return text;
  return ends(
    text.replace(overlong, (word) => ends(word, longestWord)),
    longest,
  );
}

function ends(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = Math.floor(length / 4);
  const start = text.slice(0, length - end - gap.length).replace(/[\ud800-\udbff]$/, "");
  return `${start}${gap}${text.slice(-end).replace(/^[\udc00-\udfff]/, "")}`;
}
