import { describe, expect, it } from "vitest";
import { anonymous } from "../../../src/rules/auth/anonymous.ts";
import type { Probe } from "../../../src/rules/exchange.ts";
import { severityOf } from "../../../src/rules/rule.ts";
import { exampleOf } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

function judge(response: string, probe: Probe | undefined = "anonymous") {
  const { exchange, ...context } = exampleOf({ response });
  return inShort(anonymous.judge({ ...context, exchange: { ...exchange, ...(probe ? { probe } : {}) } }));
}

const challenge = (value: string) => judge(`HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${value}`);

describe("auth/anonymous", () => {
  it.each([
    'Bearer realm="", authorization_uri="https://localhost/common/oauth2/authorize", client_id="0"',
    "bearer",
    'Negotiate, Bearer realm="a"',
    'Basic realm="x, Digest", Bearer',
  ])("passes 401 with the challenge %s", (value) => expect(challenge(value)).toEqual([]));

  it("passes the challenge in the second of two headers", () => {
    const headers = "WWW-Authenticate: Negotiate\nwww-authenticate: Bearer";
    expect(judge(`HTTP/1.1 401 Unauthorized\n${headers}`)).toEqual([]);
  });

  it.each(['Basic realm="Graph"', 'Basic realm="x, Bearer "', "Bearertoken", 'Digest nonce="Bearer"'])(
    "reports the challenge %s at its header",
    (value) => {
      expect(challenge(value)).toEqual([
        `fail 61:1 WWW-Authenticate is "${value}"; Graph's challenge is Bearer`,
      ]);
    },
  );

  it("reports 401 without a challenge at the status line", () => {
    expect(judge("HTTP/1.1 401 Unauthorized")).toEqual([
      "fail 60:1 401 came without WWW-Authenticate; it has to say how to sign in, with a Bearer token",
    ]);
  });

  it.each(["200 OK", "302 Found", "403 Forbidden", "404 Not Found"])(
    "reports %s at the status line",
    (status) => {
      expect(judge(`HTTP/1.1 ${status}`)).toEqual([
        `fail 60:1 the status is ${status} for a request without a token; Graph answers it with 401 Unauthorized`,
      ]);
    },
  );

  it.each([
    ["429 Too Many Requests", "throttled"],
    ["503 Service Unavailable", "service-error"],
  ])("says of %s that it verifies nothing: %s", (status, reason) => {
    const { exchange, ...context } = exampleOf({ response: `HTTP/1.1 ${status}` });
    const span = context.response.startLine;
    const message = `${status} came back, which says nothing about requests without a token`;
    expect(anonymous.judge({ ...context, exchange: { ...exchange, probe: "anonymous" } })).toEqual([
      { status: "not-verified", reason, message, span },
    ]);
  });

  it("judges only what was sent without a token on purpose", () => {
    const { exchange, ...context } = exampleOf({ response: "HTTP/1.1 403 Forbidden" });
    expect(anonymous.judge({ ...context, exchange })).toBe("not-applicable");
    expect(judge("HTTP/1.1 403 Forbidden", "absent")).toBe("not-applicable");
  });

  it("weighs nothing on documentation, which never shows it, and is an error on every service", () => {
    const weights = (["documented", "mock", "tenant", "recorded"] as const).map((source) =>
      severityOf(anonymous, source),
    );
    expect(weights).toEqual([undefined, "error", "error", "error"]);
  });
});
