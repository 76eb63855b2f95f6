import { documentsHeader } from "../../contract/capability/documented-header.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Probe } from "../../rules/exchange.ts";
import { type BoundOperation, listsOption, promisesOption, requestOf } from "./bound-operation.ts";
import { apart, type PlannedRequest, type Script } from "./planned-request.ts";
import { readPages } from "./read-pages.ts";
import { messageOf } from "./replay-example.ts";

type Items = readonly Readonly<Record<string, unknown>>[];

/** A name that no type of Graph has. */
const unknownName = "conformanceProbe";

/** What is asked of a collection beyond one request for each documented option. */
export function* probeFurther(target: BoundOperation, items: Items): Script {
  const promised = target.operation.responses.find(({ status }) => status === 200)?.body;
  // A list in the place of one resource is wrong by itself.
  if (promised?.collection === false) return;
  yield* probeSelection(target, items);
  yield* probeRefusals(target);
  yield* probeParts(target);
  yield* probeNumber(target);
  yield* probeSearch(target, items);
}

/** One property, and all that come unasked. */
function* probeSelection(target: BoundOperation, items: Items): Script {
  const { type } = target;
  if (!type || !promisesOption(target, "$select")) return;
  const names = type.properties
    .filter(({ navigation, onlyInJson }) => !navigation && !onlyInJson)
    .map(({ name }) => name)
    .filter((name) => items.length > 0 && items.every((item) => Object.hasOwn(item, name)));
  const one = names.find((name) => name !== keyPropertyOf(type));
  if (one === undefined) return;
  yield apart(requestOf(target, "$select, one property", { $select: one }));
  if (names.length > 3)
    yield apart(requestOf(target, "$select, all properties", { $select: names.join(",") }));
}

/** What no service can do: it refuses it, and does not fail. */
function* probeRefusals(target: BoundOperation): Script {
  const refused = (probe: Probe, option: string, value: string): PlannedRequest => {
    const what = probe === "bad-value" ? "a value that is none" : "a property that does not exist";
    return apart({ ...requestOf(target, `${option}, ${what}`, { [option]: value }), probe });
  };
  // Behind an open type any name may be one.
  if (target.type?.complete && !target.type.open) {
    if (promisesOption(target, "$select")) yield refused("unknown-name", "$select", unknownName);
    if (promisesOption(target, "$filter")) yield refused("unknown-name", "$filter", `${unknownName} eq 'a'`);
    if (promisesOption(target, "$orderby")) yield refused("unknown-name", "$orderby", unknownName);
  }
  if (promisesOption(target, "$top")) yield refused("bad-value", "$top", "abc");
}

/** Pages of the size that is preferred, beside those of `$top`; and all but the first item, where a page names that. */
function* probeParts(target: BoundOperation): Script {
  if (promisesOption(target, "$top"))
    yield* readPages(requestOf(target, "pages of two items", {}, { Prefer: "odata.maxpagesize=2" }));
  if (listsOption(target, "$skip")) yield apart(requestOf(target, "$skip=1", { $skip: "1" }));
}

/** The number of the items, where a page shows that it can be asked for; with the headers that it shows. */
function* probeNumber(target: BoundOperation): Script {
  const { contract, operation, segments } = target;
  const shown = examplesOfOperation(contract, operation).find(({ request }) => {
    const url = readRequestUrl(request.url);
    const isCount = url.segments.at(-1)?.toLowerCase() === "$count";
    return isCount && url.options.size === 0 && matchOperation(contract, "GET", url)?.id === operation.id;
  });
  if (!shown) return;
  const counted = { ...target, segments: [...segments, "$count"] };
  yield apart(requestOf(counted, "/$count", {}, messageOf(shown.request).headers));
}

/** A word that an item has, where the page lists `$search`. */
function* probeSearch(target: BoundOperation, items: Items): Script {
  if (!listsOption(target, "$search")) return;
  const texts = items.flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) =>
      typeof value === "string" && !/@|^id$/.test(name) ? [value] : [],
    ),
  );
  const word = texts.flatMap((text) => /^[A-Za-z]{3,20}(?=$|\s)/.exec(text) ?? [])[0];
  if (word === undefined) return;
  // Directories search only for those who take an answer that may be late.
  const isDirectory = documentsHeader(target.operation, "ConsistencyLevel");
  const options = { $search: `"${word}"`, ...(isDirectory ? { $count: "true" } : {}) };
  yield apart(requestOf(target, "$search", options, isDirectory ? { ConsistencyLevel: "eventual" } : {}));
}
