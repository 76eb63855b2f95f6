import { endOfBrackets } from "./chain.ts";
import { chainedCalls } from "./chained-call.ts";
import { literalEntries } from "./literal-members.ts";
import { configured, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /\bgraph(?:Service)?Client(?=\s*\.)/g;
const header = /(?:new HeaderOption\(|Headers\.Add\()\s*"([^"]*)"\s*,\s*("(?:[^"\\]|\\.)*")/g;
const parameter = /QueryParameters\.(\w+)\s*=\s*((?:"(?:[^"\\]|\\.)*"|[^;"])+);/g;

/**
 * Reads C#, of version 5 and of before:
 *
 *     await graphClient.Users["{user-id}"].Messages.Request().Select("subject").GetAsync();
 *     await graphClient.Users["{user-id}"].Messages.GetAsync((requestConfiguration) =>
 *     {
 *     	requestConfiguration.QueryParameters.Select = new string []{ "subject" };
 *     });
 */
export function readCSharp(text: string): SnippetReading {
  return readingOf(
    chainedCalls(text, client, ({ name, args }) => (/^ItemWithPath$/.test(name) ? args : undefined)),
    configured(text, { parameter, header }, bodyOf),
  );
}

function bodyOf(text: string, args: string): string[] | undefined {
  const name = /^\w+/.exec(args)?.[0];
  const declared = name && new RegExp(`\\b${name}\\s*=\\s*new [\\w.]+(?:\\(\\))?\\s*\\{`).exec(text);
  if (!declared) return name ? assigned(text, name) : undefined;
  const entries = literalEntries(text, declared.index + declared[0].length - 1);
  return entries?.flatMap((entry) =>
    entry.name === "AdditionalData" ? additional(text, entry.value) : [entry.name],
  );
}

/** `var me = new User();` and then `me.MailboxSettings = mailboxSettings;` */
function assigned(text: string, name: string): string[] | undefined {
  if (!new RegExp(`\\b${name} = new [\\w.]+\\(\\);`).test(text)) return undefined;
  return [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+) = `, "g"))].map(([, member = ""]) => member);
}

/** `{"members@odata.bind", "[...]"}`, the entries of the dictionary that begins at `start`. */
function additional(text: string, start: number): string[] {
  const open = text.indexOf("{", start);
  const end = open < 0 ? undefined : endOfBrackets(text, open);
  if (end === undefined) return [];
  const names: string[] = [];
  for (let at = open + 1; at < end - 1; at++) {
    if (text.charAt(at) !== "{") continue;
    const name = /^\{\s*"([^"]+)"\s*,/.exec(text.slice(at, at + 200))?.[1];
    if (name !== undefined) names.push(name);
    at = (endOfBrackets(text, at) ?? end) - 1;
  }
  return names;
}
