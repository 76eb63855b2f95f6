import { quotedList, unquoted } from "./chain.ts";
import { chainedCalls } from "./chained-call.ts";
import { pairsIn, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /\bgraphClient(?=\s*\.)/g;
const header = /\bheaders\.Add\(\s*"([^"]*)"\s*,\s*("(?:[^"\\]|\\.)*")/g;
const headerMap = /\bheaders\s*:=\s*map\[string\]string\s*\{([^}]*)\}/;
const mapped = /"([^"]*)"\s*:\s*("(?:[^"\\]|\\.)*")/g;
const mapType = "map[string]interface{}";
const mapMembers =
  /^\{((?:\s*"[^"\n]+"\s*:\s*(?:"[^"\n]*"|\[\]\s*\w+\s*\{[^}]*(?:\{[\w-]+\}|[^}])*?\n\s*\}|[\w.&]+),?[ \t]*\n)+)\s*\}/i;
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
      headers: [...pairsIn(text, header), ...pairsIn(headerMap.exec(text)?.[1] ?? "", mapped)],
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
  const [first = "", second = ""] = args.split(/\s*,\s*/);
  const given = /^context\./.test(first) ? second : first;
  // The first of today's libraries had the body among the options: `options := &…Options{ Body: requestBody, }`.
  const name =
    new RegExp(`\\b${given.replace(/\W/g, "")} := &[^{]*\\{[^}]*\\bBody: (\\w+)`).exec(text)?.[1] ?? given;
  if (!/^[a-z]\w*$/.test(name) || !new RegExp(`\\b${name} := (?:ms)?graph\\w+\\.New\\w+\\(\\)`).test(text))
    return undefined;
  const names = [...text.matchAll(new RegExp(`\\b${name}\\.Set([A-Z]\\w*)\\(`, "g"))].map(
    ([, set = ""]) => set,
  );
  if (!names.includes("AdditionalData")) return names;
  const more = additional(text, name);
  return more && [...names.filter((one) => one !== "AdditionalData"), ...more];
}

/** The names of the map that the object gets of what the library does not know; each has a text, a list or a variable. */
function additional(text: string, name: string): string[] | undefined {
  const set = text.indexOf(`${name}.SetAdditionalData(`) + name.length + ".SetAdditionalData(".length;
  const map = text.lastIndexOf(mapType, set);
  const members = map < 0 ? undefined : mapMembers.exec(text.slice(map + mapType.length))?.[1];
  if (members === undefined) return undefined;
  return [...members.matchAll(/^\s*"([^"]+)"\s*:/gm)].map(([, member = ""]) => member);
}
