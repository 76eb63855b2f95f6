import { describe, expect, it } from "vitest";
import type { Assertion, Failed, Judgement } from "../../../src/rules/assertion.ts";
import {
  answered,
  answerText,
  assertion,
  at,
  cause,
  exchange,
  failure,
  file,
  notVerified,
  page,
  report,
  waiver,
} from "../../support/hand-made.ts";

const rule = "body/unknown-property";
const shared = cause("unknown-property run/totalTasksCount");
const misspelt = failure({ cause: shared, message: "it is unknown" });
const holds = assertion({ rule });

/** A documented answer with these items. */
function shown(assertions: readonly Assertion[], value: readonly unknown[], given: Partial<Judgement> = {}) {
  const text = JSON.stringify({ value }, null, 2);
  return exchange(assertions, {
    response: { text: `HTTP/1.1 200 OK\n\n${text}`, location: { file, line: 20, column: 1 } },
    ...given,
  });
}

/** What the service answers with these items. */
function served(assertions: readonly Assertion[], value: readonly unknown[], given: Partial<Judgement> = {}) {
  return answered(assertions, { response: answerText(value), ...given });
}

function sentences(...judgements: readonly Judgement[]): readonly string[] {
  return report(judgements).disagreements.map(({ sentence }) => sentence);
}

const state = (given: Partial<Failed> = {}) =>
  failure({ rule: "body/type", pointer: "/value/0/state", message: "it has the wrong type", ...given });
const typed = assertion({ rule: "body/type" });

describe("two sources that were asked the same", () => {
  it("disagree where one breaks a promise that the other keeps, and the contract says who is right", () => {
    expect(report([exchange([misspelt]), answered([holds])]).disagreements).toEqual([
      {
        rule,
        version: "v1.0",
        sentence:
          'The documentation has "totalTasksCount"; the mock, asked the same, has "totalTasksCounts". The mock keeps the contract: it is unknown',
        why: "it is unknown",
        right: ["mock"],
        wrong: ["documented"],
        examples: [
          {
            example: "list_runs",
            operation: "GET /workflows/{}/runs",
            span: at(27, 7, 17),
            pointer: "/value/0/totalTasksCount",
            sides: [
              {
                source: "documented",
                right: false,
                pointer: "/value/0/totalTasksCount",
                shows: "3",
                judgement: 0,
              },
              { source: "mock", right: true, pointer: "/value/0/totalTasksCounts", shows: "3", judgement: 1 },
            ],
          },
        ],
      },
    ]);
  });

  it("do not disagree where both keep it", () => {
    expect(sentences(exchange([holds]), answered([holds]))).toEqual([]);
  });

  it("disagree over a value in it", () => {
    expect(
      sentences(
        shown([state()], [{ id: "1", state: "soon" }]),
        served([typed], [{ id: "1", state: "done" }]),
      ),
    ).toEqual([
      'The documentation shows "soon"; the mock, asked the same, answers "done". The mock keeps the contract: it has the wrong type',
    ]);
  });

  it("tell of long values the parts in which they differ", () => {
    const root = `https://graph.microsoft.com/v1.0/${"workflows/".repeat(12)}`;
    const [sentence] = sentences(
      shown([state()], [{ id: "1", state: `${root}runs('1')` }]),
      served([typed], [{ id: "1", state: `${root}runs('2')` }]),
    );
    expect(sentence).toContain(
      `The documentation shows "…runs('1')"; the mock, asked the same, answers "…runs('2')". The mock`,
    );
  });

  it("have the documentation right where the service breaks the promise", () => {
    const made = report([
      shown([typed], [{ id: "1", state: "done" }]),
      served([state()], [{ id: "1", state: 3 }]),
    ]);
    expect(made.disagreements).toMatchObject([
      { right: ["documented"], wrong: ["mock"], examples: [{ span: at(12, 1) }] },
    ]);
    expect(made.disagreements[0]?.sentence).toBe(
      'The documentation shows "done"; the mock, asked the same, answers 3. The documentation keeps the contract: it has the wrong type',
    );
  });

  it("disagree all the same when the finding is waived", () => {
    const made = report([exchange([misspelt]), answered([holds])], {
      waivers: [waiver({ rule, scope: "*" })],
    });
    expect(made.findings).toEqual([]);
    expect(made.disagreements.map(({ right }) => right)).toEqual([["mock"]]);
  });

  it("disagree where one leaves out what the other has", () => {
    const lacks = failure({ pointer: "/value/0/state", message: "it is unknown", meant: "status" });
    expect(sentences(shown([lacks], [{ id: "1", state: 1 }]), served([holds], [{ id: "1" }]))).toEqual([
      'The documentation has "state"; the mock, asked the same, leaves out "state". The mock keeps the contract: it is unknown',
    ]);
  });

  it("disagree over the status", () => {
    const status = failure({ rule: "http/status", message: "it is not promised" });
    const { pointer: _, ...wrong } = status;
    const refused = { text: "HTTP/1.1 406 Not Acceptable", location: { file, line: 20, column: 1 } };
    expect(
      sentences(exchange([wrong], { response: refused }), answered([assertion({ rule: "http/status" })])),
    ).toEqual([
      "The documentation shows 406 Not Acceptable; the mock, asked the same, answers 200 OK. The mock keeps the contract: it is not promised",
    ]);
  });

  it("disagree in general where no value can be shown", () => {
    const { pointer: _, ...wrong } = failure({ rule: "body/format", message: "it is written wrong" });
    expect(sentences(exchange([wrong]), answered([assertion({ rule: "body/format" })]))).toEqual([
      "The documentation breaks the contract here; the mock, asked the same, keeps it: it is written wrong",
    ]);
  });
});

describe("two sources agree with each other and not with the contract", () => {
  it("where both break the rule at the same place", () => {
    const both = [shown([state()], [{ id: "1", state: 1 }]), served([state()], [{ id: "1", state: 2 }])];
    expect(report(both).disagreements).toMatchObject([
      {
        right: [],
        wrong: ["documented", "mock"],
        sentence:
          "The documentation shows 1; the mock, asked the same, answers 2. Neither keeps the contract: it has the wrong type",
      },
    ]);
  });

  it("where both break it for the same cause, wherever that stands first", () => {
    const later = failure({ cause: shared, pointer: "/value/4/totalTasksCount" });
    expect(report([exchange([misspelt]), answered([later])]).disagreements.map(({ wrong }) => wrong)).toEqual(
      [["documented", "mock"]],
    );
  });

  it("where the other breaks another rule at the same place: nobody is right who is wrong elsewise", () => {
    const made = report([
      shown([state(), assertion({ rule: "body/format" })], [{ id: "1", state: "soon" }]),
      served([typed, state({ rule: "body/format" })], [{ id: "1", state: "never" }]),
    ]);
    expect(made.disagreements.map(({ right, wrong }) => [right, wrong])).toEqual([
      [[], ["documented", "mock"]],
    ]);
  });

  it("but not where it breaks the rule elsewhere", () => {
    const elsewhere = state({ pointer: "/value/1/state", cause: cause("another") });
    expect(
      report([
        shown([state({ cause: cause("one") })], [{ id: "1", state: 1 }]),
        served(
          [elsewhere],
          [
            { id: "1", state: "done" },
            { id: "2", state: 2 },
          ],
        ),
      ]).disagreements.map(({ right, wrong }) => [right, wrong]),
    ).toEqual([[["mock"], ["documented"]]]);
  });
});

describe("nothing is said of two sources", () => {
  const documented = shown([state()], [{ id: "1", state: 1 }]);
  const item = [{ id: "1", state: "done" }];

  it("would be said of these", () => {
    expect(sentences(documented, served([typed], item))).toHaveLength(1);
  });

  it.each<[string, Judgement]>([
    ["when one has no answer", withoutResponse(served([typed], item))],
    ["when the rule is not judged on one", served([assertion({ rule: "http/status" })], item)],
    [
      "when the value is not verified",
      served([notVerified({ rule: "body/type", pointer: "/value/0/state" })], item),
    ],
    [
      "when what holds it is not verified",
      served([notVerified({ rule: "body/type", pointer: "/value/0" })], item),
    ],
    [
      "when another rule could not verify the value",
      served([typed, notVerified({ pointer: "/value/0/state" })], item),
    ],
    [
      "when the rule does not apply to the value",
      served([assertion({ rule: "body/type", status: "not-applicable" })], item),
    ],
    ["when one answers with an error", answered([typed], { response: answerText(item, "404 Not Found") })],
    ["when one has no item", served([typed], [])],
    ["when one has only another resource there", served([typed], [{ id: "2", state: "done" }])],
    ["when both show the same", served([typed], [{ id: "1", state: 1 }])],
    ["when the example has another name", served([typed], item, { example: "other" })],
    ["when the page is another", served([typed], item, { file: "docs/v1.0/api/other.md" })],
    ["when the version is another", served([typed], item, { version: "beta" })],
    ["when it is the same source", shown([typed], item)],
    [
      "when one is a page",
      page([assertion({ rule: "body/type" })], { source: "mock", example: "list_runs" }),
    ],
  ])("%s", (_, other) => {
    expect(sentences(documented, other)).toEqual([]);
  });

  it("when both leave it out, and only one has to", () => {
    const missing = failure({ rule: "body/type", pointer: "/value/0/gone" });
    expect(sentences(shown([typed], item), served([missing], item))).toEqual([]);
  });

  it("when they answer with different statuses that are both promised", () => {
    const status = assertion({ rule: "http/status" });
    const refused = { text: "HTTP/1.1 406 Not Acceptable", location: { file, line: 20, column: 1 } };
    expect(sentences(exchange([status], { response: refused }), answered([status]))).toEqual([]);
  });
});

describe("the items of two lists", () => {
  it("are compared by their ids, not by their places", () => {
    const made = report([
      shown([state()], [{ id: "7", state: 1 }]),
      served(
        [typed],
        [
          { id: "6", state: "six" },
          { id: "7", state: "seven" },
        ],
      ),
    ]);
    expect(made.disagreements[0]?.examples[0]?.sides[1]).toMatchObject({
      pointer: "/value/1/state",
      shows: '"seven"',
    });
  });

  it("are compared by their places where they have no ids", () => {
    expect(sentences(shown([state()], [{ state: 1 }]), served([typed], [{ state: "done" }]))[0]).toContain(
      'shows 1; the mock, asked the same, answers "done"',
    );
  });

  it("tell by any of them whether a name is there at all", () => {
    expect(
      sentences(
        shown([misspelt], [{ id: "1", totalTasksCount: 3 }]),
        served([holds], [{ id: "2", totalTasksCounts: 4 }]),
      ),
    ).toHaveLength(1);
  });
});

describe("disagreements", () => {
  const beside = (name: string, line: number) => [
    shown([failure({ cause: shared, span: at(line, 7) })], [{ totalTasksCount: 1 }], {
      example: name,
    }),
    served([holds], [{ totalTasksCounts: 1 }], { example: name }),
  ];

  it("of one cause are one, with every example in which it shows", () => {
    const made = report([...beside("second", 90), ...beside("first", 40)]);
    expect(made.disagreements).toHaveLength(1);
    expect(made.disagreements[0]?.examples.map(({ example, span }) => [example, span.start.line])).toEqual([
      ["first", 40],
      ["second", 90],
    ]);
  });

  it("of one cause in two versions are two", () => {
    const beta = beside("first", 40).map((judgement): Judgement => ({ ...judgement, version: "beta" }));
    expect(report([...beside("first", 40), ...beta]).disagreements).toHaveLength(2);
  });

  it("come in the same order, whatever order the judgements come in", () => {
    const all = [
      ...beside("b", 40),
      ...beside("a", 41),
      shown([state()], [{ state: 1 }], { example: "c" }),
      served([typed], [{ state: "x" }], { example: "c" }),
    ];
    expect(report([...all].reverse()).disagreements).toEqual(report(all).disagreements);
  });

  it("of three sources name all that are right", () => {
    const tenant = served([typed], [{ state: "b" }], { source: "tenant" });
    expect(sentences(shown([state()], [{ state: 1 }]), served([typed], [{ state: "a" }]), tenant)).toEqual([
      'The documentation shows 1; the mock, asked the same, answers "a"; the tenant, asked the same, answers "b". The mock and the tenant keep the contract: it has the wrong type',
    ]);
  });

  it("pair examples of one name by their lines, and leave out what stays ambiguous", () => {
    const inLine = (line: number) => ({ location: { file, line, column: 1 } });
    const one = [shown([state()], [{ state: 1 }], inLine(12)), served([typed], [{ state: "x" }], inLine(12))];
    const other = [
      shown([typed], [{ state: "y" }], inLine(50)),
      served([typed], [{ state: "y" }], inLine(50)),
    ];
    expect(sentences(...one, ...other)).toHaveLength(1);
    const twice = [shown([state()], [{ state: 1 }], inLine(12)), ...one];
    expect(sentences(...twice)).toEqual([]);
  });

  it("survive a body that is no JSON, and a pointer that leads nowhere", () => {
    const broken = { text: "HTTP/1.1 200 OK\n\n{,", location: { file, line: 20, column: 1 } };
    expect(sentences(exchange([state()], { response: broken }), served([typed], [{ state: "x" }]))).toEqual([
      "The documentation breaks the contract here; the mock, asked the same, keeps it: it has the wrong type",
    ]);
    expect(sentences(shown([state()], [{ state: 1 }]), answered([typed], { response: broken }))).toEqual([]);
  });
});

function withoutResponse({ response: _, ...judgement }: Judgement): Judgement {
  return judgement;
}
