import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { act } from "./act.ts";
import { create } from "./create.ts";
import { writeReference } from "./references.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

/** Answers a POST, PATCH, PUT or DELETE; a refusal leaves the store as it was. */
export function write(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { request, resourcePath } = call;
  if (resourcePath.suffix === "$ref") return writeReference(call, body);
  if (request.method === "DELETE") return remove(call);
  if (request.method === "POST") return isCreation(call) ? create(call, body) : act(call, body);
  return update(call, body);
}

function isCreation({ resourcePath, type }: Call): boolean {
  return type?.collection === true && !resourcePath.called && resourcePath.steps.at(-1)?.key === undefined;
}
