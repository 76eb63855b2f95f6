import { describe, expect, it } from "vitest";
import { bodyText } from "../../../src/report/body-text.ts";

describe("the body in the text of a message", () => {
  it.each([
    [
      "below the empty line",
      "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{}",
      { text: "{}", line: 3 },
    ],
    ["without an empty line", "HTTP/1.1 200 OK\nContent-Type: text/plain\n[1]", { text: "[1]", line: 2 }],
    ["below headers with gaps", "HTTP/1.1 200 OK\n\nA: 1\n\nB: 2\n\n{\n}", { text: "{\n}", line: 6 }],
    ["below headers without a status line", "\nA: 1\n\n{}", { text: "{}", line: 3 }],
    ["that is all of the text", '{\n  "a": 1\n}', { text: '{\n  "a": 1\n}', line: 0 }],
  ])("is found %s", (_, message, body) => {
    expect(bodyText(message)).toEqual(body);
  });

  it("is none where only headers stand", () => {
    expect(bodyText("HTTP/1.1 204 No Content\nDate: now\n")).toBeUndefined();
    expect(bodyText("HTTP/1.1 204 No Content")).toBeUndefined();
  });
});
