import { methodOfVerb } from "./call-verbs.ts";
import { type ChainLink, readChain, unquoted } from "./chain.ts";
import type { SnippetStep } from "./snippet-call.ts";

/** A call that a fluent chain makes. */
export interface ChainedCall {
  readonly method: string;
  readonly steps: readonly SnippetStep[];
  /** The URL that `WithUrl` or `customRequest` names in the place of the chain. */
  readonly url?: string;
  /** What stands in the chain between the request and its method, in older libraries: `.Select("id")`. */
  readonly settings: readonly ChainLink[];
  /** What the method is called with. */
  readonly args: string;
  /** Where the chain begins. */
  readonly offset: number;
}

const request = /^(?:build)?_?request$/i;

/** The calls of all chains that begin with the client. */
export function chainedCalls(
  text: string,
  client: RegExp,
  keyOf: (link: ChainLink) => string | undefined,
): ChainedCall[] {
  return [...text.matchAll(client)].flatMap((found) => {
    const chain = readChain(text, found.index + found[0].length);
    const call = chain && callOf(chain, keyOf);
    return call ? [{ ...call, offset: found.index }] : [];
  });
}

function callOf(
  chain: readonly ChainLink[],
  keyOf: (link: ChainLink) => string | undefined,
): Omit<ChainedCall, "offset"> | undefined {
  const last = chain.findLastIndex(
    (link) => link.args !== undefined && methodOfVerb(link.name) !== undefined,
  );
  const verb = chain[last];
  const method = methodOfVerb(verb?.name ?? "");
  if (!verb || !method || last === 0) return undefined;
  const built = chain.findIndex(({ name, args }) => args !== undefined && request.test(name));
  const end = built < 0 || built > last ? last : built;
  const path = chain.slice(0, end);
  const raw = path.find(({ name }) => /^(?:with_?url|customRequest)$/i.test(name));
  return {
    method,
    steps: path.flatMap((link) => stepsOf(link, keyOf)),
    ...(raw ? { url: unquoted(/^\s*("[^"]*"|'[^']*')/.exec(raw.args ?? "")?.[1] ?? raw.args ?? "") } : {}),
    settings: chain.slice(end + 1, last),
    args: verb.args ?? "",
  };
}

function stepsOf(link: ChainLink, keyOf: (link: ChainLink) => string | undefined): SnippetStep[] {
  if (link.name === "") return [{ text: unquoted(link.args ?? ""), key: true }];
  // `chatsById("id")`, as the first of today's libraries had it.
  const many = /^(\w*?s)_?by_?id$/i.exec(link.name)?.[1];
  if (many !== undefined && link.args) return [{ text: many }, { text: unquoted(link.args), key: true }];
  const key = keyOf(link);
  if (key === undefined) return [{ text: link.name }];
  // `users("id")` is a name with its key, `byUserId("id")` a key alone.
  return /^by_?[a-z]/i.test(link.name)
    ? [{ text: unquoted(key), key: true }]
    : [{ text: link.name }, { text: unquoted(key), key: true }];
}
