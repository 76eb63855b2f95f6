import { unquoted } from "./chain.ts";
import { literalMembers } from "./literal-members.ts";
import { headersOf, queryOptions, type SnippetReading } from "./snippet-call.ts";

const command = /^[ \t]*(?:\$\w+\s*=\s*)?([A-Z][a-z]+)-Mg(?:Beta)?([A-Z]\w*)[ \t]*((?:[^\n`]|`[\s\S])*)/gm;
const flag = /-([A-Z]\w+)(?:[ :]+("(?:[^"`]|`.)*"|'[^']*'|(?!-[A-Z])\S+))?/g;
const verbs: Readonly<Record<string, string>> = { Get: "GET", Remove: "DELETE" };
/** Which of POST, PATCH and PUT the other verbs stand for is not the same everywhere. */
const others: Readonly<Record<string, readonly string[]>> = {
  New: ["POST", "PUT"],
  Remove: ["DELETE", "POST"],
  Set: ["PUT", "PATCH", "POST"],
  Update: ["PATCH", "PUT", "POST"],
};
/** Flags that only a command with a body has: `Get-MgUserDefaultCalendarSchedule` is the action `getSchedule`. */
const bodied = /^BodyParameter$/;
const options: Readonly<Record<string, string>> = {
  Property: "select",
  ExpandProperty: "expand",
  Filter: "filter",
  Sort: "orderby",
  Search: "search",
  Top: "top",
  CountVariable: "count",
  Skip: "skip",
};

/**
 * Reads PowerShell. Its command has all names of the path in one word, each as one of many.
 *
 *     Get-MgUserMessage -UserId $userId -Property "subject"
 */
export function readPowerShell(text: string): SnippetReading {
  const [first, second] = [...text.matchAll(command)];
  if (!first) return { unread: "it calls no command of Graph" };
  if (second) return { unread: "it makes several calls" };
  const [, verb = "", noun = "", rest = ""] = first;
  // Actions and functions have verbs of their own, and with them other words: `Invoke`, `Send`, `Restore`, `Test`.
  const word = /^(?:Get|New|Update|Set|Remove)$/.test(verb) ? noun : "";
  const flags = [...rest.matchAll(flag)].map(([, name = "", value = ""]) => [name, unquoted(value)] as const);
  const sends = flags.some(([name]) => bodied.test(name));
  const method = sends ? "" : (verbs[verb] ?? "");
  const consistency = flags.find(([name]) => name === "ConsistencyLevel")?.[1];
  const params = /^\s*\$params\s*=\s*@\{/m.exec(text);
  const body = params && sends ? literalMembers(text, params.index + params[0].length - 1) : undefined;
  return {
    call: {
      method,
      ...(method === "" && others[verb] ? { methods: others[verb] } : {}),
      path: { form: "word", word, command: /[A-Z]\w*-Mg\w*/.exec(first[0])?.[0] ?? noun },
      options: queryOptions(
        flags.flatMap(([name, value]) =>
          options[name] ? [[options[name], name === "CountVariable" ? "true" : value] as const] : [],
        ),
      ),
      headers: headersOf(consistency === undefined ? [] : [["ConsistencyLevel", consistency]]),
      ...(body ? { body } : {}),
    },
    offset: first.index,
  };
}
