import { describe, expect, it } from "vitest";
import { hasBetterCase, nearestName } from "../../../src/base/nearest-name.ts";

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

describe("the letter case of a name that is written", () => {
  it.each([
    ["timeSlots", "timeslots"],
    ["tenantId", "tenantID"],
    ["id", "ID"],
    ["displayName", "DisplayName"],
  ])("may be better than the documented one's: %s, %s", (written, documented) => {
    expect(hasBetterCase(written, documented)).toBe(true);
  });

  it.each([
    ["timeslots", "timeSlots"],
    ["tenantid", "tenantId"],
    ["DisplayName", "displayName"],
    ["TENANTID", "tenantId"],
    ["tenantIdentity", "tenantID"],
  ])("is none where it is a slip, or the name another: %s, %s", (written, documented) => {
    expect(hasBetterCase(written, documented)).toBe(false);
  });
});
