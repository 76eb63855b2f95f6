import { quotedList, unquoted } from "./chain.ts";
import { chainedCalls } from "./chained-call.ts";
import { pairsIn, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /\bgraphClient(?=\s*\.)/g;
const header = /\bheaders\.Add\(\s*"([^"]*)"\s*,\s*("(?:[^"\\]|\\.)*")/g;
const parameters = /QueryParameters\s*\{([\s\S]*?)\n\s*\}/;
const parameter = /^\s*(\w+):\s*(.+?),?\s*$/gm;

/**
 * Reads Go:
 *
 *     requestParameters := &graphusers.ItemMessagesRequestBuilderGetQueryParameters{
 *     	Select: [] string {"subject"},
 *     }
 *     messages, err := graphClient.Me().Messages().Get(context.Background(), configuration)
 */
export function readGo(text: string): SnippetReading {
  return readingOf(
    chainedCalls(text, client, ({ name, args = "" }) => (/^By[A-Z]/.test(name) ? args : undefined)),
    (call) => ({
      options: pairsIn(parameters.exec(text)?.[1] ?? "", parameter, (value) => optionValue(text, value)),
      headers: pairsIn(text, header),
      body: () => bodyOf(text, call.args),
    }),
  );
}

/** A list, or the variable that a pointer leads to: `Filter: &requestFilter`. */
function optionValue(text: string, value: string): string {
  if (/\{/.test(value)) return quotedList(value);
  const variable = /^&(\w+)$/.exec(value)?.[1];
  const declared = variable && new RegExp(`\\b${variable}\\s*:=\\s*(.+)`).exec(text)?.[1];
  return unquoted((declared ?? value).replace(/^int32\((\d+)\)$/, "$1"));
}

function bodyOf(text: string, args: string): string[] | undefined {
  const name = /,\s*([a-z]\w*)\s*,/.exec(args)?.[1];
  if (!name || !new RegExp(`\\b${name} := graph\\w+\\.New\\w+\\(\\)`).test(text)) return undefined;
  const names = [...text.matchAll(new RegExp(`\\b${name}\\.Set([A-Z]\\w*)\\(`, "g"))].map(
    ([, set = ""]) => set,
  );
  // A map of names that the library does not know may stand for any of them.
  return names.includes("AdditionalData") ? undefined : names;
}
