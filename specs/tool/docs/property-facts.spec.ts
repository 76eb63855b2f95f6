import { describe, expect, it } from "vitest";
import { readPropertyFacts } from "../../../src/docs/declarations/property-facts.ts";

const location = { file: "a.md", line: 4, column: 9 };
const read = (description: string) => readPropertyFacts(description, location, new Map());

const onRequest =
  "Use the `Prefer: include-unknown-enum-members` request header to get the following values from this [evolvable enum](/graph/x#y): `c`, `d`.";

describe("members that have to be asked for", () => {
  it("are those that the sentence about the header names", () => {
    const facts = read(
      `The possible values are: \`a\`, \`unknownFutureValue\`, \`c\`, \`d\`. ${onRequest}<br>Supports \`$filter\` (\`eq\`).`,
    );
    expect(facts).toEqual({
      members: ["a", "unknownFutureValue", "c", "d"],
      membersOnRequest: ["c", "d"],
      filter: ["eq"],
    });
  });

  it("may stand before the list, and be written with spaces in the header", () => {
    const facts = read(
      "Use `Prefer: include - unknown -enum-members` to get the following value: `c`. The possible values are: `a`, `unknownFutureValue`, `c`.",
    );
    expect(facts).toEqual({ members: ["a", "unknownFutureValue", "c"], membersOnRequest: ["c"] });
  });

  it("are none without such a sentence", () => {
    expect(read("The possible values are: `a`, `unknownFutureValue`.")).toEqual({
      members: ["a", "unknownFutureValue"],
    });
  });
});

describe("several members at once", () => {
  it.each([
    "This property is multi-valued.",
    "A flags enumeration.",
    "Combine several as a comma-separated list.",
  ])("are said by %j", (sentence) => {
    expect(read(`The possible values are: \`a\`, \`b\`. ${sentence}`).multiValued).toBe(true);
  });

  it("are nothing without members, and not said by every plural", () => {
    expect(read("Filter expressions on multi-valued properties need any.")).toEqual({});
    expect(read("The possible values are: `a`, `b`. There are many of them.").multiValued).toBeUndefined();
  });
});

describe("null", () => {
  it.each([
    "Not nullable.",
    "Key, not nullable, read-only",
    "This can't be null.",
    "It must not be null",
    "is non-nullable",
  ])("is excluded by %j", (text) => {
    expect(read(text).nullable).toBe(false);
  });

  it.each([
    "Nullable.",
    "The value is `null` if it never ran.",
    "Null until the run ends.",
    "Values of 0 or 1 are supported. If `null`, the default for the service applies.",
    "A date, or null if there is none.",
    "Can be null.",
    "It cannot be null when the state is open.",
  ])("is expected by %j", (text) => {
    expect(read(text).nullable).toBe(true);
  });

  it.each([
    "The name.",
    "Supports `$filter` on `null` values.",
    "Not nullable. It is null in drafts.",
    "nullify it",
    "A run is kept even if null days are left of it.",
  ])("is not spoken of by %j", (text) => {
    expect(read(text).nullable).toBeUndefined();
  });
});

describe("what a property supports", () => {
  it("is read from sentences of support, operators in their order", () => {
    expect(read("Supports `$filter`(`lt`, `le`, `eq`, `ne`) and `$orderby`.")).toEqual({
      filter: ["lt", "le", "eq", "ne"],
      orderby: true,
    });
    expect(
      read(
        "Supports `$filter` (`eq`, `NOT`, `startswith`, and `eq` on `null` values), `$search`, and `$orderBy`.",
      ),
    ).toEqual({
      filter: ["eq", "not", "startsWith"],
      orderby: true,
      search: true,
    });
    expect(read("Supports $filter (`eq` only).<br>Supports `$expand`, `$select`.")).toEqual({
      filter: ["eq"],
      expand: true,
      select: true,
    });
  });

  it("takes what is asked of how many there are for no operator of the values", () => {
    expect(read("Supports `$filter` (`eq`, `not`, `/$count eq 0`, `/$count ne 0`).")).toEqual({
      filter: ["eq", "not"],
    });
    expect(read("Supports `$filter` (`eq`, `ne`).")).toEqual({ filter: ["eq", "ne"] });
  });

  it("has an empty list of operators when the page names none", () => {
    expect(read("Supports $filter and $orderby.")).toEqual({ filter: [], orderby: true });
  });

  it("is not what it does not support, nor a word of the prose", () => {
    expect(read("Does not support `$filter`. Doesn't support `$expand`.")).toEqual({});
    expect(read("Turns the smart filter on. It supports filters of the browser.")).toEqual({});
    expect(read("The `$filter` (`eq`) of another property.")).toEqual({});
    expect(read("It can't be retrieved using `$expand`. A list to read by.")).toEqual({});
    expect(read("Where `$expand` is used, see the list.")).toEqual({});
  });

  it("is `$expand` where it is got by it", () => {
    expect(read("Here so that callers can get the lamp using `$expand` at the same time.")).toEqual({
      expand: true,
    });
  });
});

describe("a range", () => {
  it.each([
    ["Valid values 1 to 16", { minimum: 1, maximum: 16 }],
    ["Valid values are -10 through 1,000.", { minimum: -10, maximum: 1000 }],
    ["The value must be between 4 and 127, inclusive.", { minimum: 4, maximum: 127 }],
    ["The valid range of values is between `0` and `10`, the highest first.", { minimum: 0, maximum: 10 }],
    ["Must be between 3 and 32 characters.", { maxLength: 32 }],
    ["Minimum 10, Maximum 43200 (equivalent to 30 days).", { minimum: 10, maximum: 43200 }],
    ["The minimum value is 5; the maximum value is 1,440.", { minimum: 5, maximum: 1440 }],
    ["Maximum length is 64 characters.", { maxLength: 64 }],
    ["Maximum length: 1,024 characters", { maxLength: 1024 }],
    ["It must not exceed 120 characters in length.", { maxLength: 120 }],
    ["A maximum of 256 characters.", { maxLength: 256 }],
  ])("is read from %j", (text, range) => {
    expect(read(text).range).toEqual(range);
  });

  it.each([
    "For example, on 2014-01-01.",
    "Recommended value range of 0-1.",
    "The minimum value is 5 minutes; the maximum value is 1 day.",
    "At most 500 elements, a maximum of 500 elements.",
    "Maximum length of 3 MB",
  ])("is not read from %j", (text) => {
    expect(read(text).range).toBeUndefined();
  });
});

describe("where a property comes from", () => {
  it.each([
    ["Inherited from [workflowBase](../resources/workflowbase.md).", "workflowBase"],
    ["The key. Inherited from entity.", "entity"],
    ["An id, inherited from microsoft.graph.entity, is the locale.", "microsoft.graph.entity"],
    ["Inherited from **baseItem**.", "baseItem"],
    ["If it is on Inherited from [policy](policy.md).", "policy"],
  ])("is read from %j", (text, base) => {
    expect(read(text).inheritedFrom?.name).toBe(base);
  });

  it.each([
    "Whether permissions are inherited from another object.",
    "If it is inherited from [a parent](p.md), the parent.",
    "Inherited property.",
  ])("is not read from %j", (text) => {
    expect(read(text).inheritedFrom).toBeUndefined();
  });
});

describe("other facts", () => {
  it("are read-only, required and only on select", () => {
    expect(read("The key. Read-only.")).toEqual({ readOnly: true });
    expect(read("The state. Read Only. Set by the service.")).toEqual({ readOnly: true });
    expect(read("Once it is sent, it is read only.")).toEqual({ readOnly: true });
    expect(read("The name. Required.")).toEqual({ required: true });
    expect(read("The kind of it is a required field. Set once.")).toEqual({ required: true });
    expect(read("The site.<br><br>Returned only on `$select`.")).toEqual({ onlyOnSelect: true });
  });

  it.each([
    "Its ids. Not returned by default.",
    "Its ids. This property isn't returned by default and must be selected using the `$select` query parameter.",
    "Its ids. These aren’t returned on GET.",
  ])("are that it does not come unasked by %j", (text) => {
    expect(read(text)).toEqual({ notByDefault: true });
  });

  it("are not said by the same words elsewhere", () => {
    expect(read("What is required by the device.")).toEqual({});
    expect(read("Required on create.")).toEqual({});
    expect(read("This is a required field if the other is empty.")).toEqual({});
    expect(read("Guests can read only what they own.")).toEqual({});
    expect(read("Returned by default; use `$select` for more.")).toEqual({});
  });
});
