import { spanAt } from "../base/span.ts";
import { messageKind, readRequest, readResponse } from "../http/read-http-message.ts";
import type { Fence } from "./block.ts";
import type { BoundAnnotation, DocumentedMessage, Flaw, PageExample } from "./page.ts";
import type { PlacedBlock } from "./section.ts";

const shownLanguages = new Set(["http", "json", "msgraph-interactive", "", "https", "rest"]);
/** Block types of fences that show no message. */
const otherBlocks = new Set(["resource", "example", "samples", "simulatedresponse", "error"]);
const requestOrResponse =
  /^(?:(?:http |example |sample )*(?:request|response)s?)(?: (?:body|headers?|message))?\b.{0,4}$/i;

interface ShownFence {
  readonly role: "request" | "response";
  readonly fence: Fence;
  readonly annotation?: BoundAnnotation;
  readonly title: string;
}

/**
 * The documented requests with their responses, in reading order. The annotation says what a fence is; where there
 * is none (or `ignored`), the headings and the first line do. A response belongs to the request of its name that
 * waits for one, else to the request before it; a second response to the same request makes a second example.
 */
export function readExamples(
  placed: readonly PlacedBlock[],
  annotations: readonly BoundAnnotation[],
  pageTitle: string,
): { examples: PageExample[]; flaws: Flaw[] } {
  const examples: PageExample[] = [];
  const flaws: Flaw[] = [];
  const waiting = new Set<PageExample>();
  let last: PageExample | undefined;
  for (const shown of shownFences(placed, annotations, pageTitle)) {
    if (shown.role === "request") {
      const message = readRequest(shown.fence);
      last = message
        ? {
            name: namesOf(shown.annotation)[0] ?? "",
            title: shown.title,
            request: documented(message, shown),
          }
        : undefined;
      if (last) waiting.add(last);
      else flaws.push(unreadableRequest(shown.fence));
      continue;
    }
    const response = documented(readResponse(shown.fence), shown);
    const names = namesOf(shown.annotation);
    const named = names.flatMap(
      (name) => [...waiting].findLast((example) => name !== "" && example.name === name) ?? [],
    );
    const answered = named.length > 0 ? [...new Set(named)] : last ? [last] : [];
    for (const example of answered) {
      waiting.delete(example);
      examples.push({ ...example, response });
    }
    if (answered.length === 0) examples.push({ name: names[0] ?? "", title: shown.title, response });
  }
  return { examples: [...examples, ...waiting].sort(byPlace), flaws };
}

function byPlace(one: PageExample, other: PageExample): number {
  return (
    lineOf(one) - lineOf(other) || (one.response?.location.line ?? 0) - (other.response?.location.line ?? 0)
  );
}

function lineOf({ request, response }: PageExample): number {
  return (request ?? response)?.location.line ?? 0;
}

function shownFences(
  placed: readonly PlacedBlock[],
  annotations: readonly BoundAnnotation[],
  pageTitle: string,
): ShownFence[] {
  const byFence = new Map<Fence, BoundAnnotation>();
  for (const annotation of annotations) if (annotation.fence) byFence.set(annotation.fence, annotation);
  return placed.flatMap(({ block, under }) => {
    if (block.kind !== "fence") return [];
    const annotation = byFence.get(block);
    const headings = under.map((heading) => heading.text.trim());
    const role = roleOf(block, annotation, headings);
    if (!role) return [];
    const title = headings.findLast((text) => !requestOrResponse.test(text) && !/^examples?\W*$/i.test(text));
    const known =
      under.length > 1 && title !== undefined && !/^http request/i.test(title) ? title : pageTitle;
    return [{ role, fence: block, ...(annotation ? { annotation } : {}), title: known }];
  });
}

function roleOf(
  fence: Fence,
  annotation: BoundAnnotation | undefined,
  headings: readonly string[],
): "request" | "response" | undefined {
  const declared = annotation?.blockType.toLowerCase() ?? "";
  const kind = messageKind(fence.text);
  if (declared === "request" || declared === "response") {
    // An annotation that the content plainly contradicts was copied from its neighbour.
    return kind === "request" || kind === "response" ? kind : declared;
  }
  // A block type that the dialect does not have says nothing.
  if (otherBlocks.has(declared)) return undefined;
  if (!shownLanguages.has(fence.language)) return undefined;
  const inExample = headings.some((text) => /\bexamples?\b/i.test(text));
  const inMessage = headings.some((text) => requestOrResponse.test(text) && !/^http request/i.test(text));
  if (!inExample && (!inMessage || headings.some((text) => /^http request/i.test(text)))) return undefined;
  if (kind === "request" || kind === "response") return kind;
  const underResponse = /^(?:example )?response\b/i.test(headings.at(-1) ?? "");
  return kind === "json" && underResponse && declared === "" ? "response" : undefined;
}

function documented<Message>(message: Message, shown: ShownFence): DocumentedMessage<Message> {
  return {
    message,
    ...(shown.annotation ? { annotation: shown.annotation } : {}),
    fence: shown.fence,
    location: shown.fence.location,
  };
}

/** One name, or those of all requests that a response answers. */
function namesOf(annotation: BoundAnnotation | undefined): string[] {
  const name = annotation?.members.name;
  return [name].flat().filter((one) => typeof one === "string");
}

function unreadableRequest(fence: Fence): Flaw {
  const first = fence.text.split("\n").find((line) => line.trim() !== "") ?? "";
  return {
    rule: "request/malformed",
    message: first
      ? `${JSON.stringify(first.trim().slice(0, 60))} is no request line; a method and a URL are expected`
      : "the request is empty; a method and a URL are expected",
    span: spanAt(fence.location, (fence.text.split("\n", 1)[0] ?? "").length),
  };
}
