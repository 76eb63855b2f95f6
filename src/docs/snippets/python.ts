import { endOfBrackets, endOfString, unquoted } from "./chain.ts";
import { chainedCalls } from "./chained-call.ts";
import { literalMembers } from "./literal-members.ts";
import { optionValue, type Pairs, pairsIn, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /(?<![\w.])(?:graph_)?client(?=\s*\.)/g;
const parameters = /\w+QueryParameters\(/;
const parameter = /^\s*(\w+)\s*=\s*(.+?),?\s*$/gm;
const headerMap = /\bheaders\s*=\s*\{([^}]*)\}/;
const mapped = /("(?:[^"\\]|\\.)*"|'[^']*')\s*:\s*("(?:[^"\\]|\\.)*"|'[^']*')/g;
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
      headers: [...pairsIn(text, header), ...pairsIn(headerMap.exec(text)?.[1] ?? "", mapped)].map(
        ([name, value]) => [unquoted(name), value],
      ),
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
  const name = /^(?:(?:request_)?body\s*=\s*)?(\w+)/.exec(args)?.[1];
  const found = name && new RegExp(`^${name} = \\w+\\(`, "m").exec(text);
  if (!found) return undefined;
  const open = found.index + found[0].length - 1;
  const end = endOfBrackets(text, open);
  if (end === undefined) return undefined;
  if (end === open + 2) return assigned(text, name);
  const names: string[] = [];
  const member = /\s*(\w+)\s*=\s*(?!=)|[([{]|["']/y;
  for (let at = open + 1; at < end - 1; ) {
    member.lastIndex = at;
    const read = member.exec(text);
    if (read?.[1] !== undefined) {
      const known = read[1] === "additional_data" ? literalMembers(text, member.lastIndex) : [read[1]];
      // A map of names that cannot be read may stand for any of them.
      if (!known) return undefined;
      names.push(...known);
      at = member.lastIndex;
      continue;
    }
    const quoted = /["']/.test(text.charAt(at));
    const next = read ? ((quoted ? endOfString : endOfBrackets)(text, at) ?? end) : at + 1;
    at = Math.max(next, at + 1);
  }
  return names;
}

/** `request_body = Group()` and then `request_body.mail_enabled = True`; a method may set a list: `.GroupTypes([`. */
function assigned(text: string, name: string): string[] {
  const member = new RegExp(`^${name}\\.(\\w+)(?:\\s*=\\s|\\()`, "gm");
  return [...text.matchAll(member)].map(([, set = ""]) => set);
}
