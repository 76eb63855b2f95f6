import { describe, expect, it } from "vitest";
import { compareProfiles } from "../../../src/profile/compare-profiles.ts";
import { promiseOfChange } from "../../../src/profile/promise-of-change.ts";
import { contractOf } from "../../support/contract-of.ts";
import { type Answer, boats, harbour, profileOf } from "../../support/seen-answers.ts";

/** What a contract says of each change from some answers to others: `standing: words`. */
function promised(before: readonly Answer[], after: readonly Answer[], contract = harbour): string[] {
  return compareProfiles(profileOf(before), profileOf(after)).changes.map((change) => {
    const { standing, says } = promiseOfChange(contract, change);
    return `${standing}: ${says}`;
  });
}

const six = (facts: object) => [boats(6, () => facts)];

describe("what the contract says of a change", () => {
  it.each([
    ["an undocumented property", {}, { draught: 1 }, 'unpromised: no page of it has "draught"'],
    ["a documented property", {}, { flag: "red" }, "promised: documented"],
    ["a property that stops", { flag: "red" }, {}, "broken: documented, and not only on $select"],
    ["one that comes only on $select", { log: "a" }, {}, "promised: documented, only on $select"],
    ["a relationship", { owner: { id: "1" } }, {}, "promised: a relationship, which comes with $expand"],
    ["an undocumented one that stops", { draught: 1 }, {}, 'unpromised: no page of it has "draught"'],
    ["a documented member", {}, { kind: "motor" }, "promised: documented"],
    [
      "the sentinel, where no member comes only on request",
      {},
      { kind: "unknownFutureValue" },
      "unpromised: it stands for a member that no page has",
    ],
    ["another member", {}, { kind: "steam" }, "broken: none of the 3 members of kind"],
    [
      "another value of a String with listed values",
      { flag: "red" },
      { flag: "green" },
      "unpromised: none of the values that the page lists",
    ],
    ["another form", {}, { name: 5 }, "broken: documented as String"],
    ["the documented form", { name: 5 }, { name: "a" }, "promised: documented as String"],
    ["another format", {}, { builtAt: "in May" }, "broken: documented as DateTimeOffset"],
    ["the documented format", { builtAt: "1913-12-11" }, {}, "promised: documented as DateTimeOffset"],
    ["a null of what is never null", {}, { builtAt: null }, "broken: documented as never null"],
    ["a null of the key", {}, { id: null }, "broken: it is the key, which is never null"],
    [
      "a null of a list",
      { berths: [] },
      { berths: null },
      "broken: documented as a list, which is never null",
    ],
    ["a null", {}, { name: null }, "unpromised: the contract does not say whether it can be null"],
    [
      "a derived type",
      {},
      { "@odata.type": "#microsoft.graph.sailboat" },
      "promised: the contract has the type",
    ],
    [
      "a type that no page has",
      {},
      { "@odata.type": "#microsoft.graph.steamboat" },
      "unpromised: the contract has no type steamboat",
    ],
  ])("is said of %s", (_, before, after, says) => {
    expect(promised(six(before), six(after))).toEqual([says]);
  });

  it("is that a promise is broken where what was asked for by name does not come", () => {
    const asked = (facts: object): Answer[] => [["/boats?$select=id,log", boats(6, () => facts)[1]]];
    expect(promised(asked({ log: "a" }), asked({}))).toEqual([
      "broken: documented, and it was asked for by name",
    ]);
  });

  it("is nothing of an error, and that another success breaks a promise", () => {
    const many = (status: number): Answer[] => Array.from({ length: 6 }, () => ["/boats/1", {}, status]);
    expect(promised(many(200), many(404))).toEqual(["unpromised: an error, of which the page says nothing"]);
    expect(promised(many(200), many(202))).toEqual(["broken: the page says 200"]);
  });

  it("is that the sentinel stands for a member which has to be asked for", () => {
    const more = contractOf({
      types: { boat: { properties: { kind: "kind" } } },
      enums: { kind: { members: ["sail", "unknownFutureValue"], onRequest: ["foil"] } },
    });
    const kind = "unknownFutureValue";
    expect(promised(six({}), six({ kind }), more)).toEqual([
      "promised: it stands for a member that comes only with Prefer: include-unknown-enum-members",
    ]);
    expect(promised(six({}), six({ kind: "foil" }), more)).toEqual([
      "promised: documented, and comes only with Prefer: include-unknown-enum-members",
    ]);
  });

  it("is nothing where it has no such type", () => {
    expect(promised(six({}), six({ draught: 1 }), contractOf({}))).toEqual([
      "unpromised: the contract has no type boat",
    ]);
  });
});
