import { methodOfVerb } from "./call-verbs.ts";
import { endOfBrackets, unquoted } from "./chain.ts";
import { literalMembers } from "./literal-members.ts";
import { headersOf, queryOptions, type SnippetReading } from "./snippet-call.ts";

const begin = /\.api\(\s*(["'`])/g;
const link = /\s*\.(\w+)\(/y;

/**
 * Reads JavaScript of the Graph client library. Its generator leaves quotation marks in a text as they are, so that a
 * text ends where the code can go on:
 *
 *     await client.api('/me/drive/items/{id}/workbook/worksheets/{sheet-id}/range(address='A1')')
 *     	.header('Prefer','outlook.timezone="Pacific Standard Time"')
 *     	.select('id,text').get();
 */
export function readJavaScript(text: string): SnippetReading {
  const found = [...text.matchAll(begin)];
  const [start] = found;
  if (!start || found.length > 1) return { unread: start ? "it makes several calls" : "it calls no path" };
  const open = start.index + start[0].indexOf("(");
  const first = endOfCall(text, open);
  if (first === undefined) return { unread: "the path's quotation is not closed" };
  const url = unquoted(text.slice(open + 1, first - 1));
  const pairs: [string, string][] = [];
  const headers: [string, string][] = [];
  let at = first;
  for (;;) {
    link.lastIndex = at;
    const name = link.exec(text)?.[1];
    if (name === undefined) return { unread: "no method is called on the path" };
    const from = link.lastIndex;
    const end = endOfCall(text, from - 1);
    if (end === undefined) return { unread: `the call of ${name} is not closed` };
    const args = text.slice(from, end - 1).trim();
    at = end;
    const method = methodOfVerb(name);
    if (method) {
      const body = bodyOf(text, args);
      return {
        call: {
          method,
          path: { form: "url", url },
          options: queryOptions(pairs),
          headers: headersOf(headers),
          ...(body ? { body } : {}),
        },
        offset: start.index,
      };
    }
    if (name === "header") headers.push(headerOf(args));
    else if (name === "query") pairs.push(...new URLSearchParams(unquoted(args)));
    else if (!/^(?:version|responseType|headers|option|options|middlewareOptions)$/.test(name)) {
      pairs.push([name, unquoted(args.replace(/^\[|\]$/g, ""))]);
    }
  }
}

/** The index behind the parenthesis that closes a call: one after which code can go on, for texts with stray marks. */
function endOfCall(text: string, open: number): number | undefined {
  const quote = /^\(\s*(["'`])/.exec(text.slice(open, open + 20))?.[1];
  const plain = endOfBrackets(text, open);
  if (quote === undefined || (plain !== undefined && goesOn(text, plain))) return plain;
  const line = text.indexOf("\n", open);
  const close = `${quote})`;
  const stop = line < 0 ? text.length : line;
  for (let at = text.indexOf(close, open); at >= 0 && at < stop; at = text.indexOf(close, at + 1)) {
    if (goesOn(text, at + 2)) return at + 2;
  }
  return undefined;
}

function goesOn(text: string, at: number): boolean {
  return /^\s*(?:\.\w+\(|;|\)|$)/.test(text.slice(at, at + 60));
}

function headerOf(args: string): [string, string] {
  const [, , name = "", value = ""] = /^(["'])([^"']*)\1\s*,\s*(.*)$/s.exec(args) ?? [];
  return [name, unquoted(value)];
}

function bodyOf(text: string, args: string): readonly string[] | undefined {
  if (args.startsWith("{")) return literalMembers(args, 0);
  if (!/^\w+$/.test(args)) return undefined;
  const declared = new RegExp(`\\b(?:const|let|var) ${args}\\s*=\\s*\\{`).exec(text);
  return declared ? literalMembers(text, declared.index + declared[0].length - 1) : undefined;
}
