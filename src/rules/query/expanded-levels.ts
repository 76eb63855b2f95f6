import { isObject } from "../../base/is-object.ts";
import { onceForLast } from "../../base/once-for.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { type ExpandItem, parseExpand } from "../../odata/parse-expand.ts";
import type { ExchangeContext, Verdicts } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";
import { askedOption } from "./asked-option.ts";
import { answerOf, type Item } from "./items-of.ts";
import { expandedNames, firstNames, selectedNames } from "./option-names.ts";

/** The resources of an answer that the same options ask for: those of the request, or of one item of an `$expand`. */
export interface Level {
  /** What the request is held to for these: an option of its own, or the `$expand` that they come by. */
  readonly by?: "$expand";
  readonly items: readonly Item[];
  /** The lists that the items stand in; none for single resources. */
  readonly lists: readonly List[];
  readonly type?: TypeRef | undefined;
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top?: number;
  readonly count: boolean;
}

/** One list, and the object beside whose control information it stands. */
export interface List {
  readonly items: readonly unknown[];
  readonly pointer: string;
  readonly holder: Item;
  /** What that control information begins with: `loans` for `loans@odata.count`. */
  readonly name: string;
}

/** What is said of each level of an answer, in turn; not applicable where that is said of all. */
export function acrossLevels(context: ExchangeContext, judge: (level: Level) => Verdicts): Verdicts {
  const said = levelsOf(context)
    .map(judge)
    .filter((verdicts) => verdicts !== "not-applicable");
  return said.length === 0 ? "not-applicable" : said.flat();
}

/** What the request itself asks for; undefined where there is no answer to it. */
export function topLevel(context: ExchangeContext): Level | undefined {
  return levelsOf(context)[0];
}

/** The level of the request, then those of its `$expand`, each before what it expands in turn. */
const levelsOf = onceForLast((context: ExchangeContext): readonly Level[] => {
  const answer = answerOf(context);
  if (!answer) return [];
  const { items, collection, envelope } = answer;
  // Values are counted as resources are.
  const listed = Array.isArray(envelope.value) ? envelope.value : items;
  const list = { items: listed, pointer: "/value", holder: { value: envelope, pointer: "" }, name: "" };
  const expand = askedOption(context, "$expand");
  const top = askedOption(context, "$top");
  const first: Level = {
    items,
    lists: collection ? [list] : [],
    type: context.promised.type,
    select: selectedNames(askedOption(context, "$select")),
    expand: expandedNames(expand),
    ...(/^\d+$/.test(top) ? { top: Number(top) } : {}),
    count: askedOption(context, "$count").toLowerCase() === "true",
  };
  const read = parseExpand(expand);
  return "problem" in read ? [first] : [first, ...levelsBelow(context, first, read.items)];
});

function levelsBelow(context: ExchangeContext, parent: Level, expand: readonly ExpandItem[]): Level[] {
  return expand.flatMap((item): Level[] => {
    const [name, ...more] = item.path.filter((one) => !one.includes("."));
    // Of references and their number no page of resources is made.
    if (name === undefined || name === "*" || more.length > 0 || item.suffix) return [];
    const level = levelOf(context, parent, name, item);
    return [level, ...levelsBelow(context, level, item.expand ?? [])];
  });
}

function levelOf(context: ExchangeContext, parent: Level, name: string, item: ExpandItem): Level {
  const lists: List[] = [];
  const items: Item[] = [];
  for (const holder of parent.items) {
    const key = Object.keys(holder.value).find((other) => other.toLowerCase() === name.toLowerCase());
    if (key === undefined) continue;
    const related = holder.value[key];
    const pointer = stepInto(holder.pointer, key);
    if (Array.isArray(related)) lists.push({ items: related, pointer, holder, name: key });
    for (const [index, value] of [related].flat().entries()) {
      if (!isObject(value)) continue;
      items.push({ value, pointer: Array.isArray(related) ? stepInto(pointer, String(index)) : pointer });
    }
  }
  const { select = [], expand = [], top, count = false } = item;
  return {
    by: "$expand",
    items,
    lists,
    type: typeBehind(context, parent, name),
    select: firstNames(select),
    expand: firstNames(expand),
    ...(top === undefined ? {} : { top }),
    count,
  };
}

/** The type of what a relationship leads to; undefined where no page says it. */
function typeBehind(context: ExchangeContext, { type, items }: Level, name: string): TypeRef | undefined {
  const [first] = items;
  const holder = type?.kind === "type" && first ? typeOfObject(context, type.name, first.value) : undefined;
  const property = holder?.properties.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return property?.type.kind === "type" ? property.type : undefined;
}
