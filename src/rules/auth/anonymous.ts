import { STATUS_CODES } from "node:http";
import type { HttpResponse } from "../../http/http-message.ts";
import { defineRule, type Outcome } from "../rule.ts";

/** The answer to a request that was sent without a token. */
export const anonymous = defineRule("auth/anonymous", {
  promise: "A request without a token is answered with 401 and the challenge to bring a Bearer token.",
  weighs: { mock: "error", tenant: "error" },
  idle: "nothing was asked without a token",
  judge({ exchange, response }) {
    const { status, startLine: span } = response;
    if (exchange.probe !== "anonymous" || status === undefined) return "not-applicable";
    const named = `${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
    if (status === 429 || status >= 500) {
      const message = `${named} came back, which says nothing about requests without a token`;
      const reason = status === 429 ? "throttled" : "service-error";
      return [{ status: "not-verified", reason, message, span }];
    }
    if (status === 401) return challengeFlaws(response);
    const message = `the status is ${named} for a request without a token; Graph answers it with 401 Unauthorized`;
    return [{ status: "fail", message, span }];
  },
});

function challengeFlaws({ headers, startLine: span }: HttpResponse): Outcome[] {
  const challenges = headers.filter(({ name }) => name.toLowerCase() === "www-authenticate");
  const [first] = challenges;
  if (!first) {
    const message = "401 came without WWW-Authenticate; it has to say how to sign in, with a Bearer token";
    return [{ status: "fail", message, span }];
  }
  if (challenges.some(({ value }) => namesBearer(value))) return [];
  const message = `WWW-Authenticate is "${first.value}"; Graph's challenge is Bearer`;
  return [{ status: "fail", message, span: first.span }];
}

/** A challenge begins the header or follows a comma: `Negotiate, Bearer realm="a, b"` (RFC 9110 section 11.6.1). */
function namesBearer(value: string): boolean {
  const bare = value.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return bare.split(",").some((part) => /^\s*bearer(?:\s|$)/i.test(part));
}
