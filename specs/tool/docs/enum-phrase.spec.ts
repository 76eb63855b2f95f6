import { describe, expect, it } from "vitest";
import { readEnumPhrase, readSomeMembers } from "../../../src/docs/declarations/enum-phrase.ts";

const read = (description: string) => readEnumPhrase(description)?.join(" ");

describe("a list of members", () => {
  it.each([
    "A state. The possible values are: `a`, `b`, `c`.",
    "Possible values are `a`, `b`, and `c`. Read-only.",
    "Possible values: `a`, `b` or `c`",
    "Possible values:`a`,`b`,`c`|",
    "Valid values for **state** are: `a`, `b`, `c`. The default is `a`.",
    "The possible value are `a`, `b`, `c`",
    "Allowed values: `null`, `a`, `b`, and `c`. See [the table](#table).",
    "Must be one of `a`, `b`, or `c`.",
    "The value is either `a`, `b` or `c`.",
    "Can be one of the following values: *a*, *b*, *c*",
    "Supported values are 'a', 'b', 'c'.",
    'Possible values are: "a", "b", "c"',
    "The possible values are: **a**, **b** or **c**.",
    "Possible values are a, b, and c. More follows.",
    "Possible values are: `a` (the default), `b` (i.e. the other), or `c`. Set by the service.",
    "Possible values are: `a` for one thing (e.g. this), `b` for another, or `c` for the rest.",
    "Possible values are: `a` - the first. It is small; `b` - the second; `c` - the third. Supports `$filter` (`eq`, `ne`).",
    "Possible values:<br/>`a` - the first.<br/>`b` - the second.<br/>`c` - the third. <br>Supports `$filter` (`eq`, `ne`).",
    "Supported values are:<ul><li>`a`: First (i.e. this). And more.</li><li>`b`: Second, `x`.</li><li>`c`</li></ul>",
    "Supported values are: <li>a</li><li>b -- does this</li><li>c -- does that, or not.</li> Note that.",
    "The following values are supported. Not nullable. <ul><li>`a`</li><li>`b` - 256 bytes</li><li>`c`</li></ul>",
    "The type. Either `a`, `b`, or `c`.",
    "Possible values are: `a, b, c`.",
    "The possible values are: `a`, `b`. The possible values are: `a`, `b`, `c`.",
    "Possible values are: `a`, `b`. The value `c` is kept for later.",
    "Possible values are: `a`, `b`. Others are returned `c`.",
    "Possible values are: `a`, `b`, `c.",
    "What became of it. Values are:</br>✔ `a` — the first of them. </br>✔ `b`  — the second. </br> ✔`c` — the third.",
    "What became of it. Values are:</br>`a`—The first of them. </br>`b` - The second.</br> `c`—The third.",
  ])("is read from %j", (description) => {
    expect(read(description)).toBe("a b c");
  });

  it("may have members that are no identifiers", () => {
    expect(read("Supported values are: `Business Management`, `CRM`, and `Web & more`.")).toBe(
      "Business Management CRM Web & more",
    );
    expect(read("Supported values are `urn:user:a` and `1.1`")).toBe("urn:user:a 1.1");
  });

  it.each([
    "Possible values are listed in the following table.",
    "Possible values include `a`, `b`.",
    "Possible values include: `a`, `b`, and more.",
    "Possible values are: `a`, `b`, etc.",
    "Possible values are: `a`, `b`, `etc.`.",
    "Possible values are: `a`, `b`, or any other name.",
    "Possible values are: `a1` through `a9`, `b1` through `b9`.",
    "Possible values are: `a1`—`a9`, `b1`—`b9`.",
    "Possible values are `true` or `false`.",
    'Possible values are: `["a"]`, `{id}`.',
    "Possible values are: [microsoft.graph.a](a.md), `microsoft.graph.b`.",
    "Cannot begin with a digit or be one of the following values: `a`, `b`.",
    "It must not be one of `a`, `b`.",
    "Valid values 1 to 16",
    "Allowed values are 5 or 1000.",
    "The property values are: A=0, B=1.",
    "Supported values are: <li>`a`: this</li><li>Any type that the service knows</li><li>`c`: that</li>",
    "Indicates whether values are kept. Supports `$filter` (`eq`, `ne`).",
    "For example `a` or `b`.",
    "",
    "The state of it. Values are: set by the service, and read by who asks.",
    "✔ It is `on` where it runs. ✔ It is `off` where it stands.",
    "OData `$filter` syntax. Supported filters are: `and`, `or`, `gt`, `ge`, and `eq`.",
    "The operators of `$filter` can be `eq` or `ne`.",
    "A condition. Supported operators are `eq`, `ne`, and `gt`.",
  ])("is not read from %j", (description) => {
    expect(read(description)).toBeUndefined();
  });

  it("keeps its order, and what further lists add comes before the sentinel", () => {
    expect(
      read("The possible values are: `b`, `a`, `unknownFutureValue`, `z`. The value `c` means nothing."),
    ).toBe("b a c unknownFutureValue z");
  });

  it("ends with its sentence", () => {
    expect(read("Possible values are: `a`, `b`. Use `x`, `y` or `z` elsewhere.")).toBe("a b");
    expect(read("Possible values are: `a`, `b`<br>Also `x`, `y`.")).toBe("a b");
    expect(read("Possible values are: `a`, `b` when **kind** is set to `x`.")).toBe("a b");
  });
});

describe("further wordings of lists", () => {
  it.each([
    ["Allowed values in the collection are `a`, `b`, and `c`."],
    ["The possible values are: ``a``, ``b``, ``c``."],
  ])("reads %s", (text) => {
    expect(readEnumPhrase(text)).toEqual(["a", "b", "c"]);
  });

  it("reads operators where they are the values", () => {
    expect(readEnumPhrase("How the two are joined. The operator can be `and` or `or`.")).toEqual([
      "and",
      "or",
    ]);
    expect(readEnumPhrase("Possible values for the filter are: `eq`, `ne`.")).toEqual(["eq", "ne"]);
  });

  it("takes two ticks without a partner for nothing", () => {
    expect(readEnumPhrase("The display name in ``plain text.")).toBeUndefined();
  });
});

describe("a list that no word calls that of all values", () => {
  it.each([
    "The kind of it can be `a`, `b` or `c`.",
    "This can either be “a”, “b” or “c”. Read-only.",
    "The values can be *a*, *b*, or *c*.",
    "The importance of it, which can be: `a`, `b`, `c`.",
    "Depending on it, the values of this property will be `a`, `b` (the rest), or `c`. More follows.",
    "Must be `a`, `b`, or `c`.",
    "Can be set to `a`, `b` or `c`.",
    "Possible states are **a**, **b**, and **c**. Set to **a** at first.",
    "You can use the values *a*, *b*, or *c*. The default is *b*.",
    "Currently supports only three values: `a`, `b`, or `c`.",
    "It can be set to three different values: <ul><li>__a__ - One.</li><li>__b__ - Two.</li><li>__c__</li></ul>",
    "Select from **a**, **b**, or **c**.",
    "One of `a`, `b`, `c`.",
    "The importance of it: `a`, `b`, `c`",
    "The importance (of it): <code>a</code>, <code>b</code>, <code>c</code>.",
    "It comes from the store, either ‘a’, ‘b’ or ‘c’.",
    "The kind can be `a`, `b` or `c`, or `null` for all others.",
  ])("is read from %j", (description) => {
    expect(read(description)).toBe("a b c");
  });

  it.each([
    "For example: `a`, `b`.",
    "Indicates the name (examples: `a`, `b`).",
    "Types include: `a`, `b`.",
    "Some kind of it such as `a` or `b`.",
    "Can be `a`, `b`, or a list of ids.",
    "Can be `a` or `b` when the kind is `c`.",
    "When the kind can be `a` or `b`, this is empty.",
    "It cannot be `a` or `b`.",
    "Must be `a` or empty.",
    "Must be the `#<id>` or `<id>` of the element, or `b`.",
    "The only properties that can be updated are: `a`, `b`.",
    "Cannot contain any of the following: `:`, `;`.",
    "For one scenario: `a`, `b`. For another: `c`.",
    "At least one property (**a** or **b**) is required.",
    "Set to `true` or `false`.",
    "The sizes must be `1` or `2`.",
    "If the state is either `a` or `b`, it says why.",
    "The following are allowed: `.com`, `.net`.",
    "Possible keys of the JSON text are: `a`, `b`.",
    "For guests: `a`, `b`. Set by the service.",
  ])("is not read from %j", (description) => {
    expect(read(description)).toBeUndefined();
  });
});

describe("lists of one case each", () => {
  it("are that of all values together", () => {
    expect(read("For guests: `a`, `b`. For members: `b`, `c`. Not nullable.")).toBe("a b c");
  });

  it("are examples beside a list of all", () => {
    expect(read("Can be `a` or `b`. For guests: `x`, `y`. For members: `y`, `z`.")).toBe("a b");
  });
});

describe("a list that is left open", () => {
  it.each([
    "Possible values include: `a`, `b`.",
    "Types include `a` and `b`.",
    "Example values include `a`, `b`, and more.",
    "The typical states include `a`, `b`, and others.",
  ])("names some members in %j", (description) => {
    expect(readSomeMembers(description)).toEqual(["a", "b"]);
    expect(readEnumPhrase(description)).toBeUndefined();
  });

  it.each([
    "Possible values include individuals or groups.",
    "Includes `a` and `b`.",
    "Values include `1`, `2`.",
    "Possible values are: `a`, `b`.",
    "Such as `a` or `b`.",
  ])("names none in %j", (description) => {
    expect(readSomeMembers(description)).toBeUndefined();
  });
});
