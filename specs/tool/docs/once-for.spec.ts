import { describe, expect, it, vi } from "vitest";
import { once, onceFor, onceForAll, onceForLast } from "../../../src/base/once-for.ts";

describe("a value worked out once for each object", () => {
  it("is made once for the same object", () => {
    const make = vi.fn(({ name }: { name: string }) => [name]);
    const namesOf = onceFor(make);
    const run = { name: "run" };
    expect(namesOf(run)).toEqual(["run"]);
    expect(namesOf(run)).toBe(namesOf(run));
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is made anew for another object, be it alike", () => {
    const make = vi.fn(({ name }: { name: string }) => [name]);
    const namesOf = onceFor(make);
    expect(namesOf({ name: "run" })).not.toBe(namesOf({ name: "run" }));
    expect(namesOf({ name: "task" })).toEqual(["task"]);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it.each([undefined, null, 0, "", false])("is remembered when it is %j", (value) => {
    const make = vi.fn((_: object) => value);
    const madeOf = onceFor(make);
    const key = {};
    expect([madeOf(key), madeOf(key)]).toEqual([value, value]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is not remembered when making it failed", () => {
    const make = vi
      .fn((_: object) => "made")
      .mockImplementationOnce(() => {
        throw new Error("not yet");
      });
    const madeOf = onceFor(make);
    const key = {};
    expect(() => madeOf(key)).toThrow("not yet");
    expect(madeOf(key)).toBe("made");
  });

  it("is not shared by two functions", () => {
    const key = { name: "run" };
    const lengthOf = onceFor(({ name }: { name: string }) => name.length);
    const nameOf = onceFor(({ name }: { name: string }) => name);
    expect([lengthOf(key), nameOf(key)]).toEqual([3, "run"]);
  });
});

describe("a value worked out once for all that it depends on", () => {
  it("is made once for the same things, objects by identity and words by value", () => {
    const make = vi.fn((team: { name: string }, kind: string, run: object | undefined) => [team, kind, run]);
    const about = onceForAll(make);
    const team = { name: "west" };
    const run = {};
    expect(about(team, "a", run)).toBe(about(team, "a", run));
    expect(about(team, "a", undefined)).toBe(about(team, "a", undefined));
    expect(make).toHaveBeenCalledTimes(2);
  });

  it("is made anew where one of them is another", () => {
    const make = vi.fn((team: { name: string }, kind: string, run: object | undefined) => [team, kind, run]);
    const about = onceForAll(make);
    const [team, run] = [{ name: "west" }, {}];
    expect(about(team, "a", run)).toEqual([team, "a", run]);
    expect(about({ name: "west" }, "a", run)).toEqual([team, "a", run]);
    expect(about(team, "b", run)).toEqual([team, "b", run]);
    expect(about(team, "a", {})).toEqual([team, "a", run]);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it("is remembered when it is undefined", () => {
    const make = vi.fn((_: object, __: string) => undefined);
    const about = onceForAll(make);
    const key = {};
    expect([about(key, "a"), about(key, "a")]).toEqual([undefined, undefined]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});

describe("a value worked out for the last object only", () => {
  it("is made once as long as the same object is asked about, and again when it comes back", () => {
    const make = vi.fn(({ name }: { name: string }) => [name]);
    const namesOf = onceForLast(make);
    const [run, task] = [{ name: "run" }, { name: "task" }];
    expect([namesOf(run), namesOf(run), namesOf(task), namesOf(run)]).toEqual([
      ["run"],
      ["run"],
      ["task"],
      ["run"],
    ]);
    expect(make).toHaveBeenCalledTimes(3);
  });
});

describe("a value that is worked out when it is first asked for", () => {
  it("is worked out once, undefined too, and not before", () => {
    let times = 0;
    const value = once(() => {
      times++;
      return undefined;
    });
    expect(times).toBe(0);
    expect([value(), value()]).toEqual([undefined, undefined]);
    expect(times).toBe(1);
  });
});
