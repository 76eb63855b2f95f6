import { describe, expect, it } from "vitest";
import { nearestName } from "../../../src/base/nearest-name.ts";

describe("the nearest name", () => {
  it("is the one with the fewest slips, letter case not counted", () => {
    expect(nearestName("totalTasksCount", ["totalUsersCount", "totalTasksCounts"])).toBe("totalTasksCounts");
    expect(nearestName("ConferenceId", ["conferenceID", "conference"])).toBe("conferenceID");
  });

  it("counts neighbours that changed places as one slip", () => {
    expect(nearestName("mial", ["mail"])).toBe("mail");
    expect(nearestName("miax", ["mail"])).toBeUndefined();
  });

  it("is the first of equals", () => {
    expect(nearestName("name", ["named", "names"])).toBe("named");
  });

  it("is none when all are another word", () => {
    expect(nearestName("deletedDateTime", ["createdDateTime", "id"])).toBeUndefined();
    expect(nearestName("id", [])).toBeUndefined();
  });
});
