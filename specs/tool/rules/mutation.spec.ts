import { describe, expect, it } from "vitest";
import { parentOf, placeAt, textOf, type Value, withoutProperty } from "../../support/body-values.ts";
import {
  failuresOf,
  type Mutant,
  nameMutant,
  placeOfBody,
  survivors,
  valueMutant,
  valuesOf,
} from "./body-mutants.ts";
import { validPages } from "./valid-documentation.ts";

/** What the pages of `fixtures/rules/docs` document, said again by hand. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  "Edm.Binary": ["stamp"],
  "Edm.Boolean": ["isOpen"],
  "Edm.Date": ["dueDate", "foundedDate"],
  "Edm.DateTimeOffset": ["createdDateTime", "lentDateTime"],
  "Edm.Double": ["rating"],
  "Edm.Duration": ["defaultLoanPeriod"],
  "Edm.Guid": ["buildingId"],
  "Edm.Int32": ["floorCount", "houseNumber", "pageCount", "renewalCount"],
  "Edm.Int64": ["holdingCount", "@odata.count"],
  "Edm.String": ["city", "displayName", "id", "street", "title"],
  "Edm.TimeOfDay": ["opensAt"],
  enum: ["condition", "services", "status"],
  object: ["address", "item"],
  array: ["keywords"],
};

const wrongForms: Readonly<Record<string, string>> = {
  "Edm.Binary": "not base64!",
  "Edm.Date": "2026-13-45",
  "Edm.DateTimeOffset": "2026-13-45T10:00:00Z",
  "Edm.Duration": "3 weeks",
  "Edm.Guid": "no GUID at all",
  "Edm.TimeOfDay": "25:61:00",
};

const values = Object.entries(validPages).flatMap(([file, page]) => valuesOf(file, page));
const properties = values.filter(({ isError }) => !isError);
const errors = values.filter(({ isError }) => isError);

describe("a mutant of a documented body is exactly one finding, at the mutated value", () => {
  it("where a number stands for a string, whatever the string means", () => {
    const texts = properties.filter(({ node }) => node.type === "string");
    expect(survivors(texts, (value) => valueMutant(value, "42", "body/type"))).toEqual([]);
    expect(texts).not.toEqual([]);
  });

  it("where a word stands for a number", () => {
    const numbers = properties.filter(({ node }) => node.type === "number");
    expect(survivors(numbers, (value) => valueMutant(value, '"forty-two"', "body/type"))).toEqual([]);
    expect(numbers).not.toEqual([]);
  });

  it("where a string stands for a boolean", () => {
    const booleans = properties.filter(({ node }) => node.type === "boolean");
    expect(survivors(booleans, (value) => valueMutant(value, '"true"', "body/type"))).toEqual([]);
    expect(booleans).not.toEqual([]);
  });

  it("where a fraction or a number beyond 32 bits stands for an Edm.Int32", () => {
    const integers = ofKind("Edm.Int32");
    expect(survivors(integers, (value) => valueMutant(value, "4.5", "body/type"))).toEqual([]);
    expect(survivors(integers, (value) => valueMutant(value, "2147483648", "body/range"))).toEqual([]);
    expect(integers).not.toEqual([]);
  });

  it("where an enumeration has no such member", () => {
    const enums = ofKind("enum");
    expect(survivors(enums, (value) => valueMutant(value, '"unheardOf"', "body/enum-member"))).toEqual([]);
    expect(enums).not.toEqual([]);
  });

  it.each(Object.entries(wrongForms))("where an %s is %j", (kind, text) => {
    const formed = ofKind(kind);
    const mutant = (value: Value) => valueMutant(value, JSON.stringify(text), "body/format");
    expect(survivors(formed, mutant)).toEqual([]);
    expect(formed.length).toBeGreaterThan(0);
  });

  it("where null stands for what can't be null", () => {
    const never = properties.filter(({ name }) => name === "id" || name === "displayName");
    expect(survivors(never, (value) => valueMutant(value, "null", "body/null"))).toEqual([]);
    expect(never).not.toEqual([]);
  });

  it("where an array stands for an object", () => {
    const objects = properties.filter(({ node, pointer }) => node.type === "object" && pointer !== "");
    const mutant = (value: Value) => valueMutant(value, `[${textOf(value)}]`, "body/type");
    expect(survivors(objects, mutant)).toEqual([]);
    expect(objects).not.toEqual([]);
  });

  it("where an array stands for the body", () => {
    const bodies = properties.filter(({ pointer }) => pointer === "");
    const mutant = (value: Value) => valueMutant(value, `[${textOf(value)}]`, "body/shape");
    expect(survivors(bodies, mutant)).toEqual([]);
    expect(bodies).not.toEqual([]);
  });

  it("where an object stands for an array", () => {
    const arrays = ofKind("array");
    expect(survivors(arrays, (value) => valueMutant(value, "{}", "body/type"))).toEqual([]);
    expect(arrays).not.toEqual([]);
  });

  it("where an object stands for the items of a collection", () => {
    const items = properties.filter(({ name }) => name === "value");
    const mutant = (value: Value) => ({ ...valueMutant(value, "{}", "body/shape"), ...placeOfBody(value) });
    expect(survivors(items, mutant)).toEqual([]);
    expect(items).not.toEqual([]);
  });

  it("where a property has a name that nobody documents", () => {
    const named = properties.filter(({ key, name }) => key && !name.startsWith("@") && name !== "value");
    expect(survivors(named, (value) => nameMutant(value, "body/unknown-property"))).toEqual([]);
    expect(named).not.toEqual([]);
  });

  it("where a whole resource lacks a property, or a selected one is left out", () => {
    const owned = properties.filter(({ key, name, node, pointer }) => {
      const ofResource = /^(?:\/value\/\d+)?\/[^/@]+$/.test(pointer);
      return key && ofResource && name !== "value" && (name !== "item" || node.type !== "object");
    });
    const mutant = (value: Value): Mutant => ({
      ...valueMutant(value, "", value.isWhole ? "body/missing-property" : "query/select-projection"),
      text: withoutProperty(value),
      ...placeAt(value, parentOf(value).offset),
    });
    expect(survivors(owned, mutant)).toEqual([]);
    expect(owned).not.toEqual([]);
  });

  it("where a property comes that nobody documents", () => {
    const objects = properties.filter(({ node }) => node.type === "object");
    const mutant = (value: Value): Mutant => {
      const text = `{ "neverDocumented": 1, ${textOf(value).slice(1)}`;
      const pointer = `${value.pointer}/neverDocumented`;
      const { column, ...mutant } = valueMutant(value, text, "body/unknown-property");
      return { ...mutant, column: column + "{ ".length, pointer };
    };
    expect(survivors(objects, mutant)).toEqual([]);
    expect(objects).not.toEqual([]);
  });
});

describe("a mutant of a documented error", () => {
  it("is exactly one finding where its code or message is a number", () => {
    const texts = errors.filter(({ name }) => name === "code" || name === "message");
    expect(survivors(texts, (value) => valueMutant(value, "42", "error/envelope"))).toEqual([]);
    expect(texts).not.toEqual([]);
  });

  it("is exactly one finding where its code or message has another name", () => {
    const texts = errors.filter(({ name }) => name === "code" || name === "message");
    const mutant = (value: Value): Mutant => ({
      ...nameMutant(value, "error/envelope"),
      pointer: value.pointer,
      ...placeAt(value, parentOf(value).offset),
    });
    expect(survivors(texts, mutant)).toEqual([]);
  });

  it("is none where Graph promises nothing: what else the error holds", () => {
    const inner = errors.filter(({ pointer }) => pointer.startsWith("/error/innerError/"));
    const found = inner.flatMap((value) => failuresOf(valueMutant(value, "42", "")));
    expect(found).toEqual([]);
    expect(inner).not.toEqual([]);
  });
});

describe("what the mutants are made of", () => {
  it("is every value of every documented body", () => {
    const shown = Object.values(validPages)
      .flatMap(bodiesShownOn)
      .flatMap((body) => namedValues("", body));
    const read = values.map(({ name, node }) => `${name} ${node.type}`);
    expect(read.sort()).toEqual(shown.sort());
    expect(shown).not.toEqual([]);
  });

  it("is of a documented kind, each of which stands in some body", () => {
    const known = new Set(Object.values(kinds).flat());
    const named = new Set(
      properties.filter(({ key, name }) => key && name !== "value").map(({ name }) => name),
    );
    // Control information is declared by no page.
    const others = [...named].filter((name) => !known.has(name) && !name.startsWith("@odata."));
    expect(others).toEqual([]);
    expect([...known].filter((name) => !named.has(name))).toEqual([]);
  });
});

function ofKind(kind: string): Value[] {
  return properties.filter(({ name }) => kinds[kind]?.includes(name));
}

/** The bodies of the responses on a page, read without the reader: what follows the headers in a fence. */
function bodiesShownOn(page: string): unknown[] {
  const responses = page.matchAll(/^``` http\nHTTP\/1\.1 .*\n(?:.+\n)*\n([\s\S]*?)^```$/gm);
  return [...responses].map(([, body = ""]): unknown => JSON.parse(body));
}

/** `name type` of a value and of all values in it; items have no name. */
function namedValues(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return [`${name} array`, ...value.flatMap((item) => namedValues("", item))];
  if (typeof value !== "object" || value === null) return [`${name} ${value === null ? null : typeof value}`];
  return [`${name} object`, ...Object.entries(value).flatMap(([key, child]) => namedValues(key, child))];
}
