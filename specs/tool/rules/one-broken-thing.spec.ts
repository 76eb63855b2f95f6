import { describe, expect, it } from "vitest";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { bodyContext } from "./body-context.ts";
import { bodyRules, findings, runs } from "./body-findings.ts";

const lines = [
  "{",
  '  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#runs",',
  '  "value": [',
  "    {",
  '      "@odata.type": "#microsoft.graph.run",',
  '      "id": "1",',
  '      "completedDateTime": "2022-08-24T18:27:43.1283747Z",',
  '      "failedTasksCount": 1,',
  '      "totalTasksCounts": 3,',
  '      "priority": 4,',
  '      "wait": "PT1.5S",',
  '      "content": "dmFsdWU=",',
  '      "status": "completed",',
  '      "category": "joiner,leaver",',
  '      "scope": { "@odata.type": "#microsoft.graph.userScope", "user": "u" },',
  '      "reprocessedRuns": []',
  "    }",
  "  ]",
  "}",
];
const valid = lines.join("\n");
function broken(from: string, to: string): string {
  expect(valid.split(from)).toHaveLength(2);
  return valid.replace(from, to);
}

function isInvalid(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

describe("a valid body", () => {
  it("passes every rule", () => {
    expect(findings(valid)).toEqual([]);
    const context = bodyContext(lifecycleContract(), valid, runs);
    for (const rule of bodyRules.filter(({ id }) => id !== "body/missing-property")) {
      expect([rule.id, rule.judge(context)]).toEqual([rule.id, []]);
    }
  });

  it("is no pass where nothing is promised, or nothing of it is a resource", () => {
    const partial = ["body/format", "body/range", "body/null", "body/enum-member", "body/unknown-property"];
    for (const context of [
      bodyContext(lifecycleContract(), valid),
      bodyContext(lifecycleContract(), '{ "value": [] }', runs),
    ]) {
      for (const rule of bodyRules.filter(({ id }) => partial.includes(id))) {
        expect([rule.id, rule.judge(context)]).toEqual([rule.id, "not-applicable"]);
      }
    }
    const strange = bodyContext(lifecycleContract(), valid, { promised: "stranger" });
    for (const rule of bodyRules.filter(({ id }) => partial.includes(id))) {
      expect([rule.id, rule.judge(strange)]).toMatchObject([
        rule.id,
        [{ status: "not-verified", reason: "not-in-folder" }],
      ]);
    }
  });
});

describe("one broken thing in a valid body is exactly one finding", () => {
  it.each([
    [
      "a type",
      '"failedTasksCount": 1',
      '"failedTasksCount": "1"',
      "body/type /value/0/failedTasksCount 8:27",
    ],
    [
      "an object for a collection",
      '"reprocessedRuns": []',
      '"reprocessedRuns": {}',
      "body/type /value/0/reprocessedRuns 16:26",
    ],
    ["a date", "2022-08-24T18", "2022-08-32T18", "body/format /value/0/completedDateTime 7:28"],
    ["a date without offset", "1283747Z", "1283747", "body/format /value/0/completedDateTime 7:28"],
    ["a duration", "PT1.5S", "1.5 s", "body/format /value/0/wait 11:15"],
    [
      "an integer",
      '"totalTasksCounts": 3',
      '"totalTasksCounts": 30000000000',
      "body/range /value/0/totalTasksCounts 9:27",
    ],
    ["a documented range", '"priority": 4', '"priority": 17', "body/range /value/0/priority 10:19"],
    [
      "a null",
      '"failedTasksCount": 1',
      '"failedTasksCount": null',
      "body/null /value/0/failedTasksCount 8:27",
    ],
    ["an enum member", '"completed"', '"finished"', "body/enum-member /value/0/status 13:17"],
    ["the letter case of a member", '"completed"', '"Completed"', "body/enum-member /value/0/status 13:17"],
    ["one of several members", "joiner,leaver", "joiner,lever", "body/enum-member /value/0/category 14:19"],
    ["an unrequested member", '"completed"', '"skipped"', "enum/unrequested-member /value/0/status 13:17"],
    [
      "a name",
      '"totalTasksCounts"',
      '"totalTasksCount"',
      "body/unknown-property /value/0/totalTasksCount 9:7",
    ],
    [
      "a name in a derived type",
      '"user": "u"',
      '"users": "u"',
      "body/unknown-property /value/0/scope/users 15:63",
    ],
    [
      "a name in the envelope",
      '  "value": [',
      '  "total": 1, "value": [',
      "body/unknown-property /total 3:3",
    ],
    ["a comma too many", '"reprocessedRuns": []', '"reprocessedRuns": [],', "body/invalid-json - 16:28"],
    ["a comma too few", '"failedTasksCount": 1,', '"failedTasksCount": 1', "body/invalid-json - 8:28"],
    ["a quotation mark", '"failedTasksCount": 1', '"failedTasksCount: 1', "body/invalid-json - 8:7"],
    ["a word for a value", '"failedTasksCount": 1', '"failedTasksCount": one', "body/invalid-json - 8:27"],
    ["a name twice", '"id": "1"', '"id": "1", "id": "1"', "body/duplicate-key /value/0/id 6:18"],
    [
      "the hash of a type",
      '"#microsoft.graph.userScope"',
      '"microsoft.graph.userScope"',
      "odata/type-name /value/0/scope/@odata.type 15:33",
    ],
    [
      "another resource's type",
      '"#microsoft.graph.run"',
      '"#microsoft.graph.device"',
      "odata/type-name /value/0/@odata.type 5:22",
    ],
  ])("%s", (_what, from, to, finding) => {
    expect(findings(broken(from, to))).toEqual([finding]);
  });

  it("any bracket, quotation mark, colon or comma that is left out", () => {
    const structure = [...valid.matchAll(/[{}[\]:,"]/g)].map(({ index }) => index);
    const texts = structure.map((index) => valid.slice(0, index) + valid.slice(index + 1)).filter(isInvalid);
    expect(texts.length).toBe(91);
    for (const text of texts) {
      expect([text, findings(text)]).toEqual([text, [expect.stringMatching(/^body\/invalid-json - /)]]);
    }
  });

  it("the collection", () => {
    expect(findings('{\n  "id": "1",\n  "failedTasksCount": 1\n}')).toEqual(["body/shape  1:1"]);
    expect(findings('[{ "id": "1" }]')).toEqual(["body/shape  1:1"]);
    expect(findings(valid, { ...runs, promised: "run" })).toEqual(["body/shape  1:1"]);
  });

  it("a documented property, when the body is whole", () => {
    const pair = { promised: "pair" };
    expect(findings('{\n  "name": "n",\n  "value": []\n}', pair)).toEqual([]);
    expect(findings('{\n  "name": "n"\n}', pair)).toEqual(["body/missing-property /value 1:1"]);
  });
});
