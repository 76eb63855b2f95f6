import { contextUrl } from "../query/context-url.ts";
import type { Query } from "../query/query.ts";
import type { Call } from "../route/call.ts";

/** The `@odata.context` of what a GET of the path returns; what a function returns goes by its type. */
export function contextOf(call: Call, collection: boolean, query?: Query): string {
  const { request, served, resourcePath, type } = call;
  const { steps: segments } = resourcePath;
  const named = resourcePath.called || query === undefined ? (type?.name ?? "Edm.Untyped") : undefined;
  return contextUrl({
    origin: request.origin,
    version: served.version,
    segments,
    ...(named === undefined ? {} : { type: named }),
    ...(query ? { query } : {}),
    collection,
    entity: named === undefined && !collection && segments.at(-1)?.key !== undefined,
  });
}
