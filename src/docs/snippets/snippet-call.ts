/** What an SDK snippet asks of the service: one request, as far as its code says. Plain data. */
export interface SnippetCall {
  /** Upper case; empty where the code does not say it. */
  readonly method: string;
  /** Where the code does not say the method: those it may be, as far as that is known. */
  readonly methods?: readonly string[];
  readonly path: SnippetPath;
  /** Query options by lower-case name, OData's own with their `$`; those of the URL are there. */
  readonly options: Readonly<Record<string, string>>;
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The members that stand at the top of the body; absent where the code does not say which. */
  readonly body?: readonly string[];
}

/**
 * How the path is told: as a URL; by the links of a fluent chain, whose keys are marked; by its names alone, without
 * keys; or by one word for all of its names.
 */
export type SnippetPath =
  | { readonly form: "url"; readonly url: string }
  | { readonly form: "chain"; readonly steps: readonly SnippetStep[] }
  | { readonly form: "names"; readonly steps: readonly SnippetStep[] }
  | { readonly form: "word"; readonly word: string; readonly command: string };

export interface SnippetStep {
  /** A name, or the text of a key. */
  readonly text: string;
  readonly key?: true;
}

/** A call, and how far into the code it begins; or why the code could not be read. */
export type SnippetReading =
  | { readonly call: SnippetCall; readonly offset: number }
  | { readonly unread: string };

/** Query options as `SnippetCall` has them, from names in any spelling; lists of names are joined by commas. */
export function queryOptions(
  pairs: Iterable<readonly [name: string, value: string]>,
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const bare = name.replace(/^\$/, "").replace(/_/g, "").toLowerCase();
    options[system.has(bare) ? `$${bare}` : name.toLowerCase()] = value.trim();
  }
  return options;
}

const system = new Set([
  "select",
  "expand",
  "filter",
  "orderby",
  "search",
  "top",
  "skip",
  "skiptoken",
  "count",
]);

/** Headers as `SnippetCall` has them. */
export function headersOf(pairs: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  return Object.fromEntries([...pairs].map(([name, value]) => [name.toLowerCase(), value]));
}
