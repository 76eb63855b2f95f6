import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { deferred } from "../../../src/base/deferred.ts";

interface Boat {
  readonly name: string;
  readonly sails?: readonly string[];
  readonly crew?: number;
}

function boat() {
  let times = 0;
  const whole: Boat = { name: "Ida", sails: ["jib"] };
  const value = deferred<Boat>({ name: "Ida" }, () => {
    times++;
    return whole;
  });
  return { value, whole, times: () => times };
}

describe("a value that is made when it is asked for", () => {
  it("is not made for what is known of it", () => {
    const { value, times } = boat();
    expect(value.name).toBe("Ida");
    expect(times()).toBe(0);
  });

  it("is made once for all the rest", () => {
    const { value, whole, times } = boat();
    expect(value.sails).toBe(whole.sails);
    expect(value.crew).toBeUndefined();
    expect(times()).toBe(1);
  });

  it("is that value, copied, compared, listed and written, and has no member that the value lacks", () => {
    const { value, whole } = boat();
    expect({ ...value }).toEqual(whole);
    expect(isDeepStrictEqual(boat().value, boat().value)).toBe(true);
    expect(Object.keys(value)).toEqual(["name", "sails"]);
    expect(JSON.stringify(value)).toBe(JSON.stringify(whole));
    expect("sails" in value).toBe(true);
    expect("crew" in value).toBe(false);
    const { name, ...rest } = value;
    expect([name, rest]).toEqual(["Ida", { sails: ["jib"] }]);
  });
});
