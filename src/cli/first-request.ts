import { isObject } from "../base/is-object.ts";
import { mayBePermitted } from "../contract/capability/may-be-permitted.ts";
import type { Contract, Example, Operation } from "../contract/contract.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import type { MockData } from "../mock/store/supply.ts";
import { isPathParameter } from "../odata/path-segments.ts";
import { readRequestUrl } from "../odata/request-url.ts";

/**
 * The path of a documented read that an application may do, for somebody's first request: of the first contract that
 * shows one, a list rather than one resource, and the shortest. In generated data the ids of the examples are nobody's,
 * so that only a path without a key leads to something. Undefined when no page shows one.
 */
export function firstRequest(contracts: readonly Contract[], data: MockData = "shown"): string | undefined {
  for (const contract of contracts) {
    const first = contract.examples
      .flatMap((example) => readOf(example))
      .sort(
        (one, other) =>
          Number(other.list) - Number(one.list) ||
          one.path.length - other.path.length ||
          (one.path < other.path ? -1 : 1),
      )
      .find(({ segments }) => {
        const operation = matchOperation(contract, "GET", { segments });
        return (
          operation !== undefined && isForApplications(operation) && (data === "shown" || !hasKey(operation))
        );
      });
    if (first) return `/${contract.version}${first.path}`;
  }
  return undefined;
}

interface Read {
  readonly segments: readonly string[];
  readonly path: string;
  readonly list: boolean;
}

function readOf({ request, response }: Example): Read[] {
  const { status = 0, body } = response ?? {};
  const shown = body?.json?.value;
  const { segments } = readRequestUrl(request.url);
  if (request.method !== "GET" || status < 200 || status >= 300 || !isObject(shown)) return [];
  if (segments.length === 0 || segments.some(isPathParameter)) return [];
  return [{ segments, path: pathOf(segments), list: Array.isArray(shown.value) }];
}

/** Where a page says nothing of applications, the service lets them. */
function isForApplications({ permissions }: Operation): boolean {
  return mayBePermitted(permissions, "application");
}

function hasKey({ id }: Operation): boolean {
  return id.includes("{}");
}

/** Escaped for a URL, and for the single quotes of a shell. */
function pathOf(segments: readonly string[]): string {
  const escaped = segments.map((segment) =>
    segment.replace(/[%'?#/\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`),
  );
  return new URL(`http://localhost/${escaped.join("/")}`).pathname;
}
