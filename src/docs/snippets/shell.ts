import { isObject } from "../../base/is-object.ts";
import { methodOfVerb } from "./call-verbs.ts";
import { unquoted } from "./chain.ts";
import { headersOf, queryOptions, type SnippetReading } from "./snippet-call.ts";

const command = /^[ \t]*(?:\$ )?mgc(?:-beta)?[ \t]+((?:[^\n\\]|\\[\s\S])*)/gm;
const flag = /--([\w-]+)(?:[ =]+(""[^"\n]*""|"(?:[^"\\]|\\.)*"|'[^']*'|(?!--)\S+))?/g;

/** True where a line of a shell is the command of Graph's own command line. */
export function callsGraph(text: string): boolean {
  return text.search(command) >= 0;
}

/**
 * Reads the command line. Its names have no keys between them: they are parameters, behind the names.
 *
 *     mgc users messages list --user-id {user-id} --select "subject"
 */
export function readShell(text: string): SnippetReading {
  const [first, second] = [...text.matchAll(command)];
  if (!first) return { unread: "it calls no path" };
  if (second) return { unread: "it makes several calls" };
  const line = first[1] ?? "";
  const words = (line.split(/\s--/, 1)[0] ?? "").trim().split(/\s+/);
  const method = methodOfVerb(words.at(-1) ?? "");
  if (!method || words.length < 2) return { unread: "it names no method" };
  const flags = [...line.matchAll(flag)].map(
    ([, name = "", value = ""]) =>
      [name, unquoted(value.replace(/^""(?=.)/, '"').replace(/(?<=.)""$/, '"'))] as const,
  );
  const body = flags.find(([name]) => name === "body")?.[1];
  return {
    call: {
      method,
      path: { form: "names", steps: words.slice(0, -1).map((text) => ({ text })) },
      options: queryOptions(
        flags.filter(([name]) => /^(?:select|expand|filter|orderby|search|top|skip|count)$/.test(name)),
      ),
      headers: headersOf(
        flags.filter(([name]) => /^(?:consistency-level|if-match|prefer)$/.test(name)).map(spelled),
      ),
      ...(body ? membersOf(body) : {}),
    },
    offset: first.index,
  };
}

function spelled([name, value]: readonly [string, string]): readonly [string, string] {
  return [name === "consistency-level" ? "ConsistencyLevel" : name, value];
}

function membersOf(body: string): { body?: readonly string[] } {
  try {
    const value: unknown = JSON.parse(body.replace(/\\\n/g, "\n"));
    return isObject(value) ? { body: Object.keys(value) } : {};
  } catch {
    return {};
  }
}
