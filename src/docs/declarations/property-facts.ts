import type { Location } from "../../base/location.ts";
import { onceForText } from "../../base/once-for-text.ts";
import { plainText } from "../markdown/inline.ts";
import type { PropertyFacts } from "../page.ts";
import { announcesUnread, readEnumPhrase, readSomeMembers } from "./enum-phrase.ts";
import { readMembersOnRequest } from "./members-on-request.ts";
import { readCapabilities } from "./property-capabilities.ts";
import { readTypeReference } from "./read-type-reference.ts";
import { readRange } from "./value-range.ts";

const inheritance =
  /(?:\bInherited|(?<!\b[Ii]f\b[^.]{0,80})\binherited)\s+from\s+(?:the\s+)?(\[[^\][]{1,200}\](?:\([^()]{0,300}\))?|\*\*[\w.]+\*\*|`[\w.]+`|microsoft\.graph\.[\w.]*\w|[\w.]*[a-z][A-Z]\w*|entity\b)/;
const several =
  /multi-?\s?valued|\bflag(?:s|ged) enum|comma-separated|multiple values|more than one value|\bcombin(?:e|ed|ation)/i;
const never =
  /\b(?:can't|cannot|can not|must not|may not|shouldn't|should not|never)\s+be\s+(?:empty\s+or\s+)?null\b(?!\s+(?:if|when|unless|for)\b)|\b(?:not nullable|non-nullable|isn't nullable)\b/i;
const sometimes =
  /(?<!not |non-|n't )\bnullable\b|(?<!not |n't |never )\b(?:is|be|returns?|or|otherwise|value)\s+null\b|\bnull\s+(?:if|until|when|unless|for|by default|in)\b|(?:^|[.;]\s)if\s+null\b/i;
const onlyWhenSelected = /\b(?:returned only|only returned)\s+(?:on|when|if|upon)\b.{0,20}\bselect/i;
const notByDefault =
  /(?:\b(?:not|never)|n['’]t) (?:be )?returned (?:by default|(?:on|in|with|by) (?:a |the )?`?GET)\b|\breserved for (?:future|internal) use\b|(?:^|\.\s|[–—(-]\s?|property is )reserved(?:[.,;)]|$)|(?:^|\.\s|[)>]\s)write-?only\b/i;

/** What the description of a property promises. Unsaid stays absent. */
export function readPropertyFacts(
  description: string,
  location: Location,
  references: ReadonlyMap<string, string>,
): PropertyFacts {
  const { inherited, ...facts } = saidIn(description);
  return inherited === undefined
    ? facts
    : { ...facts, inheritedFrom: readTypeReference(inherited, location, references) };
}

/** Most rows of a resource come again on the pages that create and change it. */
const saidIn = onceForText((description): Omit<PropertyFacts, "inheritedFrom"> & { inherited?: string } => {
  if (description === "") return {};
  const plain = plainText(description);
  const { rest, onRequest } = readMembersOnRequest(description);
  const members = readEnumPhrase(rest);
  const some = members ? undefined : readSomeMembers(rest);
  const inherited = plain.includes("nherited") ? inheritance.exec(description)?.[1] : undefined;
  const nullable = readNullable(plain);
  const range = readRange(plain);
  return {
    ...(members ? { members } : announcesUnread(rest) ? { unreadMembers: true } : {}),
    ...(some ? { someMembers: some } : {}),
    ...(onRequest ? { membersOnRequest: onRequest } : {}),
    ...(members && several.test(plain) ? { multiValued: true } : {}),
    ...(nullable === undefined ? {} : { nullable }),
    ...(inherited ? { inherited } : {}),
    ...(readOnly.test(plain) ? { readOnly: true } : {}),
    ...(required.test(`${plain}.`) ? { required: true } : {}),
    ...(range ? { range } : {}),
    ...(onlyWhenSelected.test(plain) ? { onlyOnSelect: true } : {}),
    ...(notByDefault.test(plain) ? { notByDefault: true } : {}),
    ...readCapabilities(plain),
  };
});

/** `Required.`, or a sentence that ends with it: `The kind is a required field.` */
const required =
  /(?:^|\.\s|[)>]\s)required\.|\bis an? (?:required|mandatory) (?:field|property|parameter|value)\./i;

/** `Read-only`, or `Read only` where these two words are all that is said: others may read only what they own. */
const readOnly = /\bread-?only\b|(?:^|[.:;(]|\bis)\s*read only\s*(?:[.;,)]|$)/i;

/** A page that says both has an exception in mind: then nothing is promised. */
function readNullable(plain: string): boolean | undefined {
  if (!/null/i.test(plain)) return undefined;
  const no = never.test(plain) || /\bis not nullable\b/i.test(plain);
  const yes = sometimes.test(plain);
  return no === yes ? undefined : yes;
}
