import { createHmac } from "node:crypto";
import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { guid } from "../../contract/names/plain-word.ts";
import { templateTokens } from "../../contract/path/path-tokens.ts";

/** What is written in the place of a value: what kind of text it is, and how long. */
export interface Shaper {
  /** `a text of 29 characters`, `a GUID 3f2a9c1b`, `a date-time`. */
  shape(value: string): string;
  /** The same for a key, which looks the same wherever it stands in a run: `an id 3f2a9c1b`. */
  shapeId(value: string): string;
  /** True for a word of the contract itself, which tells nothing of anybody. */
  isKnown(word: string): boolean;
  /** True for the name of a property whose values are members. */
  hasMembers(property: string): boolean;
}

/** Shapes what a service says of somebody. `key` is the run's: the same id looks alike in one run, and in no other. */
export function shaperOf(contract: Contract, key: string): Shaper {
  const { words, properties } = vocabularyOf(contract);
  const shape = remembered((value) => shapeOf(value, key));
  const shapeId = remembered((value) => {
    const own = shape(value);
    return /^(?:a text|digits) of/.test(own) ? `an id ${hash(value, key)}` : own;
  });
  return {
    shape,
    shapeId,
    isKnown: (word) => words.has(word.toLowerCase()),
    hasMembers: (property) => properties.has(property),
  };
}

/** Many values come again, ids before all; long ones do not. None is kept for long. */
function remembered(make: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const made = known.get(value) ?? make(value);
    if (value.length > 128) return made;
    if (known.size >= 10_000) known.clear();
    known.set(value, made);
    return made;
  };
}

const wholeGuid = new RegExp(`^${guid.source}$`, "i");
const dateTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

function shapeOf(value: string, key: string): string {
  if (value === "") return "";
  if (dateTime.test(value)) return value.includes("T") ? "a date-time" : "a date";
  let length = 0;
  for (const _ of value) length++;
  const text = `of ${length} character${length === 1 ? "" : "s"}`;
  if (wholeGuid.test(value)) return `a GUID ${hash(value.toLowerCase(), key)}`;
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return `digits ${text}`;
  if (/^[a-z][\w+.-]*:\/\//i.test(value)) return `a URL ${text}`;
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return `an address ${text}`;
  return `a text ${text}`;
}

function hash(value: string, key: string): string {
  return createHmac("sha256", key).update(value).digest("hex").slice(0, 8);
}

interface Vocabulary {
  /** In lower case. */
  readonly words: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
}

/** Words of the protocol, which our sentences use. */
const protocol =
  "v1.0 beta me $metadata $ref $count $value $batch $entity OData JSON Graph GET POST PUT PATCH DELETE OK Prefer ConsistencyLevel Collection Binary Boolean Byte Date DateTimeOffset Decimal Double Duration Guid Int16 Int32 Int64 SByte Single Stream String TimeOfDay".split(
    " ",
  );

/** All names that the pages have for something, and the properties that have members. */
const vocabularyOf = onceFor((contract: Contract): Vocabulary => {
  const words = new Set(protocol.map((word) => word.toLowerCase()));
  const properties = new Set<string>();
  const add = (word: string) => words.add(word.toLowerCase());
  for (const { name, properties: own } of Object.values(contract.types)) {
    for (const word of [name, name.split(".").at(-1) ?? ""]) add(word);
    for (const property of own) {
      add(property.name);
      for (const member of property.values?.members ?? []) add(member);
      if (property.values || property.type.kind === "enum") properties.add(property.name);
    }
  }
  for (const { name, members } of Object.values(contract.enums)) {
    for (const word of [name, name.split(".").at(-1) ?? "", ...members]) add(word);
  }
  const addPath = (path: string) => {
    for (const [placeholder] of path.matchAll(/[{<][^{}<>]+[}>]/g)) add(placeholder);
  };
  for (const { request } of contract.examples) addPath(request.url);
  for (const { path, parameters } of contract.operations) {
    addPath(path);
    for (const token of templateTokens(path)) if (token.kind === "name") add(token.text);
    for (const { name } of parameters) add(name);
  }
  return { words, properties };
});
