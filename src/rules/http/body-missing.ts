import { defineRule } from "../rule.ts";

/** A body that the page promises. */
export const bodyMissing = defineRule("http/body-missing", {
  promise: "A response has the body that the page promises for its status.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge({ response, operation, promised, exchange }) {
    const { status, body, location } = response;
    const promise = operation?.responses.find((other) => other.status === status)?.body;
    // Without a promised type the path ends in `$count`, `$value` or `$ref`, or the status is no success. And what
    // the prose names with 202 is mostly what a header leads to.
    const bodiless = status === 202 || exchange.request.method === "HEAD";
    if (!promise || !promised.type || bodiless) return body ? [] : "not-applicable";
    if (body) return [];
    const what = promise.collection ? `a collection of ${promise.name}` : promise.name;
    return [
      {
        status: "fail",
        message: `the response has no body; the page promises ${what} with ${status}`,
        location,
      },
    ];
  },
});
