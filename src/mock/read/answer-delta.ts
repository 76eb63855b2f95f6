import { isObject } from "../../base/is-object.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { badRequest, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type Resource, type ServiceResponse, splitTarget } from "../message.ts";
import type { Call } from "../route/call.ts";
import { answerCollection } from "./answer-collection.ts";

/** What is kept of the first request, and asked again with each token. */
const keptOptions = ["$select", "$expand", "$filter"] as const;

interface DeltaToken {
  /** The revision of the store until which the client knows all. */
  readonly revision: number;
  readonly options: readonly (readonly [name: string, value: string])[];
}

/**
 * All resources at first, with a link for later; behind that what has changed since then, and as `@removed` what is
 * gone (Graph page "Use delta query to track changes"). Changes are kept to a bound; an older token is 410.
 */
export function answerDelta(call: Call, status: number): ServiceResponse | ErrorResponse {
  const { resourcePath, served, url } = call;
  const { store } = served;
  const written = url.options.get("$deltatoken") ?? (asksLatest(call) ? "latest" : undefined);
  const { revision } = store;
  if (written === undefined) {
    const resources = store.list(resourcePath.owner);
    return resources
      ? withDeltaLink(call, answerCollection(withKey(call), resources, status), revision)
      : notFound(call);
  }
  const token = written === "latest" ? { revision, options: [] } : readToken(written);
  if (!token)
    return badRequest(
      "the value of $deltatoken is none that was given out; follow @odata.deltaLink as it is",
    );
  const changed = store.changedSince(resourcePath.owner, token.revision);
  if (!changed) return tooOld;
  const asked = {
    ...call,
    url: { ...url, options: new Map([...token.options, ...url.options]) },
    queries: new Map(),
  };
  const answer = withDeltaLink(asked, answerCollection(withKey(asked), changed.resources, status), revision);
  if ("code" in answer || !isObject(answer.json) || !Array.isArray(answer.json.value)) return answer;
  const property = keyPropertyOf(call.resourceType);
  const removed = changed.removed.map(
    (key): Resource => ({ [property]: key, "@removed": { reason: "deleted" } }),
  );
  return { ...answer, json: { ...answer.json, value: [...answer.json.value, ...removed] } };
}

/** Of drives the token is an option without its `$`, or an argument (Graph page "driveItem: delta"). */
function asksLatest({ url }: Call): boolean {
  const end = url.segments.at(-1) ?? "";
  return url.options.get("token") === "latest" || /^\w*delta\(token='?latest'?\)$/i.test(end);
}

/** Who follows changes needs to know of what: the key comes, whatever is selected (Graph page "Use delta query"). */
function withKey(call: Call): Call {
  const { url, resourceType } = call;
  const selected = url.options.get("$select");
  const property = keyPropertyOf(resourceType);
  if (selected === undefined || selected.split(",").some((name) => name.trim() === property)) return call;
  const options = new Map([...url.options, ["$select", `${selected},${property}`] as const]);
  return { ...call, url: { ...url, options }, queries: new Map() };
}

const tooOld: ErrorResponse = {
  status: 410,
  code: "resyncRequired",
  message: "the token is too old; begin anew without it",
};

/** The last page of an answer says how to ask for what changes from then on. */
function withDeltaLink(
  { request, url }: Call,
  response: ServiceResponse | ErrorResponse,
  revision: number,
): ServiceResponse | ErrorResponse {
  if ("code" in response || !isObject(response.json) || "@odata.nextLink" in response.json) return response;
  const options = keptOptions.flatMap((name) => {
    const value = url.options.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const { value, ...envelope } = response.json;
  const token = encodeURIComponent(writeToken({ revision, options }));
  const link = `${request.origin}${splitTarget(request.target).path}?$deltatoken=${token}`;
  return { ...response, json: { ...envelope, "@odata.deltaLink": link, value } };
}

function writeToken({ revision, options }: DeltaToken): string {
  return Buffer.from(JSON.stringify([revision, options])).toString("base64url");
}

function readToken(text: string): DeltaToken | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(read)) return undefined;
    const [revision, options]: unknown[] = read;
    if (typeof revision !== "number" || !Array.isArray(options)) return undefined;
    const kept = keptOptions.flatMap((name) => {
      const found: unknown = options.find((one) => Array.isArray(one) && one[0] === name);
      return Array.isArray(found) && typeof found[1] === "string" ? [[name, found[1]] as const] : [];
    });
    return { revision, options: kept };
  } catch {
    return undefined;
  }
}
