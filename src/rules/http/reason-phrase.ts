import { STATUS_CODES } from "node:http";
import { defineRule } from "../rule.ts";

/** Phrases that RFC 9110 renamed; both are in use. */
const renamed: Readonly<Record<number, string>> = { 413: "Content Too Large", 422: "Unprocessable Content" };

/** The words behind the status code. */
export const reasonPhrase = defineRule("http/reason-phrase", {
  promise: "The reason phrase is the standard one of the status.",
  weighs: { documented: "info" },
  judge({ response: { status, reason, startLine: span } }) {
    const standard = status === undefined ? undefined : STATUS_CODES[status];
    if (status === undefined || standard === undefined || reason === "") return "not-applicable";
    if (reason === standard || reason === renamed[status]) return [];
    const message = `"${status} ${reason}" has not the standard phrase; it is "${status} ${standard}"`;
    const meant = `HTTP/1.1 ${status} ${standard}`;
    return [{ status: "fail", message, span, meant, fix: { edits: [{ span, text: meant }] } }];
  },
});
