import { describe, expect, it } from "vitest";
import { parseExpand } from "../../../src/odata/parse-expand.ts";
import { parseOrderby } from "../../../src/odata/parse-orderby.ts";
import { parseSelect } from "../../../src/odata/parse-select.ts";
import { splitList } from "../../../src/odata/split-list.ts";
import { processorSeconds } from "../../support/processor-seconds.ts";

const problemOf = (parsed: object) =>
  "problem" in parsed
    ? Object.values(parsed.problem as object)
        .reverse()
        .join(" ")
    : undefined;

describe("splitList", () => {
  it("cuts at the outer separators only, and says where the items begin", () => {
    expect(splitList("id, manager($select=a,b;$top=1),mail,")).toEqual([
      { text: "id", offset: 0 },
      { text: "manager($select=a,b;$top=1)", offset: 4 },
      { text: "mail", offset: 32 },
    ]);
    expect(splitList("a='x;y';b=(1;2)", ";").map(({ text }) => text)).toEqual(["a='x;y'", "b=(1;2)"]);
    expect(splitList("")).toEqual([]);
    expect(splitList("a,'b,c")).toHaveLength(2);
  });
});

describe("parseSelect", () => {
  it("reads names, paths, casts and *", () => {
    expect(parseSelect("id, owner/mail,microsoft.graph.user/mail,*")).toEqual({
      items: [
        { path: ["id"], offset: 0 },
        { path: ["owner", "mail"], offset: 4 },
        { path: ["microsoft.graph.user", "mail"], offset: 15 },
        { path: ["*"], offset: 41 },
      ],
    });
  });

  it.each([
    ["", "0 $select names no property"],
    ["id,a b", '3 "a b" is no property to select'],
    ["{property}", '0 "{property}" is no property to select'],
    ["a//b", '0 "a//b" is no property to select'],
  ])("says where %j is no selection", (text, problem) => {
    expect(problemOf(parseSelect(text))).toBe(problem);
  });
});

describe("parseOrderby", () => {
  it("reads names and paths with their order", () => {
    expect(parseOrderby("total DESC, owner/mail asc,id")).toEqual({
      items: [
        { path: ["total"], descending: true, offset: 0 },
        { path: ["owner", "mail"], descending: false, offset: 12 },
        { path: ["id"], descending: false, offset: 27 },
      ],
    });
  });

  it.each([
    ["", "0 $orderby names no property"],
    ["id down", '0 "down" is no order; it is asc or desc'],
    ["id desc now", '0 "desc now" is no order; it is asc or desc'],
    ["id,*", '3 "*" is no property to sort by'],
  ])("says where %j is no order", (text, problem) => {
    expect(problemOf(parseOrderby(text))).toBe(problem);
  });
});

describe("parseExpand", () => {
  it("reads relationships, suffixes and nested options", () => {
    expect(parseExpand("*,members/$ref,owner($select=id,mail;expand=boss($levels=max);$count=TRUE)")).toEqual(
      {
        items: [
          { path: ["*"], offset: 0 },
          { path: ["members"], suffix: "$ref", offset: 2 },
          {
            path: ["owner"],
            select: [
              { path: ["id"], offset: 0 },
              { path: ["mail"], offset: 3 },
            ],
            expand: [{ path: ["boss"], levels: "max", offset: 44 }],
            count: true,
            offset: 15,
          },
        ],
      },
    );
    const parsed = parseExpand("a($filter=id eq 'x;y)';$orderby=id desc;$top=2;$skip=1;$search=\"b\")");
    expect(parsed).toMatchObject({
      items: [
        { filter: { kind: "compare" }, orderby: [{ descending: true }], top: 2, skip: 1, search: '"b"' },
      ],
    });
  });

  it.each([
    ["", "0 $expand names no relationship"],
    ["a,b c", '2 "b c" is no relationship to expand'],
    ["$ref", '0 "$ref" is no relationship to expand'],
    ["a($top=1", '1 the parentheses of "a" do not end it'],
    ["a($foo=1)", '2 "$foo=1" is no option of $expand'],
    ["a($top=x)", '2 "$top=x" is no option of $expand'],
    ["a(b;$top=1)", '2 "b" is no option of $expand'],
    ["a($top=1;top=2)", '9 "$top" is there twice'],
    ["a($filter=id eq)", "15 a value or a name is expected instead of the end"],
    ["ab($expand=c($select=d e))", '21 "d e" is no property to select'],
  ])("says where %j is no expansion", (text, problem) => {
    expect(problemOf(parseExpand(text))).toBe(problem);
  });

  it("refuses what is nested too deep or too long, in time in proportion to the length", () => {
    const deep = (depth: number) => `${"a($expand=".repeat(depth)}a${")".repeat(depth)}`;
    expect(problemOf(parseExpand(deep(19)))).toBeUndefined();
    expect(problemOf(parseExpand(deep(20)))).toBe("200 $expand is nested more than 20 deep");
    const seconds = processorSeconds(() => {
      expect(problemOf(parseExpand(deep(5000)))).toContain("nested more than 20 deep");
      expect(problemOf(parseExpand("a,".repeat(50_000)))).toContain("more than 65536 characters");
      expect(problemOf(parseExpand("(".repeat(65_000)))).toContain("is no relationship");
    });
    expect(seconds).toBeLessThan(1);
  });
});
