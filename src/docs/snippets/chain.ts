/** One link of a fluent chain: `.Users`, `["{user-id}"]`, `.ByUserId("user-id")`, `->get()`. */
export interface ChainLink {
  /** Empty for an indexer. */
  readonly name: string;
  /** What stands in the parentheses or brackets; absent where there are none. */
  readonly args?: string;
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/**
 * Reads the links that follow `start`, which is the end of the chain's first word. Undefined where a parenthesis or a
 * quotation is not closed.
 *
 *     graphClient.Me.Messages["{message-id}"]
 *     	.Request()
 *     	.GetAsync();
 */
export function readChain(text: string, start: number): ChainLink[] | undefined {
  const links: ChainLink[] = [];
  const step = /\s*(?:\?->|->|\?\.|\.)\s*([A-Za-z_$]\w*)(?:<[\w\s.,<>[\]]*>(?=\())?|\s*(?=[([])/y;
  let at = start;
  for (;;) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (!found) return links;
    at = step.lastIndex;
    if (found[1] !== undefined) {
      links.push({ name: found[1] });
      continue;
    }
    const end = endOfBrackets(text, at);
    if (end === undefined) return undefined;
    const args = text.slice(at + 1, end - 1).trim();
    const last = links.at(-1);
    if (text.charAt(at) === "(" && last && last.args === undefined && last.name !== "") {
      links[links.length - 1] = { name: last.name, args };
    } else if (args !== "") links.push({ name: "", args });
    at = end;
  }
}

/** The index behind the bracket that closes the one at `start`; undefined where none does. */
export function endOfBrackets(text: string, start: number): number | undefined {
  const open: string[] = [];
  const mark = /["'`()[\]{}]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [sign] = found;
    const close = closing[sign];
    if (close) open.push(close);
    else if (sign === open.at(-1)) {
      open.pop();
      if (open.length === 0) return mark.lastIndex;
    } else if (/["'`]/.test(sign)) {
      const end = endOfString(text, found.index);
      if (end === undefined) return undefined;
      mark.lastIndex = end;
    } else return undefined;
  }
  return undefined;
}

/** The index behind the quotation mark that closes the one at `start`; in C#'s `@"..."` a doubled mark stands for one. */
export function endOfString(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  const verbatim = quote === '"' && text.charAt(start - 1) === "@";
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "\\" && !verbatim) at++;
    else if (sign === quote) {
      if (!verbatim || text.charAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
  return undefined;
}

/** The text of a quotation, or what stands there where it is none: a variable, a number. */
export function unquoted(text: string): string {
  const bare = text.trim().replace(/^@(?=["'])/, "");
  const quoted = /^(["'`])(.*)\1$/s.exec(bare)?.[2];
  return quoted === undefined ? bare : quoted.replace(/\\(["'`$\\])/g, "$1");
}

/** All quotations of a list, joined by commas: `new string []{ "id","subject" }`. */
export function quotedList(text: string): string {
  return [...text.matchAll(/(["'])((?:\\.|(?!\1)[^\\])*)\1/gs)].map(([, , value]) => value ?? "").join(",");
}
