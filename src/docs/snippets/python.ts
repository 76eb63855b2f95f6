import { endOfBrackets, endOfString, unquoted } from "./chain.ts";
import { chainedCalls } from "./chained-call.ts";
import { optionValue, type Pairs, pairsIn, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /\bgraph_client(?=\s*\.)/g;
const parameters = /\w+QueryParameters\(/;
const parameter = /^\s*(\w+)\s*=\s*(.+?),?\s*$/gm;
const header =
  /\bheaders\.(?:add|try_add)\(\s*("(?:[^"\\]|\\.)*"|'[^']*')\s*,\s*("(?:[^"\\]|\\.)*"|'[^']*')/g;

/**
 * Reads Python:
 *
 *     query_params = MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters(
 *     		select = ["subject"],
 *     )
 *     result = await graph_client.me.messages.get(request_configuration = request_configuration)
 */
export function readPython(text: string): SnippetReading {
  return readingOf(
    chainedCalls(text, client, ({ name, args = "" }) => (/^by_/.test(name) ? args : undefined)),
    (call) => ({
      options: optionsIn(text),
      headers: pairsIn(text, header).map(([name, value]) => [unquoted(name), value]),
      body: () => bodyOf(text, call.args),
    }),
  );
}

function optionsIn(text: string): Pairs {
  const found = parameters.exec(text);
  if (!found) return [];
  const open = found.index + found[0].length - 1;
  const inner = text.slice(open + 1, (endOfBrackets(text, open) ?? open + 2) - 1);
  return pairsIn(inner, parameter, optionValue);
}

/** The arguments of the object that is sent: `request_body = Message(⏎ subject = "...",⏎ )`. */
function bodyOf(text: string, args: string): string[] | undefined {
  const name = /^\w+/.exec(args)?.[0];
  const found = name && new RegExp(`^${name} = \\w+\\(`, "m").exec(text);
  if (!found) return undefined;
  const open = found.index + found[0].length - 1;
  const end = endOfBrackets(text, open);
  if (end === undefined) return undefined;
  const names: string[] = [];
  const member = /\s*(\w+)\s*=\s*|[([{]|["']/y;
  for (let at = open + 1; at < end - 1; ) {
    member.lastIndex = at;
    const read = member.exec(text);
    if (read?.[1] !== undefined) {
      names.push(read[1]);
      at = member.lastIndex;
      continue;
    }
    const quoted = /["']/.test(text.charAt(at));
    const next = read ? ((quoted ? endOfString : endOfBrackets)(text, at) ?? end) : at + 1;
    at = Math.max(next, at + 1);
  }
  return names.includes("additional_data") ? undefined : names;
}
