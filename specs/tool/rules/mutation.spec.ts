import { describe, expect, it } from "vitest";
import {
  failuresOf,
  lineAt,
  type Mutant,
  nameMutant,
  parentOf,
  placeOfBody,
  survivors,
  textOf,
  type Value,
  valueMutant,
  valuesOf,
  withoutProperty,
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
  control: ["@odata.context", "@odata.nextLink", "@odata.type"],
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
    expect(texts).toHaveLength(65);
  });

  it("where a word stands for a number", () => {
    const numbers = properties.filter(({ node }) => node.type === "number");
    expect(survivors(numbers, (value) => valueMutant(value, '"forty-two"', "body/type"))).toEqual([]);
    expect(numbers).toHaveLength(14);
  });

  it("where a string stands for a boolean", () => {
    const booleans = properties.filter(({ node }) => node.type === "boolean");
    expect(survivors(booleans, (value) => valueMutant(value, '"true"', "body/type"))).toEqual([]);
    expect(booleans).toHaveLength(1);
  });

  it("where a fraction or a number beyond 32 bits stands for an Edm.Int32", () => {
    const integers = ofKind("Edm.Int32");
    expect(survivors(integers, (value) => valueMutant(value, "4.5", "body/type"))).toEqual([]);
    expect(survivors(integers, (value) => valueMutant(value, "2147483648", "body/range"))).toEqual([]);
    expect(integers).toHaveLength(11);
  });

  it("where an enumeration has no such member", () => {
    const enums = ofKind("enum");
    expect(survivors(enums, (value) => valueMutant(value, '"unheardOf"', "body/enum-member"))).toEqual([]);
    expect(enums).toHaveLength(12);
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
    expect(never).toHaveLength(13);
  });

  it("where an array stands for an object", () => {
    const objects = properties.filter(({ node, pointer }) => node.type === "object" && pointer !== "");
    const mutant = (value: Value) => valueMutant(value, `[${textOf(value)}]`, "body/type");
    expect(survivors(objects, mutant)).toEqual([]);
    expect(objects).toHaveLength(9);
  });

  it("where an array stands for the body", () => {
    const bodies = properties.filter(({ pointer }) => pointer === "");
    const mutant = (value: Value) => valueMutant(value, `[${textOf(value)}]`, "body/shape");
    expect(survivors(bodies, mutant)).toEqual([]);
    expect(bodies).toHaveLength(7);
  });

  it("where an object stands for an array", () => {
    const arrays = ofKind("array");
    expect(survivors(arrays, (value) => valueMutant(value, "{}", "body/type"))).toEqual([]);
    expect(arrays).toHaveLength(1);
  });

  it("where an object stands for the items of a collection", () => {
    const items = properties.filter(({ name }) => name === "value");
    const mutant = (value: Value) => ({ ...valueMutant(value, "{}", "body/shape"), ...placeOfBody(value) });
    expect(survivors(items, mutant)).toEqual([]);
    expect(items).toHaveLength(3);
  });

  it("where a property has a name that nobody documents", () => {
    const named = properties.filter(({ key, name }) => key && !name.startsWith("@") && name !== "value");
    expect(survivors(named, (value) => nameMutant(value, "body/unknown-property"))).toEqual([]);
    expect(named).toHaveLength(69);
  });

  it("where a whole resource lacks a property, or a selected one is left out", () => {
    const owned = properties.filter(({ key, name, node, pointer }) => {
      const ofResource = /^(?:\/value\/\d+)?\/[^/@]+$/.test(pointer);
      return key && ofResource && name !== "value" && (name !== "item" || node.type !== "object");
    });
    const mutant = (value: Value): Mutant => ({
      ...valueMutant(value, "", value.isWhole ? "body/missing-property" : "query/select-projection"),
      text: withoutProperty(value),
      line: lineAt(value, parentOf(value).offset),
    });
    expect(survivors(owned, mutant)).toEqual([]);
    expect(owned).toHaveLength(51);
  });

  it("where a property comes that nobody documents", () => {
    const objects = properties.filter(({ node }) => node.type === "object");
    const mutant = (value: Value): Mutant => {
      const text = `{ "neverDocumented": 1, ${textOf(value).slice(1)}`;
      const pointer = `${value.pointer}/neverDocumented`;
      return { ...valueMutant(value, text, "body/unknown-property"), pointer };
    };
    expect(survivors(objects, mutant)).toEqual([]);
    expect(objects).toHaveLength(16);
  });
});

describe("a mutant of a documented error", () => {
  it("is exactly one finding where its code or message is a number", () => {
    const texts = errors.filter(({ name }) => name === "code" || name === "message");
    expect(survivors(texts, (value) => valueMutant(value, "42", "error/envelope"))).toEqual([]);
    expect(texts).toHaveLength(2);
  });

  it("is exactly one finding where its code or message has another name", () => {
    const texts = errors.filter(({ name }) => name === "code" || name === "message");
    const mutant = (value: Value): Mutant => ({
      ...nameMutant(value, "error/envelope"),
      pointer: value.pointer,
      line: lineAt(value, parentOf(value).offset),
    });
    expect(survivors(texts, mutant)).toEqual([]);
  });

  it("is none where Graph promises nothing: what else the error holds", () => {
    const inner = errors.filter(({ pointer }) => pointer.startsWith("/error/innerError/"));
    const found = inner.flatMap((value) => failuresOf(valueMutant(value, "42", "")));
    expect(found).toEqual([]);
    expect(inner).toHaveLength(2);
  });
});

describe("what the mutants are made of", () => {
  it("is every value of every documented body", () => {
    const scalars = values.filter(({ node }) => !["object", "array"].includes(node.type));
    const bodies = values.filter(({ pointer }) => pointer === "");
    expect([bodies.length, values.length, scalars.length]).toEqual([8, 107, 84]);
  });

  it("is of a documented kind, each of which stands in some body", () => {
    const known = new Set(Object.values(kinds).flat());
    const named = properties.filter(({ key, name }) => key && name !== "value").map(({ name }) => name);
    expect([...new Set(named)].sort()).toEqual([...known].sort());
  });
});

function ofKind(kind: string): Value[] {
  return properties.filter(({ name }) => kinds[kind]?.includes(name));
}
