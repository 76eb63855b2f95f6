import { STATUS_CODES } from "node:http";
import { defineRule, type ExchangeContext } from "../rule.ts";

/** Phrases that RFC 9110 renamed; both are in use. */
const renamed: Readonly<Record<number, string>> = { 413: "Content Too Large", 422: "Unprocessable Content" };

/** The words behind the status code. */
export const reasonPhrase = defineRule("http/reason-phrase", {
  promise: "The reason phrase is the standard one of the status.",
  weighs: { documented: "info" },
  judge({ response: { status, reason, startLine: span }, promising }) {
    const standard = status === undefined ? undefined : STATUS_CODES[status];
    if (status === undefined || standard === undefined || reason === "") return "not-applicable";
    if (reason === standard || reason === renamed[status]) return [];
    // Where the words are those of another status, the number may be the slip, unless the page promises it.
    const other = Object.entries(STATUS_CODES).find(
      ([code, phrase]) => code !== `${status}` && phrase?.toLowerCase() === reason.toLowerCase(),
    )?.[0];
    if (other !== undefined && !isPromised(promising, status)) {
      const message = `"${status} ${reason}" has the phrase of ${other}; that of ${status} is "${standard}"`;
      return [{ status: "fail", message, span }];
    }
    const message = `"${status} ${reason}" has not the standard phrase; it is "${status} ${standard}"`;
    const meant = `HTTP/1.1 ${status} ${standard}`;
    return [{ status: "fail", message, span, meant, fix: { edits: [{ span, text: meant }] } }];
  },
});

function isPromised(promising: ExchangeContext["promising"], status: number): boolean {
  return promising?.responses.some((response) => response.status === status) ?? false;
}
