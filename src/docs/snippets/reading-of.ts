import { type ChainLink, quotedList, unquoted } from "./chain.ts";
import type { ChainedCall } from "./chained-call.ts";
import { headersOf, queryOptions, type SnippetReading } from "./snippet-call.ts";

type Pairs = readonly (readonly [name: string, value: string])[];

/** What the code around a chain says of the request. */
export interface Surroundings {
  readonly options: Pairs;
  readonly headers: Pairs;
  readonly body: readonly string[] | undefined;
}

/** The reading of code that makes one call; what makes none or several cannot be read. */
export function readingOf(
  calls: readonly ChainedCall[],
  around: (call: ChainedCall) => Surroundings,
): SnippetReading {
  const [call] = calls;
  if (!call || calls.length > 1) return { unread: call ? "it makes several calls" : "it calls no path" };
  const { method, steps, url, offset } = call;
  const { options, headers, body } = around(call);
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

/** The settings of older libraries: `.Select("id").Header("Prefer","x")`. */
export function settingPairs(settings: readonly ChainLink[]): { options: Pairs; headers: Pairs } {
  const options: [string, string][] = [];
  const headers: [string, string][] = [];
  for (const { name, args = "" } of settings) {
    if (/^header$/i.test(name)) {
      const [, header = "", value = ""] = /^"([^"]*)"\s*,\s*(.*)$/s.exec(args) ?? [];
      headers.push([header, unquoted(value)]);
    } else if (/^(?:select|expand|filter|top|skip|orderby|search|skiptoken|count)$/i.test(name)) {
      options.push([name, /=>|->/.test(args) ? selected(args) : unquoted(args)]);
    }
  }
  return { options, headers };
}

/** `e => new { e.DisplayName, e.Id }`, as older C# selects. */
function selected(args: string): string {
  return /"/.test(args)
    ? quotedList(args)
    : [...args.matchAll(/\be\.(\w+)/g)].map(([, name]) => name).join(",");
}
