import { spanAt } from "../base/span.ts";
import { type HttpRequest, type HttpResponse, headerValue } from "../http/http-message.ts";
import {
  messageKind,
  readBody,
  readRequest,
  readResponse,
  startsWithHeader,
} from "../http/read-http-message.ts";
import type { Fence, Heading } from "./block.ts";
import type { BoundAnnotation, DocumentedMessage, Flaw, PageExample } from "./page.ts";
import type { PlacedBlock } from "./section.ts";

const shownLanguages = new Set(["http", "json", "msgraph-interactive", "msgraph", "", "https", "rest"]);
/** Block types of fences that show no message. */
const otherBlocks = new Set(["resource", "samples", "simulatedresponse", "error"]);
const requestOrResponse =
  /^(?:(?:http |example |sample )*(?:request|response)s?)(?: (?:body|headers?|message))?\b.{0,4}$/i;

/** `later`: a response outside of the examples; `unread`: a request there. */
type Role = "request" | "response" | "later" | "unread";

interface ShownFence {
  readonly role: Role;
  readonly fence: Fence;
  /** The heading that it stands right below. */
  readonly below?: Heading;
  /** The body of a message whose head stands in the fence before. */
  readonly body?: Fence;
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
  let asked: ShownFence | undefined;
  let interrupted = false;
  const all = shownFences(placed, annotations, pageTitle);
  for (const [index, shown] of all.entries()) {
    interrupted = shown.role === "unread" || (interrupted && shown.role === "later");
    // Of what is not said to be a part of an example only an answer to the request before it is read.
    if (shown.role === "unread" || (shown.role === "later" && (interrupted || !last))) continue;
    if (isPasted(shown, all[index + 1], last && waiting.has(last) ? asked : undefined)) {
      last = undefined;
      flaws.push(pastedResponse(shown.fence));
      continue;
    }
    if (shown.role === "request") {
      const message = requestIn(shown);
      last = message
        ? {
            name: namesOf(shown.annotation)[0] ?? "",
            title: shown.title,
            request: documented(message, shown),
          }
        : undefined;
      asked = shown;
      if (last) waiting.add(last);
      else flaws.push(unreadableRequest(shown.fence));
      continue;
    }
    const response = documented(responseIn(shown), shown);
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
  const shown: ShownFence[] = [];
  for (const [index, { block, under }] of placed.entries()) {
    if (block.kind !== "fence") continue;
    const annotation = byFence.get(block);
    const headings = under.map((heading) => heading.text.trim());
    const before = shown.at(-1);
    if (before && !annotation && isBodyOf(before, block, placed[index - 1])) {
      shown[shown.length - 1] = { ...before, body: block };
      continue;
    }
    const role = roleOf(block, annotation, headings);
    if (!role) continue;
    const title = headings.findLast((text) => !requestOrResponse.test(text) && !/^examples?\W*$/i.test(text));
    const known =
      under.length > 1 && title !== undefined && !/^http request/i.test(title) ? title : pageTitle;
    const below = under.at(-1);
    shown.push({
      role,
      fence: block,
      ...(below ? { below } : {}),
      ...(annotation ? { annotation } : {}),
      title: known,
    });
  }
  return shown;
}

/** JSON right behind a head that announces it. */
function isBodyOf(before: ShownFence, fence: Fence, above: PlacedBlock | undefined): boolean {
  if (before.body || above?.block !== before.fence) return false;
  if (messageKind(fence.text) !== "json" || !shownLanguages.has(fence.language)) return false;
  if (before.role === "request") return lacksBody(readRequest(before.fence));
  if (before.role !== "response") return false;
  const { status, headers, body } = readResponse(before.fence);
  return (
    status !== undefined &&
    status !== 204 &&
    !body &&
    /json/i.test(headerValue({ headers }, "Content-Type") ?? "")
  );
}

function lacksBody(request: HttpRequest | undefined): boolean {
  return request !== undefined && /^(?:POST|PATCH|PUT)$/.test(request.method) && !request.body;
}

function requestIn({ fence, body }: ShownFence): HttpRequest | undefined {
  const head = readRequest(fence);
  return head && body ? { ...head, body: readBody(body.text.trimEnd(), body.location, head.headers) } : head;
}

function responseIn({ fence, body }: ShownFence): HttpResponse {
  const head = readResponse(fence);
  return body ? { ...head, body: readBody(body.text.trimEnd(), body.location, head.headers) } : head;
}

/**
 * A response where a request is expected: below the heading of a request, or called one, with the response behind it.
 * The annotation may also have been copied to the response of a request that waits for it.
 */
function isPasted(
  shown: ShownFence,
  next: ShownFence | undefined,
  awaiting: ShownFence | undefined,
): boolean {
  const { annotation, below, role } = shown;
  if (messageKind(shown.fence.text) !== "response" || role === "unread") return false;
  const declared = annotation?.blockType.toLowerCase() ?? "";
  const followed = next?.role === "response";
  const isBelow =
    /^(?:(?:example|sample) )*requests?\b/i.test(below?.text.trim() ?? "") && awaiting?.below !== below;
  if (declared === "request") return isBelow || (followed && !awaiting);
  return declared !== "response" && isBelow && followed;
}

function roleOf(
  fence: Fence,
  annotation: BoundAnnotation | undefined,
  headings: readonly string[],
): Role | undefined {
  const declared = annotation?.blockType.toLowerCase() ?? "";
  const kind = messageKind(fence.text);
  if (declared === "request" || declared === "response") {
    // An annotation that the content plainly contradicts was copied from its neighbour.
    return kind === "request" || kind === "response" ? kind : declared;
  }
  if (declared === "example") return kind === "request" ? kind : kind === "response" ? "later" : undefined;
  // A block type that the dialect does not have says nothing.
  if (otherBlocks.has(declared)) return undefined;
  if (!shownLanguages.has(fence.language)) return undefined;
  const inExample = headings.some((text) => /\bexamples?\b/i.test(text));
  const inMessage = headings.some((text) => requestOrResponse.test(text) && !/^http request/i.test(text));
  if (!inExample && (!inMessage || headings.some((text) => /^http request/i.test(text))))
    return kind === "request" ? "unread" : kind === "response" && declared === "" ? "later" : undefined;
  if (kind === "request" || kind === "response") return kind;
  const underResponse = /^(?:example )?response\b/i.test(headings.at(-1) ?? "");
  const isAnswer = kind === "json" || startsWithHeader(fence.text);
  return isAnswer && underResponse && declared === "" ? "response" : undefined;
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

function pastedResponse(fence: Fence): Flaw {
  const [first = ""] = fence.text.trimStart().split("\n", 1);
  const skipped = fence.text.slice(0, fence.text.search(/\S/)).split("\n").length - 1;
  const line = fence.location.line + skipped;
  return {
    rule: "request/malformed",
    message: `"${first.trim()}" begins a response, in the place of the request; a method and a URL are expected`,
    span: spanAt({ ...fence.location, line }, first.trimEnd().length),
  };
}
