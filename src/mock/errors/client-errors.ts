import type { Call } from "../route/call.ts";
import type { ErrorResponse } from "./error-response.ts";

/** Refuses a request for what it says. */
export function badRequest(message: string): ErrorResponse {
  return { status: 400, code: "BadRequest", message };
}

/** The answer where a path is documented and the resource that it names is not there. */
export function notFound({ resourcePath }: Call): ErrorResponse {
  const named = resourcePath.steps.findLast((step) => step.key !== undefined);
  const name = named?.key ?? resourcePath.steps.at(-1)?.name ?? "";
  const message = `the resource "${name.slice(0, 200)}" does not exist, or one of those that it belongs to`;
  return { status: 404, code: "Request_ResourceNotFound", message };
}

/** The answer where no documented path, and no relationship of a documented type, leads. */
export function noSuchPath(segments: readonly string[]): ErrorResponse {
  const message = `no documented path leads to "/${segments.join("/").slice(0, 200)}"`;
  return { status: 404, code: "Request_ResourceNotFound", message };
}
