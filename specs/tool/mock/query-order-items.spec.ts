import { describe, expect, it } from "vitest";
import { orderItems } from "../../../src/mock/query/order-items.ts";

/** The values in their order, descending where the key says so. */
function sorted(
  values: readonly unknown[],
  { descending = false, type }: { descending?: boolean; type?: string } = {},
) {
  const items = values.map((value) => ({ a: { b: value } }));
  const keys = [{ path: ["a", "b"], descending, ...(type ? { type } : {}) }];
  return orderItems(items, keys, (item) => item).map(({ a }) => a.b);
}

describe("orderItems", () => {
  it("puts null before every value, and behind it when descending", () => {
    expect(sorted([2, null, 10, undefined])).toEqual([null, undefined, 2, 10]);
    expect(sorted([2, null, 10], { descending: true })).toEqual([10, 2, null]);
  });

  it("sorts texts without letter case, numbers by value, false before true", () => {
    expect(sorted(["b", "A", "C"])).toEqual(["A", "b", "C"]);
    expect(sorted([10, 9, -1])).toEqual([-1, 9, 10]);
    expect(sorted([true, false])).toEqual([false, true]);
  });

  it("sorts date-times by the instant, to the last digit", () => {
    const early = "2022-08-24T23:28:11.1348863Z";
    const late = "2022-08-24T23:28:11.1348864Z";
    const earlier = "2022-08-25T01:28:11+02:00";
    expect(sorted([late, early, earlier])).toEqual([earlier, early, late]);
    expect(sorted([late, early], { type: "Edm.DateTimeOffset", descending: true })).toEqual([late, early]);
  });

  it("sorts date-times of any precision", () => {
    const times = ["11Z", "11.10Z", "11.1Z", "11.15Z", "11.2Z", "12Z"].map(
      (second) => `2022-08-24T23:28:${second}`,
    );
    expect(sorted(times.toReversed())).toEqual([times[0], times[2], times[1], ...times.slice(3)]);
  });

  it("sorts durations by their length, and texts that look like some as texts", () => {
    expect(sorted(["PT36H", "P1D", "PT2M", "-PT1S"], { type: "Edm.Duration" })).toEqual([
      "-PT1S",
      "PT2M",
      "P1D",
      "PT36H",
    ]);
    expect(sorted(["PT36H", "P1D"], { type: "Edm.String" })).toEqual(["P1D", "PT36H"]);
  });

  it("sorts members of an enum by their place in it", () => {
    const members = ["queued", "running", "ended"];
    const items = ["ended", "running", null, "queued,running", "running"].map((phase, id) => ({ id, phase }));
    const ids = (descending: boolean) =>
      orderItems(items, [{ path: ["phase"], descending, members }], (item) => item).map(({ id }) => id);
    expect(ids(false)).toEqual([2, 3, 1, 4, 0]);
    expect(ids(true)).toEqual([0, 1, 4, 3, 2]);
  });

  it("keeps items in their order that no key tells apart, and asks the next key first", () => {
    const items = [
      { id: 1, x: "b", y: 1 },
      { id: 2, x: "B", y: 2 },
      { id: 3, x: "a", y: 1 },
      { id: 4, x: "b", y: 1 },
    ];
    const ids = (...keys: readonly string[]) =>
      orderItems(
        items,
        keys.map((key) => ({ path: [key.replace("-", "")], descending: key.startsWith("-") })),
        (item) => item,
      ).map(({ id }) => id);
    expect(ids("x")).toEqual([3, 1, 2, 4]);
    expect(ids("-x")).toEqual([1, 2, 4, 3]);
    expect(ids("x", "-y")).toEqual([3, 2, 1, 4]);
  });

  it("finds a property in another letter case", () => {
    const items = [{ Name: "b" }, { Name: "a" }];
    expect(orderItems(items, [{ path: ["name"], descending: false }], (item) => item)).toEqual([
      { Name: "a" },
      { Name: "b" },
    ]);
  });
});
