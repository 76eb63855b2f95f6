import { nearestNames } from "../../base/nearest-name.ts";
import type { Annotation, BoundAnnotation, Fence } from "../../docs/block.ts";
import { annotationSpan, memberSpan } from "../../docs/markdown/annotation-span.ts";
import { messageKind } from "../../http/read-http-message.ts";
import { sectionOf } from "../flaws-of.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** Keys that the annotation of a request announces, and that its URL does not have. */
export const sampleKey = definePageRule("annotation/sample-key", {
  promise: "Each of the sampleKeys of a request's annotation stands in the line of the request.",
  weighs: { documented: "warning" },
  judge({ page }) {
    const requests = page.annotations.filter(({ members, fence }) => members.sampleKeys && isRequest(fence));
    if (requests.length === 0) return "not-applicable";
    return requests.flatMap((request) =>
      judgeKeys(request, sectionOf({ span: annotationSpan(request) }, page)),
    );
  },
});

function isRequest(fence: Fence | undefined): boolean {
  return fence !== undefined && messageKind(fence.text) === "request";
}

function judgeKeys(annotation: BoundAnnotation, section: string): Failure[] {
  const line = requestLine(annotation.fence?.text ?? "");
  const url = plain(line);
  const keys = [annotation.members.sampleKeys].flat().filter((key) => typeof key === "string");
  const lacking = [...new Set(keys)].filter((key) => key.trim() !== "" && !url.includes(plain(key.trim())));
  const parts = line
    .replace(/^\S+\s+|\s+HTTP\/[\d.]+$/gi, "")
    .split(/[/?&='"(),]/)
    .filter((part) => part !== "" && !keys.includes(part));
  return lacking.map((key) => ({
    ...failure(annotation, key, keys.indexOf(key), parts, line),
    cause: { id: `sample-key ${section} ${key}` },
  }));
}

function failure(
  annotation: Annotation,
  key: string,
  index: number,
  parts: readonly string[],
  line: string,
): Failure {
  const span = keySpan(annotation, index) ?? annotationSpan(annotation);
  const near = nearestNames(key, parts);
  const meant = near.length === 1 ? near[0] : undefined;
  const shown = line.length > 120 ? `${line.slice(0, 120)}…` : line;
  return {
    status: "fail",
    message: `the sample key "${key}" is not in the request ${shown}`,
    span,
    meant,
    advice:
      meant === undefined ? "list the keys that the URL has" : `write "${meant}", or mend the request's URL`,
  };
}

function keySpan(annotation: Annotation, index: number) {
  return memberSpan(annotation, "sampleKeys", index) ?? memberSpan(annotation, "sampleKeys");
}

/** The first line, and those that a long URL goes on in. */
function requestLine(text: string): string {
  const [first = "", ...others] = text.trim().split("\n");
  const end = others.findIndex((other) => other.trim() === "" || /^[\w-]+:(?:\s|$)/.test(other));
  const rest = others.slice(0, end < 0 ? others.length : end);
  return [first, ...rest].map((part) => part.trim()).join("");
}

/** Escaped or not, in whatever letters. */
function plain(text: string): string {
  return text
    .replace(/%([0-7][0-9a-f])/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .toLowerCase();
}
