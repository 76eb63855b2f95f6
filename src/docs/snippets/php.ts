import { endOfBrackets, unquoted } from "./chain.ts";
import { chainedCalls } from "./chained-call.ts";
import { literalMembers } from "./literal-members.ts";
import { optionValue, pairsIn, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /\$graph(?:Service)?Client(?=\s*->)/g;
const parameter = /\$queryParameters->(\w+)\s*=\s*((?:"(?:[^"\\]|\\.)*"|[^;"])+);/g;
const headerList = /\$headers\s*=\s*\[/;
const header = /(["'])([\w-]+)\1\s*=>\s*((["'])(?:\\.|(?!\4)[^\\])*\4)/g;

/**
 * Reads PHP:
 *
 *     $queryParameters->select = ["subject"];
 *     $result = $graphServiceClient->me()->messages()->get($requestConfiguration)->wait();
 */
export function readPhp(text: string): SnippetReading {
  return readingOf(
    chainedCalls(text, client, ({ name, args = "" }) => (/^by[A-Z]/.test(name) ? args : undefined)),
    (call) => ({
      options: pairsIn(text, parameter, optionValue),
      headers: headersIn(text),
      body: () => bodyOf(text, call.args),
    }),
  );
}

function headersIn(text: string): [string, string][] {
  const found = headerList.exec(text);
  if (!found) return [];
  const open = found.index + found[0].length - 1;
  const end = endOfBrackets(text, open) ?? open;
  return [...text.slice(open, end).matchAll(header)].map(([, , name = "", value = ""]) => [
    name,
    unquoted(value),
  ]);
}

function bodyOf(text: string, args: string): string[] | undefined {
  const name = /^\$(\w+)/.exec(args)?.[1];
  if (!name || !new RegExp(`\\$${name} = new \\w+\\(\\);`).test(text)) return undefined;
  const set = new RegExp(`\\$${name}->set([A-Z]\\w*)\\(`, "g");
  const names = [...text.matchAll(set)].map(([, member = ""]) => member);
  if (!names.includes("AdditionalData")) return names;
  // The last of the maps that bear the name, before it is given to the object.
  const list = text.lastIndexOf("$additionalData = [", text.indexOf(`$${name}->setAdditionalData(`));
  const more = list < 0 ? undefined : literalMembers(text, text.indexOf("[", list));
  return more ? [...names.filter((one) => one !== "AdditionalData"), ...more] : undefined;
}
