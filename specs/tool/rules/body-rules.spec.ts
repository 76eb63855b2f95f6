import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { enumMember } from "../../../src/rules/body/enum-member.ts";
import { bodyFormat } from "../../../src/rules/body/format.ts";
import { invalidJson } from "../../../src/rules/body/invalid-json.ts";
import { missingProperty } from "../../../src/rules/body/missing-property.ts";
import { bodyRange } from "../../../src/rules/body/range.ts";
import { bodyType } from "../../../src/rules/body/type.ts";
import { unknownProperty } from "../../../src/rules/body/unknown-property.ts";
import { unrequestedMember } from "../../../src/rules/enum/unrequested-member.ts";
import type { Source } from "../../../src/rules/exchange.ts";
import { outcomeSeverity } from "../../../src/rules/rule.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { type BodySketch, bodyContext, outcomesOf, place } from "./body-context.ts";
import { findings, runs } from "./body-findings.ts";

const contract = lifecycleContract();

describe("body/type", () => {
  it("says the value, the documented type and where it is documented", () => {
    const context = bodyContext(contract, '{ "failedTasksCount": "1" }', { promised: "run" });
    expect(bodyType.judge(context)).toEqual([
      {
        status: "fail",
        message: '"failedTasksCount" is the string "1"; run says Int32 (run.md:11)',
        span: spanAt(place(1, 23), 3),
        pointer: "/failedTasksCount",
        cause: {
          id: "type microsoft.graph.run/failedTasksCount",
          sentence: '"failedTasksCount": run says Int32 (run.md:11)',
        },
      },
    ]);
  });

  it("names an item of a collection, and a resource that is none", () => {
    const message = (text: string, promised: string) =>
      outcomesOf(bodyType, bodyContext(contract, text, { promised })).map((outcome) => outcome.message);
    expect(message('{ "tags": [1] }', "run")).toEqual([
      'An item of "tags" is the number 1; run says collection of String (run.md:19)',
    ]);
    expect(message('"done"', "run")).toEqual(['the body is the string "done"; the page promises run']);
  });

  it("does not verify placeholders", () => {
    expect(
      findings('{ "failedTasksCount": "Integer", "scope": "scope-value" }', {
        promised: "run",
        declared: { truncated: true },
      }),
    ).toEqual(["body/type not-verified /failedTasksCount 1:23", "body/type not-verified /scope 1:43"]);
  });

  it("does not verify a body whose type is not declared, once by each rule that would look into it", () => {
    expect(findings('{ "a": 1 }', { promised: "stranger" })).toEqual(
      [
        "body/enum-member",
        "body/format",
        "body/missing-property",
        "body/null",
        "body/range",
        "body/type",
        "body/unknown-property",
        "enum/unrequested-member",
      ].map((rule) => `${rule} not-verified  1:1`),
    );
  });
});

describe("body/format", () => {
  it("does not verify placeholders", () => {
    expect(
      findings('{ "completedDateTime": "String (timestamp)" }', {
        promised: "run",
        declared: { truncated: true },
      }),
    ).toEqual(["body/format not-verified /completedDateTime 1:24"]);
  });

  it("advises the form", () => {
    const context = bodyContext(contract, '{ "wait": "90 s" }', { promised: "run" });
    expect(outcomesOf(bodyFormat, context)).toMatchObject([{ advice: "write it like P1DT2H30M" }]);
  });
});

describe("body/range", () => {
  it("is milder where only the prose sets the limit, and on documentation", () => {
    const severities = (text: string, source: Source) =>
      outcomesOf(bodyRange, bodyContext(contract, text, { promised: "run" })).map((outcome) =>
        outcomeSeverity(bodyRange, outcome, source),
      );
    expect(severities('{ "priority": 0 }', "tenant")).toEqual(["warning"]);
    expect(severities('{ "priority": 3000000000 }', "tenant")).toEqual(["error"]);
    expect(severities('{ "notes": "longer" }', "mock")).toEqual(["warning"]);
    expect(severities('{ "notes": "longer" }', "documented")).toEqual(["info"]);
    expect(severities('{ "priority": 3000000000 }', "documented")).toEqual(["info"]);
  });
});

describe("body/enum-member", () => {
  const outcomes = (text: string) =>
    outcomesOf(enumMember, bodyContext(contract, text, { promised: "run", declared: { truncated: true } }));

  it("names the enumeration and its members, or the one that is near", () => {
    expect(outcomes('{ "status": "finished" }')).toMatchObject([
      {
        message:
          '"finished" is no member of processingStatus ("status"), whose members are "queued", "completed", "unknownFutureValue", "skipped" (run.md:20)',
      },
    ]);
    expect(outcomes('{ "status": "complete" }')).toMatchObject([
      {
        message:
          '"complete" is no member of processingStatus ("status"); did the page mean "completed"? (run.md:20)',
        meant: "completed",
        fix: { edits: [{ span: spanAt(place(1, 13), 10), text: '"completed"' }] },
      },
    ]);
  });

  it("has a cause with its name for each wrong value, so that two of them are never told as one", () => {
    const sentences = ["finished", "ready"].flatMap((status) =>
      outcomes(JSON.stringify({ status })).map((outcome) => "cause" in outcome && outcome.cause?.sentence),
    );
    expect(sentences).toEqual([
      '"finished" is no member of processingStatus ("status") (run.md:20)',
      '"ready" is no member of processingStatus ("status") (run.md:20)',
    ]);
  });

  it("tolerates several listed values, and an empty string, where a String has listed values", () => {
    expect(outcomes('{ "state": "open,done" }')).toEqual([]);
    expect(outcomes('{ "state": "" }')).toEqual([]);
    expect(outcomes('{ "state": "open,closed" }')).toMatchObject([{ pointer: "/state" }]);
    expect(outcomes('{ "status": "" }')).toMatchObject([{ pointer: "/status" }]);
  });

  it("does not verify placeholders", () => {
    expect(outcomes('{ "status": "String" }')).toMatchObject([
      { status: "not-verified", reason: "placeholder" },
    ]);
    expect(outcomes('{ "state": "open | done" }')).toMatchObject([{ status: "not-verified" }]);
  });
});

describe("body/unknown-property", () => {
  it("reports each type and name once, with the nearest documented name", () => {
    const text = '{ "value": [{ "totalTasksCount": 1 }, { "totalTasksCount": 2 }, { "other": 3 }] }';
    const [span, again] = [15, 41].map((column) => spanAt(place(1, column), '"totalTasksCount"'.length));
    expect(outcomesOf(unknownProperty, bodyContext(contract, text, runs))).toMatchObject([
      {
        status: "fail",
        message:
          '"totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"? (run.md:12)',
        meant: "totalTasksCounts",
        span,
        pointer: "/value/0/totalTasksCount",
        // Wherever the name stands, so that the page is right afterwards.
        fix: { edits: [span, again].map((place) => ({ span: place, text: '"totalTasksCounts"' })) },
        cause: { id: "unknown-property microsoft.graph.run/totalTasksCount" },
      },
      {
        status: "fail",
        message: '"other" is not a property of run (run.md:1)',
        span: spanAt(place(1, 67), '"other"'.length),
        pointer: "/value/2/other",
        meant: undefined,
        fix: undefined,
        promise: { text: expect.stringMatching(/^microsoft\.graph\.run: id, completedDateTime,/) },
        cause: { id: "unknown-property microsoft.graph.run/other" },
      },
    ]);
  });

  it("tolerates names of derived types when the object does not say its type", () => {
    const sketch = { promised: "scope", declared: { truncated: true } };
    expect(findings('{ "user": "u" }', sketch)).toEqual([]);
    expect(findings('{ "users": "u" }', sketch)).toEqual(["body/unknown-property /users 1:3"]);
  });
});

describe("body/missing-property", () => {
  const text = '{ "name": "n" }';

  it("is not judged when properties may have been left out", () => {
    const judge = (sketch: BodySketch) =>
      missingProperty.judge(bodyContext(contract, text, { promised: "pair", ...sketch }));
    const graph = "https://graph.microsoft.com/v1.0";
    expect(judge({ declared: { truncated: true } })).toBe("not-applicable");
    expect(judge({ url: `${graph}/pairs?$select=name` })).toBe("not-applicable");
    expect(judge({ url: `${graph}/pairs/delta` })).toBe("not-applicable");
    expect(judge({ promised: "partial" })).toBe("not-applicable");
    const whole = bodyContext(contract, text, { promised: "pair", url: `${graph}/pairs?$select=*` });
    expect(outcomesOf(missingProperty, whole)).toHaveLength(1);
  });

  it("is one finding when much is missing", () => {
    expect(
      outcomesOf(missingProperty, bodyContext(contract, '{ "id": "1" }', { promised: "run" })),
    ).toMatchObject([
      {
        message:
          '"completedDateTime", "failedTasksCount", "totalTasksCounts" and 11 more documented properties of run are missing',
        pointer: "",
      },
    ]);
  });

  it("does not miss relationships", () => {
    const device = '{ "id": "1" }';
    expect(findings(device, { promised: "device" })).toEqual(["body/missing-property /model 1:1"]);
    expect(findings('{ "id": "1", "model": null }', { promised: "device" })).toEqual([]);
  });
});

describe("body/shape", () => {
  it("leaves to the annotation what only the annotation says", () => {
    expect(findings('{ "value": [] }', { ...runs, promised: "run" })).toEqual(["body/shape  1:1"]);
    expect(findings('{ "value": [] }', { ...runs, promised: "run", who: "annotation" })).toEqual([]);
  });

  it("takes a single resource in value for one that is wrapped", () => {
    expect(findings('{ "value": { "id": "1" } }', { ...runs, promised: "run" })).toEqual([
      "body/shape /value 1:12",
    ]);
  });

  it("misses the envelope of an empty object", () => {
    expect(findings('{ "@odata.context": "c" }')).toEqual(["body/shape  1:1"]);
  });
});

describe("body/invalid-json", () => {
  it("ends the judgement of the body where it stops being JSON, and keeps what stands before", () => {
    const text = [
      '{ "value": [{',
      '  "failedTasksCount": "1",',
      '  "status": nonsense,',
      '  "wait": "1 s"',
      "}] }",
    ].join("\n");
    expect(findings(text)).toEqual(["body/invalid-json - 3:13", "body/type /value/0/failedTasksCount 2:23"]);
  });

  it("tells different slips apart, each with what to write, and what is not judged for it", () => {
    const told = (value: string) => outcomesOf(invalidJson, bodyContext(contract, `{ "a": ${value} }`, runs));
    expect(told("'12'")).toMatchObject([
      {
        message: "the body is not JSON: a value in single quotes",
        advice: 'write straight double quotes ("); what follows in this body is not judged',
        cause: { id: "an unexpected word 1" },
      },
    ]);
    expect(told("“12”")).toMatchObject([{ message: "the body is not JSON: a value in typographic quotes" }]);
    expect(told("String")).toMatchObject([
      {
        message: "the body is not JSON: an unexpected word",
        advice: "what follows in this body is not judged",
      },
    ]);
  });

  it("keeps what stands behind a problem that is repaired without a guess", () => {
    const text = ['{ "value": [{', '  "tags": ["a",],', '  "wait": "1 s"', "}] }"].join("\n");
    expect(findings(text)).toEqual(["body/format /value/0/wait 3:11", "body/invalid-json - 2:15"]);
  });
});

describe("enum/unrequested-member", () => {
  it("reports each property and member once", () => {
    const text = '{ "value": [{ "status": "skipped" }, { "status": "skipped" }] }';
    expect(outcomesOf(unrequestedMember, bodyContext(contract, text, runs))).toEqual([
      {
        status: "fail",
        message:
          '"skipped" of "status" comes only with "Prefer: include-unknown-enum-members"; without it the contract says "unknownFutureValue" (run.md:20)',
        advice: "add the header Prefer: include-unknown-enum-members to the request",
        fix: { edits: [{ span: spanAt(place(2, 1)), text: "Prefer: include-unknown-enum-members\n" }] },
        span: spanAt(place(1, 25), '"skipped"'.length),
        pointer: "/value/0/status",
        cause: { id: "unrequested-member microsoft.graph.run/status skipped" },
      },
    ]);
  });

  it("is not judged when the request prefers all members, among other preferences", () => {
    const context = bodyContext(contract, '{ "value": [{ "status": "skipped" }] }', {
      ...runs,
      prefer: "odata.maxpagesize=2, Include-Unknown-Enum-Members",
    });
    expect(unrequestedMember.judge(context)).toBe("not-applicable");
  });
});
