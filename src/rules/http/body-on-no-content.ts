import { defineRule } from "../rule.ts";

/** What must not come with 204. */
export const bodyOnNoContent = defineRule("http/body-on-no-content", {
  promise: "A 204 response has neither a body nor a Content-Type.",
  judge({ response: { status, headers, body } }) {
    if (status !== 204) return "not-applicable";
    if (body) {
      const message = "204 No Content comes with a body; it has none by definition";
      return [{ status: "fail", message, location: body.location }];
    }
    const header = headers.find(({ name }) => name.toLowerCase() === "content-type");
    if (!header || header.value === "") return [];
    const message = `204 No Content comes with the Content-Type "${header.value}", but without a body to which it applies`;
    return [{ status: "fail", message, location: header.location }];
  },
});
