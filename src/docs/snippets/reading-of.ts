import { type ChainLink, quotedList, unquoted } from "./chain.ts";
import type { ChainedCall } from "./chained-call.ts";
import { headersOf, queryOptions, type SnippetReading } from "./snippet-call.ts";

type Pair = readonly [name: string, value: string];
export type Pairs = readonly Pair[];

/** What the code around a chain says of the request. */
export interface Surroundings {
  readonly options: Pairs;
  readonly headers: Pairs;
  /** The members of what is sent. */
  body(): readonly string[] | undefined;
}

/** The reading of code that makes one call; what makes none or several cannot be read. */
export function readingOf(
  calls: readonly ChainedCall[],
  around: (call: ChainedCall) => Surroundings,
): SnippetReading {
  const [call] = calls;
  if (!call || calls.length > 1) return { unread: call ? "it makes several calls" : "it calls no path" };
  const { method, steps, url, offset } = call;
  const { options, headers, body: sent } = around(call);
  const body = method === "GET" ? undefined : sent();
  return {
    call: {
      method,
      path: url === undefined ? { form: "chain", steps } : { form: "url", url },
      options: queryOptions(options),
      headers: headersOf(headers),
      ...(body ? { body } : {}),
    },
    offset,
  };
}

/** What C# and Java say of a request beside its chain: settings of the call, and those that a configuration is given. */
export function configured(
  text: string,
  { parameter, header }: { readonly parameter: RegExp; readonly header: RegExp },
  bodyOf: (text: string, args: string) => readonly string[] | undefined,
): (call: ChainedCall) => Surroundings {
  return ({ settings, args }) => {
    const { options, headers } = settingPairs(text, settings);
    return {
      options: [...options, ...pairsIn(text, parameter, optionValue)],
      headers: [...headers, ...pairsIn(text, header)],
      body: () => bodyOf(text, args),
    };
  };
}

/** What a pattern finds: its first group is a name, its second is read as a value. */
export function pairsIn(text: string, pattern: RegExp, read: (written: string) => string = unquoted): Pairs {
  return [...text.matchAll(pattern)].map(([, name = "", written = ""]) => [name, read(written)]);
}

/** A list of texts, or one text, as most of the languages write them. */
export function optionValue(written: string): string {
  return /^\s*(?:new\b|\[)/.test(written) ? quotedList(written) : unquoted(written);
}

const queryOption = /new QueryOption\(\s*"([^"]*)"\s*,\s*"((?:[^"\\]|\\.)*)"/g;

/** The settings of older libraries: `.Select("id").Header("Prefer","x")`, `new QueryOption("$search", "x")`. */
function settingPairs(text: string, settings: readonly ChainLink[]): { options: Pairs; headers: Pairs } {
  const options: Pair[] = [];
  const headers: Pair[] = [];
  for (const { name, args = "" } of settings) {
    if (/^header$/i.test(name)) {
      const [, header = "", value = ""] = /^"([^"]*)"\s*,\s*(.*)$/s.exec(args) ?? [];
      headers.push([header, unquoted(value)]);
    } else if (/^(?:select|expand|filter|top|skip|orderby|search|skiptoken|count)$/i.test(name)) {
      options.push([name, /=>|->/.test(args) ? selected(args) : unquoted(args)]);
    }
  }
  return { options: [...options, ...pairsIn(text, queryOption, (value) => value)], headers };
}

/** `e => new { e.DisplayName, e.Id }`, as older C# selects. */
function selected(args: string): string {
  return /"/.test(args)
    ? quotedList(args)
    : [...args.matchAll(/\be\.(\w+)/g)].map(([, name]) => name).join(",");
}
