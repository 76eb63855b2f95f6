import { describe, expect, it } from "vitest";
import { envelope } from "../../../src/rules/error/envelope.ts";
import { exampleOf, ok } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

const judge = (response: string) => inShort(envelope.judge(exampleOf({ response })));
const error = (body: unknown) => judge(ok(body, "404 Not Found"));

describe("error/envelope", () => {
  it("passes Graph's envelope with whatever more", () => {
    expect(error({ error: { code: "NotFound", message: "", innerError: {}, details: [] } })).toEqual([]);
  });

  it("reports an error without envelope", () => {
    expect(error({ code: "NotFound", message: "No such run" })).toEqual([
      'fail 63:1  the body of 404 has no "error" object, in which Graph says what is wrong',
    ]);
  });

  it("reports an absent text at its pointer", () => {
    expect(error({ error: { code: "NotFound" } })).toEqual([
      'fail 64:12 /error/message "error" has no text "message"; Graph\'s errors always do',
    ]);
  });

  it("reports a body that does not mean to be JSON", () => {
    expect(judge("HTTP/1.1 500 Internal Server Error\nContent-Type: text/html\n\n<h1>Oops</h1>")).toEqual([
      'fail 63:1 the body of 500 is no JSON; an error is {"error": {"code", "message"}}',
    ]);
  });

  it("judges neither success nor an error without a body", () => {
    expect(judge(ok({ value: [] }))).toBe("not-applicable");
    expect(judge("HTTP/1.1 406 Not Acceptable")).toBe("not-applicable");
  });
});
