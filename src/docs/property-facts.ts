import { readEnumPhrase } from "./enum-phrase.ts";
import { plainText } from "./inline.ts";
import type { Location } from "./location.ts";
import type { PropertyFacts, ValueRange } from "./page.ts";
import { readTypeReference } from "./read-type-reference.ts";

/** What the description of a property promises. Unsaid stays absent. */
export function readPropertyFacts(
  description: string,
  location: Location,
  references: ReadonlyMap<string, string>,
): PropertyFacts {
  const plain = plainText(description);
  const members = readEnumPhrase(beforeRequestHeader(description));
  const onRequest = readMembersOnRequest(description);
  const inherited = /[Ii]nherited\s+from\s+(?:the\s+)?(\[[^\]]*\]\([^)]*\)|\*\*[\w.]+\*\*|`[\w.]+`|[\w.]*[a-z][A-Z]\w*|entity\b)/.exec(description)?.[1];
  const nullable = readNullable(plain);
  const range = readRange(plain);
  return {
    ...(members ? { members } : {}),
    ...(onRequest ? { membersOnRequest: onRequest } : {}),
    ...(/multi-?\s?valued|\bflags enum|flagged enum/i.test(plain) && members ? { multiValued: true } : {}),
    ...(nullable === undefined ? {} : { nullable }),
    ...(inherited ? { inheritedFrom: readTypeReference(inherited, location, references) } : {}),
    ...(/\bread-?only\b/i.test(plain) ? { readOnly: true } : {}),
    ...(/(?:^|\.\s|[)>]\s)required\./i.test(`${plain}.`) ? { required: true } : {}),
    ...(range ? { range } : {}),
    ...(/\breturned only (?:on|when|if)\b.{0,20}\bselect|only returned (?:on|when|if|upon)\b.{0,20}\bselect/i.test(plain)
      ? { onlyOnSelect: true }
      : {}),
    ...readCapabilities(plain),
  };
}

// The members after "to get the following values" come a second time there; the first list has them all.
function beforeRequestHeader(description: string): string {
  const at = description.search(/\bUse the\s+`?Prefer:\s*include-unknown-enum-members/i);
  return at === -1 ? description : description.slice(0, at);
}

function readMembersOnRequest(description: string): string[] | undefined {
  const match = /include-unknown-enum-members.*?following\s+(?:values?|members?)[^:]*?(?:\([^)]*\))?[^:]*:\s*(.*)$/is.exec(
    description.replace(/\(https?:[^)]*\)|\(\/[^)]*\)/g, ""),
  );
  const sentence = /^(?:[^.`]|`[^`]*`)*/.exec(match?.[1] ?? "")?.[0] ?? "";
  const members = [...sentence.matchAll(/`([^`]+)`/g)].flatMap((name) => (name[1] ?? "").split(/\s*,\s*/));
  return members.length > 0 ? members : undefined;
}

function readNullable(plain: string): boolean | undefined {
  if (/\b(?:can't|cannot|can not|must not|may not|shouldn't|should not|never)\s+be\s+(?:empty or\s+)?null\b/i.test(plain)) {
    return false;
  }
  if (/\b(?:not nullable|non-nullable|isn't nullable|is not nullable)\b/i.test(plain)) return false;
  if (/\b(?:nullable|(?:is|be|returns?|value)\s+null)\b/i.test(plain)) return true;
  return undefined;
}

function readRange(plain: string): ValueRange | undefined {
  const values =
    /\b(?:valid|possible|allowed)\s+(?:values?|range)(?:\s+(?:are|is))?:?\s+(?:between|from)?\s*(-?\d+)\s*(?:to|through|and|-|–)\s*(-?\d+)\b(?![.:]\d)/i.exec(
      plain,
    );
  if (values) return { minimum: Number(values[1]), maximum: Number(values[2]) };
  const length = /\bmax(?:imum)?\s+length(?:\s+(?:is|of))?:?\s+(?:is\s+|of\s+)?([\d,]+)\b/i.exec(plain)?.[1];
  return length ? { maxLength: Number(length.replaceAll(",", "")) } : undefined;
}

// Supports $filter(eq, ne, startsWith) and $orderby.
// Only a sentence that begins so, and only what it names.
function readCapabilities(plain: string): PropertyFacts {
  const facts: { filter?: string[]; orderby?: boolean; expand?: boolean; select?: boolean; search?: boolean } = {};
  for (const match of plain.matchAll(/(?<!not |n't )\bsupports?:?\s+((?:[^.(]|\([^)]*\)|\.(?!\s|$))*)/gi)) {
    const sentence = match[1] ?? "";
    const filter = /\$?\bfilter\b\s*(?:\(([^)]*)\))?/i.exec(sentence);
    if (filter && /\$|^filter/i.test(sentence)) facts.filter = readOperators(filter[1] ?? "");
    const named = (option: string) => new RegExp(`\\$${option}\\b|(?:^|and |, )${option}\\b`, "i").test(sentence);
    if (named("orderby")) facts.orderby = true;
    if (named("expand")) facts.expand = true;
    if (named("select")) facts.select = true;
    if (named("search")) facts.search = true;
  }
  return facts;
}

function readOperators(list: string): string[] {
  return [...list.matchAll(/[A-Za-z]+(?:\/[A-Za-z]+)*/g)]
    .map((match) => match[0])
    .filter((word) => !/^(and|or|on|values?|null|with|for)$/i.test(word));
}
