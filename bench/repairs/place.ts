/** What a line of a page is part of, read without the reader that is measured. */
export interface Place {
  readonly part: "front matter" | "comment" | "fence" | "text";
  readonly heading: string;
  /** Of a fence: what the comment before it says it is. */
  readonly block: string;
  /** Of a fence: the lines between its marks. */
  readonly fence?: { readonly first: number; readonly text: string };
}

/** The place of each line; the first has index 0. */
export function placesOf(text: string): Place[] {
  const lines = text.split("\n");
  const places: Place[] = [];
  let part: Place["part"] = lines[0]?.trim() === "---" ? "front matter" : "text";
  let [heading, block] = ["", ""];
  let fence: Place["fence"];
  for (const [index, line] of lines.entries()) {
    if (part === "text" && /^\s*```/.test(line)) {
      const end = lines.findIndex((other, at) => at > index && /^\s*```/.test(other));
      const last = end < 0 ? lines.length : end;
      fence = { first: index + 2, text: lines.slice(index + 1, last).join("\n") };
      part = "fence";
      places.push({ part, heading, block, fence });
      continue;
    }
    if (part === "text" && /^#+ /.test(line) && !/#tab\//.test(line))
      heading = line.replace(/^#+\s*/, "").trim();
    if (part === "text" && /<!--/.test(line)) part = "comment";
    if (part === "comment") block = /"blockType"\s*:\s*"([^"]*)"/.exec(line)?.[1] ?? block;
    places.push({ part, heading, block, ...(part === "fence" && fence ? { fence } : {}) });
    if (part === "front matter" && index > 0 && line.trim() === "---") part = "text";
    else if (part === "comment" && /-->/.test(line)) part = "text";
    else if (part === "fence" && /^\s*```/.test(line)) [part, block, fence] = ["text", "", undefined];
  }
  return places;
}

/** The JSON of a fence: all of it, or what follows the blank line of a message. */
export function jsonOf(text: string): string | undefined {
  const body = /^\s*[{[]/.test(text) ? text : /\n\s*\n\s*([{[][\s\S]*)$/.exec(text)?.[1];
  return body?.trim() === "" ? undefined : body;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
