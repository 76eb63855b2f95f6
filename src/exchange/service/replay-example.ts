import type { Contract, Example } from "../../contract/contract.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { type HttpRequest, isSafe } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Asking } from "./asking.ts";
import { bindBody } from "./bind-body.ts";
import { type BoundPath, unboundMessage } from "./bind-path.ts";
import { creates, removerOf } from "./creations.ts";
import { openExample } from "./open-example.ts";
import { hasPlaceholder } from "./path-placeholders.ts";
import {
  type Answer,
  type Lookup,
  type PlannedRequest,
  type Purpose,
  type Script,
  writePath,
} from "./planned-request.ts";

/** The request of a documented example, sent as it is documented. Placeholders in its path get values. */
export function* replayExample(asking: Asking, example: Example): Script {
  const { name, title, file, location, request } = example;
  const purpose: Purpose = { name, title, file, location };
  const { method, url } = request;
  const { segments } = readRequestUrl(url);
  const query = queryOf(url);
  const unmade = { ...purpose, kind: "unmade", method, target: `/${segments.join("/")}${query}` } as const;
  if (!asking.writes && !isSafe(request)) {
    const message = `the example is not replayed: ${method} may change something, and writing was not allowed`;
    yield { ...unmade, reason: "write-not-allowed", message };
    return;
  }
  const lasting = asking.ids === "listed" ? lastingCreation(asking.contract, example) : undefined;
  if (lasting !== undefined) {
    yield { ...unmade, reason: "write-not-allowed", message: `the example is not replayed: ${lasting}` };
    return;
  }
  if (/[{}<>]/.test(query)) {
    const message = "the example is not replayed: its query options hold placeholders";
    yield { ...unmade, reason: "placeholder", message };
    return;
  }
  const bound = yield* boundExample(asking, example);
  if (bound.unknown.length > 0) {
    const message = `the example is not replayed: ${unboundMessage(bound)}`;
    yield { ...unmade, reason: bound.hindrance?.reason ?? "no-data", message };
    return;
  }
  const body = boundBody(asking, example);
  if (typeof body === "string") {
    yield { ...unmade, reason: "no-data", message: `the example is not replayed: ${body}` };
    return;
  }
  const slash = /\/(?:\?|$)/.test(url.trim()) ? "/" : "";
  const target = `${writePath(bound.segments)}${slash}${query}`;
  const replay: PlannedRequest = {
    ...purpose,
    kind: "request",
    method,
    target,
    ...messageOf(request),
    ...body,
  };
  const { status } = yield replay;
  // What was deleted at once is gone.
  if (method === "DELETE" && (status === 200 || status === 204)) {
    yield { ...replay, name: `${name}, once more`, title: `${title}, once more`, probe: "absent" };
  }
}

/**
 * The path of an example, with values for its placeholders; for those of the documentation, too, where the service is
 * asked for what it lists.
 */
export function* boundExample(
  { contract, bind, ids }: Asking,
  example: Example,
): Generator<Lookup, BoundPath, Answer> {
  const { file, title, location, request } = example;
  const { segments } = readRequestUrl(request.url);
  if (ids === "listed") {
    const { path, filled } = openExample(contract, example);
    const bound = yield* bind(path);
    return { ...bound, segments: filled(bound.segments) };
  }
  if (!hasPlaceholder(segments)) return { segments, unknown: [] };
  const { parameters = [] } = exampleOperation(contract, example) ?? {};
  return yield* bind({ segments, file, title, location, parameters, isRead: isSafe(request) });
}

/** The body of an example with ids that somebody named, or why it is not sent. */
function boundBody({ idFor }: Asking, { request, response }: Example): { readonly body?: string } | string {
  const { body } = messageOf(request);
  if (!idFor || body === undefined) return {};
  const { text, unknown } = bindBody(body, idFor);
  const named = `no value is known for ${unknown.join(", ")} in its body`;
  if (unknown.length > 0) return named;
  // What the example shows of ids that nobody has would be done to those that were named.
  const isRefused = (response?.status ?? 200) >= 400 && text !== body;
  return isRefused
    ? "it shows what is refused for ids of its own, and those that were named are others"
    : { body: text };
}

/** Why an example would create what nobody could remove; undefined where it would not. */
export function lastingCreation(contract: Contract, example: Example): string | undefined {
  const operation = exampleOperation(contract, example);
  if (!operation || !creates(operation) || removerOf(contract, operation)) return undefined;
  return `what it creates could not be removed: no page here documents DELETE ${operation.path}/{id}`;
}

/** The headers and the body of a documented request, but for those that belong to a connection or a person. */
export function messageOf({ method, headers, body }: HttpRequest): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
} {
  const sent = headers.filter(
    ({ name, value }) =>
      !/^(?:authorization|cookie|host|connection|content-length|transfer-encoding|accept-encoding|expect)$/i.test(
        name,
      ) &&
      /^[!#$%&'*+.^_`|~\w-]+$/.test(name) &&
      /^[\t\x20-\x7e]+$/.test(value) &&
      !/[{}<>]/.test(value),
  );
  const own = Object.fromEntries(sent.map(({ name, value }) => [name, value]));
  if (!body || method === "GET" || method === "HEAD") return { headers: own };
  const typed = Object.keys(own).some((name) => name.toLowerCase() === "content-type");
  return {
    headers: typed || !body.json ? own : { ...own, "Content-Type": "application/json" },
    body: body.text,
  };
}

/** As written; a space or a fragment would end it on the way. */
function queryOf(url: string): string {
  const mark = url.indexOf("?");
  return mark < 0 ? "" : url.slice(mark).trim().replace(/\s/g, "%20").replaceAll("#", "%23");
}
