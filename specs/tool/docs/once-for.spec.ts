import { describe, expect, it, vi } from "vitest";
import { onceFor } from "../../../src/base/once-for.ts";

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
