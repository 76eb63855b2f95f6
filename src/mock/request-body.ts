import { examplesOfOperation } from "../contract/examples-of-operation.ts";
import { headerValue } from "../docs/http/http-message.ts";
import { isObject } from "../docs/http/is-object.ts";
import { readJson } from "../docs/http/read-json.ts";
import { body as requestBody } from "../rules/request/body.ts";
import type { Call } from "./call.ts";
import type { Refusal } from "./refusal.ts";
import { unknownName } from "./unknown-name.ts";

/** What a request sends: its JSON value, when it sends one. */
export interface SentBody {
  readonly value?: unknown;
}

/**
 * Reads the body of a request and holds it against the contract, by the rule that judges documented requests. A body
 * that is no JSON, or breaks a documented type, is refused before anything changes.
 */
export function readRequestBody(call: Call): SentBody | Refusal {
  const { request, contract, operation, url } = call;
  const { method, headers, body } = request;
  if (method === "GET" || method === "DELETE" || body === "") return {};
  const media = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(media)) {
    if (takesBytes(call, media)) return {};
    const message = `the Content-Type is "${media}"; the service takes application/json`;
    return { status: 415, code: "UnsupportedMediaType", message };
  }
  const location = { file: "the request's body", line: 1, column: 1 };
  const json = readJson(body, location);
  const [problem] = json.problems;
  if (problem) {
    const { line, column } = problem.location;
    return badRequest(`the body is not JSON: ${problem.message} (line ${line}, column ${column})`);
  }
  const [twice] = json.duplicates;
  if (twice) return badRequest(`the body has "${twice.pointer}" twice`);
  if (operation && !isObject(json.value)) return badRequest("the body is no JSON object");
  const sent = {
    method,
    url: `${request.origin}${request.target}`,
    headers: [{ name: "Content-Type", value: media, location }],
    body: { text: body, location, json },
    location,
  };
  const { version } = call.served;
  const exchange = {
    source: "mock" as const,
    version,
    title: "",
    name: "",
    file: "",
    request: sent,
    location,
  };
  const verdicts = requestBody.judge({ exchange, contract, url, ...(operation ? { operation } : {}) });
  const failure =
    verdicts === "not-applicable" ? undefined : verdicts.find(({ status }) => status === "fail");
  if (failure) return badRequest(failure.message);
  const unknown = operation && unknownName(call, operation, json.value);
  return unknown ? badRequest(unknown) : { value: json.value };
}

/** Content is uploaded as it is, and so is what an example of the operation sends in another form than JSON. */
function takesBytes({ request, place, contract, operation, type }: Call, media: string): boolean {
  const path = operation?.path ?? "";
  if (request.method === "PUT" && (place.suffix === "$value" || /\/content$/i.test(path))) return true;
  if (type?.name === "Edm.Stream") return true;
  const examples = operation ? examplesOfOperation(contract, operation) : [];
  return examples.some(
    (shown) => headerValue(shown.request, "Content-Type")?.split(";")[0]?.trim().toLowerCase() === media,
  );
}

function badRequest(message: string): Refusal {
  return { status: 400, code: "BadRequest", message };
}
