import { readMemberList, readNamesOnly, readSomeNames } from "./member-list.ts";
import { endOfSentence } from "./sentence.ts";

// The possible values are: `a`, `b`, `unknownFutureValue`. ...
// ^^^^^^^^^^^^^^^^^^^^^^^^ announces   ^ list
const announces = new RegExp(
  [
    "\\b(?:possible|valid|allowed|supported|permitted|acceptable|accepted|available)\\s+(?:enum(?:eration)?\\s+|string\\s+)?(?:values?|members?|options)(?:\\s+(?:for|of|in)\\s+[^:.\\n]{1,60}?)?\\s*(?:are|is|can be|:|=)",
    "\\b(?:property|following|it has the following|have the following)\\s+values(?:\\s+are(?:\\s+(?:supported|possible|allowed|valid))?)?\\s*(?=[:.])",
    "(?:^|[.\\n]\\s*)(?:the\\s+)?values\\s+are\\s*(?=:)",
    "\\b(?:values?|it|this|which|can|must|should)\\s+(?:can\\s+|must\\s+|should\\s+|is\\s+)?(?:be\\s+)?(?:one\\s+of|either)",
    "\\b(?:one|any|some)\\s+of\\s+the\\s+following(?:\\s+valid)?(?:\\s+string)?(?:\\s+values?)?",
    "(?:^|[.\\n]\\s*)either(?=\\s+`)",
  ].join("|"),
  "gi",
);
// The operation can be `a` or `b`. Possible states are **a** and **b**. The kind of it: `a`, `b`, `c`.
//               ^^^^^^ leads to      ^^^^^^^^^^^^^^^^^^^ leads to                    ^ leads to
const leads = new RegExp(
  [
    "\\b(?:can|may|must|should|could|will)\\s+(?:also\\s+|only\\s+|either\\s+)?(?:be|have)(?:\\s+(?:set\\s+to|either|one\\s+of|any\\s+of))*",
    "\\b(?:set\\s+to|(?:select|choose|chosen|selected)\\s+(?:from|between|among)|one\\s+of|either)",
    "\\b(?:values|members|options|states|statuses|types|kinds|modes|labels|choices|roles)(?:\\s+(?:are|can be|will be|may be))?",
    "\\w\\)?(?=:\\s*[`•])",
  ].join("|"),
  "gi",
);
/** Where a list of names is one of examples, of names that are no values, of operators, or of some values in some case. */
const noList =
  /\b(?:if|when|whenever|unless|where|while|examples?|e\.g|such as|includ\w*|default|properties|fields|keys|columns|attributes|characters|domains|scopes|permissions|claims|headers|parameters|required|format|filters)\b|\$(?:filter|orderby|search)\b|\b(?:supported|query|filter)\s+operators\b/i;
/** For guests: `a`, `b`. For members: `b`, `c`. Each list is of one case; several of them are of all. */
const ofOneCase = /^\s*(?:for|in|on)\b/i;
/** What every announcement has in it; most descriptions have none of it. */
const mayAnnounce =
  /\b(?:values?|members?|options?|one of|any of|some of|either|states|statuses|types|kinds|modes|labels|choices|roles|be|have|set to|from|between|among)\b|:\s*(?:`|<code)/i;
const connects = /^\s*(?:one\s+of\s+)?(?:the\s+following(?:\s+(?:string\s+)?values?)?)?\s*[:=]?\s*/i;
const negated = /\b(?:not|cannot|never|other than|except|excluding|besides)\b|n't\b/i;
/** Longer than any description; what is longer still is no prose. */
const longest = 20_000;
const sentinel = /^unknownFutureValue$/i;
const names = /\bvalues?\s+(?:is\s+|of\s+)?`(\w+)`|\breturned\s+`(\w+)`/gi;

/**
 * The members that a description lists in prose, in its order; nothing when it lists none or leaves the list open.
 * Several lists of the same description (they are often repeated) are joined.
 */
export function readEnumPhrase(description: string): string[] | undefined {
  if (!mayAnnounce.test(description)) return undefined;
  const text = withLines(description.slice(0, longest));
  const lists: string[][] = [];
  for (const match of text.matchAll(announces)) {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1);
    const isValueList = /^(?:possible|valid|allowed|supported|permitted|accept|available)/i.test(match[0]);
    if (!isValueList && negated.test(sentence)) continue;
    if (/\binclud/i.test(match[0])) return undefined;
    const behind = listBehind(text.slice(match.index + match[0].length));
    const list = readMemberList(behind);
    if (list) lists.push(list);
    // One list that cannot be read makes a whole of the others that they are not.
    else if (/^\s*[•`]/.test(behind)) return undefined;
  }
  const [first, ...others] = lists.length > 0 ? lists : plainLists(text);
  if (!first) return undefined;
  const mentioned = [...text.matchAll(names)].map((match) => match[1] ?? match[2] ?? "");
  return join(first, [
    ...others.flat(),
    ...mentioned.filter((name) => !/^(?:null|true|false|\d+)$/i.test(name)),
  ]);
}

/**
 * The lists that no word calls those of all values, where nothing else is said of the names. One that cannot be read
 * makes a whole of none.
 */
function plainLists(text: string): string[][] {
  const lists: string[][] = [];
  const ofCases: string[][] = [];
  for (const match of text.matchAll(leads)) {
    const before = text.slice(0, match.index);
    const start = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n"));
    const sentence = text.slice(start + 1, match.index + match[0].length);
    if (negated.test(sentence) || noList.test(sentence)) continue;
    const list = readNamesOnly(text.slice(match.index + match[0].length).replace(connects, ""));
    if (list) (ofOneCase.test(sentence) ? ofCases : lists).push(list);
  }
  return lists.length === 0 && ofCases.length > 1 ? ofCases : lists;
}

/** The list goes on beyond what it names, or is one of two values that every client knows. */
const leftOpen =
  /^\W*(?:includ|such as|for example|e\.g\.|true\b|false\b|\d)|\b(?:and (?:so on|more|others?)|or (?:an?other|any|others?|a custom)|etc)\b|\.{3}|…/i;

const namesValues = /\b(?:values?|members?|options|one of|any of|some of|either)\b/i;

/**
 * True where a description announces members and begins to list names, and `readEnumPhrase` reads none of them. What
 * leaves its list open is no list that could be read.
 */
export function announcesUnread(description: string): boolean {
  // Dear on a page with many rows, and most have no list.
  if (!/[`"“*]|<li/i.test(description) || !namesValues.test(description)) return false;
  const text = withLines(description.slice(0, longest));
  return [...text.matchAll(announces)].some((match) => {
    const behind = listBehind(text.slice(match.index + match[0].length));
    const sentence = text.slice(Math.max(0, match.index - 80), match.index);
    if (negated.test(sentence.slice(sentence.lastIndexOf(". ") + 1)) || /\binclud/i.test(match[0]))
      return false;
    const end = behind.startsWith("•") ? behind.length : endOfSentence(behind);
    return /^[•`"“*]/.test(behind) && !leftOpen.test(behind.slice(0, end)) && !readMemberList(behind);
  });
}

// Possible values include: `a`, `b`. Types include `a` and `b`.
const includes =
  /\b(?:values?|types|states|statuses|options|members)\s+(?:currently\s+|may\s+|can\s+|also\s+)?includ(?:e|es|ing)\b\s*(?:the\s+following)?\s*:?\s*/i;

/** The members that a description names where it leaves the list open: there may be others. */
export function readSomeMembers(description: string): string[] | undefined {
  if (!/\binclud/i.test(description)) return undefined;
  const text = withLines(description.slice(0, longest));
  const match = includes.exec(text);
  return match ? readSomeNames(text.slice(match.index + match[0].length)) : undefined;
}

/** `<br>` as line break, `<li>` or a drawn mark as bullet: the only structure that a cell has. */
function withLines(description: string): string {
  return description
    .replace(/<\/?(?:ul|ol|p)\s*\/?>|<\/li\s*>|<\/?br\s*\/?>/gi, "\n")
    .replace(/<li\s*\/?>/gi, "\n•")
    .replace(/<\/?code>/gi, "`")
    .replace(/<\/?(?:b|strong|em|i)>|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)/gi, "**")
    .replace(/(?<!`)``([^`\n]+)``(?!`)/g, "`$1`")
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, "$1")
    .split("\n")
    .map((line) => line.trim().replace(/^[✔✓●▪]\s*(?=[`*])/u, "•"))
    .filter((line) => line !== "")
    .join("\n");
}

/** Following values are supported. Not nullable. <ul><li>`a`: sentences may stand before a bulleted list. */
function listBehind(text: string): string {
  const connected = text.replace(connects, "");
  if (!connected.startsWith(".")) return connected;
  const bullet = connected.indexOf("•");
  return bullet === -1 || connected.slice(0, bullet).includes("`") ? "" : connected.slice(bullet);
}

/** What further lists add comes before the sentinel: what stands behind it has a meaning of its own. */
function join(list: readonly string[], others: readonly string[]): string[] {
  const known = new Set(list);
  const added = [...new Set(others)].filter((name) => !known.has(name));
  const at = list.findIndex((name) => sentinel.test(name));
  return at === -1 ? [...list, ...added] : [...list.slice(0, at), ...added, ...list.slice(at)];
}
