import type { JsonReading } from "../../http/body.ts";
import { mediaType } from "../../http/header.ts";
import { readJson } from "../../http/read-json.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceRequest } from "../message.ts";

/** More names and items than any honest body has; each may be judged, repaired and stored. */
const mostValues = 20_000;

/** So deep the readers of a value may follow. */
const deepest = 500;

/** Characters of a text in which it is worth to look for what is wrong. */
const worthReading = 64 * 1024;

/** Where the body of a request begins. */
export const bodyLocation = { file: "the request's body", line: 1, column: 1 };

/** The media type that a request declares, without its parameters, in lower case. */
export function mediaOf({ headers }: ServiceRequest): string {
  return mediaType(headers["content-type"] ?? "");
}

/** True for JSON, and for what is written in it. */
export function isJson(media: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json$/.test(media);
}

/**
 * The JSON value that a request sends. Refused: another media type, what is no JSON, a name that is twice in one
 * object, and a value that is bigger or deeper than any honest one.
 */
export function sentJson(request: ServiceRequest): JsonReading | ErrorResponse {
  const media = mediaOf(request);
  if (!isJson(media)) {
    const message = `the Content-Type is "${media.slice(0, 100)}"; the service takes application/json`;
    return { status: 415, code: "UnsupportedMediaType", message };
  }
  const text = request.body;
  if (text.length > worthReading) {
    const refused = refuseUnread(text);
    if (refused) return refused;
  }
  const json = readJson(text, bodyLocation);
  const [problem] = json.problems;
  if (problem) {
    const { line, column } = problem.span.start;
    return badRequest(`the body is not JSON: ${problem.message} (line ${line}, column ${column})`);
  }
  const [twice] = json.duplicates;
  return twice ? badRequest(`the body has "${twice.pointer.slice(0, 200)}" twice`) : json;
}

/** A long text is told from JSON by the parser that is quick and tells little, once it is known to be flat. */
function refuseUnread(text: string): ErrorResponse | undefined {
  const size = sizeOf(text);
  if (size.depth > deepest) return badRequest("the body is nested too deep to read");
  try {
    JSON.parse(text);
  } catch {
    return badRequest("the body is not JSON");
  }
  return size.values > mostValues ? tooMany : undefined;
}

/** How many values a text has and how deep they are, counted until it is too many or too deep. */
function sizeOf(text: string): { readonly values: number; readonly depth: number } {
  let values = 0;
  let depth = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token === "]" || token === "}") depth--;
    if (token === "[" || token === "{") depth++;
    if (token === "," || token === "[" || token === "{") values++;
    if (depth > deepest || values > mostValues) break;
  }
  return { values, depth };
}

// Each value that is not the first of its array or object stands behind a comma. A string that is never closed is one
// token to the end, so that it is read once.
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[,[\]{}]/gs;

const tooMany: ErrorResponse = {
  status: 413,
  code: "RequestEntityTooLarge",
  message: `the body has more than ${mostValues} values`,
};
