import { isObject } from "../../base/is-object.ts";
import { spanAt } from "../../base/span.ts";
import type { Operation } from "../../contract/contract.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import type { JsonReading } from "../../http/body.ts";
import { mediaType } from "../../http/header.ts";
import { headerValue } from "../../http/http-message.ts";
import { body as requestBody } from "../../rules/request/body.ts";
import { putsContent } from "../content/put-content.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { booleansRead } from "../lenient/booleans-read.ts";
import { backwardRange } from "../query/moment.ts";
import type { Call } from "../route/call.ts";
import { facetsTogether } from "./facets-together.ts";
import { lackingName } from "./lacking-name.ts";
import { inParametersLetters } from "./parameter-letters.ts";
import { blankIn, isRight } from "./received.ts";
import { longestRepeated, type SentBody } from "./sent-body.ts";
import { bodyLocation, isJson, mediaOf, sentJson } from "./sent-json.ts";
import { unknownName } from "./unknown-name.ts";
import { wrongType } from "./wrong-type.ts";

/**
 * Reads the body of a request and holds it against the contract, by the rule that judges documented requests. A body
 * that is no JSON, or breaks a documented type, is refused before anything changes.
 */
export function readRequestBody(call: Call): SentBody | ErrorResponse {
  const { request, bodies } = call;
  const { method, body } = request;
  if (method === "GET" || method === "DELETE") return {};
  if (body === "") return nothingSent(call);
  const type = request.headers["content-type"] ?? "";
  const known = bodies.get(body);
  if (known?.type === type) return known.read;
  const read = readBody(call);
  // A client sends few different bodies to one URL.
  if (bodies.size < 4 && body.length <= longestRepeated) bodies.set(body, { type, read });
  return read;
}

/** An operation that requires something is not content with nothing. */
function nothingSent(call: Call): SentBody | ErrorResponse {
  const lacking = call.operation && lackingName(call, call.operation, {});
  return lacking === undefined ? {} : badRequest(lacking);
}

function readBody(call: Call): SentBody | ErrorResponse {
  const { request, operation } = call;
  const media = mediaOf(request);
  if (putsContent(call) || (!isJson(media) && takesBytes(call, media))) return {};
  const read = sentJson(request);
  if ("code" in read) return read;
  const json = operation ? { ...read, value: asMeant(call, operation, read.value) } : read;
  if (operation && !isObject(json.value)) return badRequest("the body is no JSON object");
  const failure = isPlainlyRight(call, json.value) ? undefined : judged(call, media, json);
  if (failure !== undefined) return badRequest(failure);
  const wrong =
    operation &&
    (wrongType(call, operation, json.value) ??
      (call.served.lenient ? undefined : unknownName(call, operation, json.value)) ??
      blank(call, operation, json.value) ??
      facetsTogether(call, operation, json.value) ??
      lackingName(call, operation, json.value) ??
      (operation.parameters.length > 0 ? backwardIn(json.value) : undefined));
  return wrong ? badRequest(wrong) : { value: json.value };
}

/** What was sent, by the names of the pages; what a lenient service takes for a Boolean is one. */
function asMeant({ contract, served, type }: Call, operation: Operation, sent: unknown): unknown {
  const named = inParametersLetters(contract, operation, sent);
  return served.lenient
    ? booleansRead(contract, operation, operation.requestBody ?? type, named).value
    : named;
}

/** What is the documented type as it is stored: where that has nothing against a body, nothing else has. */
function isPlainlyRight({ contract, resourceType, operation }: Call, value: unknown): boolean {
  const body = operation?.requestBody;
  if (!resourceType || operation?.parameters.length !== 0 || !isObject(value)) return false;
  if (body?.kind !== "type" || body.collection || body.name !== resourceType.name) return false;
  return isRight(contract, resourceType.name, value);
}

/** What the rule has against a body that judges documented requests. */
function judged(call: Call, media: string, json: JsonReading): string | undefined {
  const { request, contract, operation, url } = call;
  const { method, body } = request;
  const sent = {
    method,
    url: `${request.origin}${request.target}`,
    target: spanAt(bodyLocation),
    headers: [{ name: "Content-Type", value: media, span: spanAt(bodyLocation) }],
    body: { text: body, location: bodyLocation, json },
    location: bodyLocation,
  };
  const { version } = call.served;
  const exchange = {
    source: "mock" as const,
    version,
    title: "",
    name: "",
    file: "",
    request: sent,
    location: bodyLocation,
  };
  const verdicts = requestBody.judge({
    exchange,
    contract,
    url,
    past: {},
    ...(operation ? { operation } : {}),
  });
  return verdicts === "not-applicable"
    ? undefined
    : verdicts.find(({ status }) => status === "fail")?.message;
}

/** Why a text that only stands for a value is none where it is sent; undefined where no type says so. */
function blank({ contract, resourceType }: Call, operation: Operation, value: unknown): string | undefined {
  if (!isObject(value) || !resourceType || operation.parameters.length > 0) return undefined;
  const found = blankIn(contract, resourceType.name, value);
  return (
    found &&
    `"${String(found.value).slice(0, 200)}" (${found.pointer}) is no ${String(found.expected)}, but the place of one`
  );
}

/** Why a range in what an action is sent is none, wherever it stands in it. */
function backwardIn(value: unknown): string | undefined {
  const inner = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  const own = isObject(value) ? backwardRange(Object.entries(value)) : undefined;
  for (let index = 0; own === undefined && index < inner.length; index++) {
    const found = typeof inner[index] === "object" ? backwardIn(inner[index]) : undefined;
    if (found !== undefined) return found;
  }
  return own;
}

const partType = /^Content-Type:\s*[\w.+-]+\/[\w.+-]+/gim;

/** Content is uploaded as it is, and so is what an example of the operation sends in another form than JSON. */
function takesBytes({ request, resourcePath, contract, operation, type }: Call, media: string): boolean {
  const path = operation?.path ?? "";
  if (request.method === "PUT" && (resourcePath.suffix === "$value" || /\/content$/i.test(path))) return true;
  if (type?.name === "Edm.Stream") return true;
  const examples = operation ? examplesOfOperation(contract, operation) : [];
  return examples.some(({ request }) => {
    const type = headerValue(request, "Content-Type");
    if (type === undefined) return false;
    // The parts of what is sent in parts come alone, too.
    const parts = /^multipart\//i.test(type) ? (request.body?.text.match(partType) ?? []) : [];
    return [type, ...parts.map((part) => part.replace(/^[^:]*:\s*/, ""))].some(
      (one) => mediaType(one) === media,
    );
  });
}
