import { describe, expect, it } from "vitest";
import { compareProfiles } from "../../../src/profile/compare-profiles.ts";
import { boats, changed, profileOf } from "../../support/seen-answers.ts";

const plain = () => ({});

describe("two profiles", () => {
  it("differ in nothing where the same came, however often and at other places, too", () => {
    expect(changed([boats(6, plain)], [boats(9, plain)])).toEqual([]);
    expect(changed([boats(6, plain)], [boats(6, plain), ["/boats/1", { id: "1", draught: 2 }]])).toEqual([]);
  });

  it("say that a property is new, and of how few that is not known", () => {
    const once = (index: number) => (index === 0 ? { draught: 2 } : {});
    expect(changed([boats(6, plain)], [boats(8, once)])).toEqual(["property boat.draught 0/6 1/8"]);
    expect(changed([boats(4, plain)], [boats(8, once)])).toEqual(["property boat.draught 0/4 1/8 ?"]);
  });

  it("call nothing new that came before elsewhere, or could not come", () => {
    const before = [boats(6, plain), ["/boats/9", { id: "9", draught: 1 }] as const];
    expect(changed(before, [boats(6, () => ({ draught: 2 }))])).toEqual([]);
    const [, list] = boats(6, plain);
    expect(changed([["/boats?$select=id,name", list]], [boats(6, () => ({ draught: 2 }))])).toEqual([]);
  });

  it("say that a property stopped where that is no chance", () => {
    const flagged = (index: number) => (index % 2 === 0 ? { flag: "red" } : {});
    const all = () => ({ flag: "red" });
    expect(changed([boats(5, all)], [boats(5, plain)])).toEqual(["stopped boat.flag 5/5 0/5"]);
    expect(changed([boats(4, all)], [boats(4, plain)])).toEqual(["stopped boat.flag 4/4 0/4 ?"]);
    expect(changed([boats(100, flagged)], [boats(4, plain)])).toEqual(["stopped boat.flag 50/100 0/4 ?"]);
    expect(changed([boats(100, flagged)], [boats(30, plain)])).toEqual(["stopped boat.flag 50/100 0/30"]);
    expect(changed([boats(5, all)], [boats(5, flagged)])).toEqual([]);
  });

  it("do not count the same objects again, that came for another query, as more of them", () => {
    const before = [1, 2, 3, 4].map(
      (top) => [`/boats?$top=${top}`, boats(2, () => ({ flag: "red" }))[1]] as const,
    );
    const after = [1, 2, 3, 4].map((top) => [`/boats?$top=${top}`, boats(2, plain)[1]] as const);
    expect(changed(before, after)).toEqual(["stopped boat.flag 2/2 0/2 ?"]);
  });

  it("take no cut answer for one that lacks something, and a name that is asked for in vain for that", () => {
    const [, list] = boats(9, plain);
    const logged = () => ({ log: "a", flag: "red" });
    const [, before] = boats(9, logged);
    expect(changed([boats(9, logged)], [["/boats?$select=id,name", list]])).toEqual([]);
    expect(changed([["/boats?$select=id,log", before]], [["/boats?$select=id,log", list]])).toEqual([
      "stopped boat.log asked 9/9 0/9",
    ]);
  });

  it("say that a property which came unasked comes only where it is asked for", () => {
    const [, list] = boats(9, () => ({ flag: "red" }));
    const after = [boats(9, plain), ["/boats?$select=id,flag", list] as const];
    expect(changed([boats(9, () => ({ flag: "red" }))], after)).toEqual(["stopped boat.flag 9/9 0/9"]);
  });

  it("say that a member, a form or a null is new", () => {
    const was = () => ({ kind: "sail", flag: "red", draught: 2, berths: [{ number: 1 }] });
    const one = (facts: object) => (index: number) => (index === 0 ? { ...was(), ...facts } : was());
    const from = (facts: object) => changed([boats(6, was)], [boats(6, one(facts))]);
    expect(from({ kind: "steam" })).toEqual(["member boat.kind steam 0/6 1/6"]);
    expect(from({ kind: "motor" })).toEqual(["member boat.kind motor 0/6 1/6"]);
    expect(from({ flag: "Somebody" })).toEqual(["member boat.flag 0/6 1/6"]);
    expect(from({ draught: "2" })).toEqual(["form boat.draught text 0/6 1/6"]);
    expect(from({ berths: ["1"] })).toEqual(["form boat.berths list of text 0/6 1/6"]);
    expect(from({ draught: null })).toEqual(["null boat.draught 0/6 1/6"]);
    expect(from({ draught: 2.5, flag: "red" })).toEqual([]);
  });

  it("say that a format is another where it always was one, and of a text that is like anything never", () => {
    const built = (builtAt: string) => () => ({ builtAt, name: "2020-01-01" });
    const old = [boats(6, built("1913-12-11T00:00:00Z"))];
    expect(changed(old, [boats(6, built("11 December"))])).toEqual(["format boat.builtAt text 0/6 6/6"]);
    const once = (index: number) => built(index === 0 ? "1913" : "1913-12-11T00:00:00Z")();
    expect(changed(old, [boats(6, once)])).toEqual(["format boat.builtAt digits 0/6 1/6 ?"]);
    expect(changed([boats(6, plain)], [boats(6, () => ({ name: "1913" }))])).toEqual([]);
  });

  it("say that another type came, and another status, but for that of who asks too much", () => {
    const sail = (index: number) => (index === 0 ? { "@odata.type": "#microsoft.graph.sailboat" } : {});
    expect(changed([boats(6, plain)], [boats(6, sail)])).toEqual([
      "type sailboat microsoft.graph.sailboat 0/6 1/1",
    ]);
    const one = ["/boats/1", { id: "1" }] as const;
    const gone = ["/boats/1", { error: { code: "x", message: "y" } }, 404] as const;
    const many = ["/boats/1", { error: { code: "x", message: "y" } }, 429] as const;
    const six = Array.from({ length: 6 }, () => one);
    expect(changed(six, [one, gone, many])).toEqual(["status GET /boats/{} 404 0/6 1/3"]);
    expect(changed([one], [one, gone])).toEqual(["status GET /boats/{} 404 0/1 1/2 ?"]);
  });

  it("leave alone the names that are data, or that applications gave", () => {
    const owned = (notes: object) =>
      boats(6, (index) => ({ owner: { id: `${index}`, name: "n", ...notes } }));
    const before = [owned({ notes: { someone: 1 } })];
    expect(changed(before, [owned({ notes: { another: "x" } })])).toEqual([]);
    expect(changed([owned({})], [owned({ extension_0123456789abcdef_shoeSize: 43 })])).toEqual([]);
    expect(changed([owned({ contoso_course: { a: 1 } })], [owned({})])).toEqual([]);
    expect(changed([owned({})], [owned({ employer: "x" })])).toEqual(["property person.employer 0/6 6/6"]);
  });

  it("make one change of what changed at several places", () => {
    const nine = Array.from({ length: 9 }, (_, index) => index);
    const each = (facts: object) => nine.map((at) => [`/boats/${at}`, { id: `${at}`, ...facts }] as const);
    const before = profileOf([boats(6, () => ({ flag: "red" })), ...each({ flag: "red" })]);
    const [change, ...others] = compareProfiles(before, profileOf([boats(6, plain), ...each({})])).changes;
    expect(others).toEqual([]);
    expect(change?.places.map(({ operation }) => operation)).toEqual(["GET /boats/{}", "GET /boats"]);
  });

  it("say how much of them could be compared", () => {
    const other = ["/boats/1", { id: "1", owner: { id: "2" } }] as const;
    const { operations, objects, alone } = compareProfiles(profileOf([boats(6, plain)]), profileOf([other]));
    expect({ operations, objects, alone }).toEqual({
      operations: 0,
      objects: { before: 0, after: 0 },
      alone: { before: 1, after: 2 },
    });
  });
});
