import { noSuchPath } from "./errors/client-errors.ts";
import { type ErrorResponse, errorEnvelope } from "./errors/error-response.ts";
import type { Asked, Fault } from "./faults/fault.ts";
import type { ServiceRequest, ServiceResponse } from "./message.ts";
import { metadataDocument } from "./read/metadata-document.ts";
import { atMetadataLevel } from "./read/metadata-level.ts";
import { unlessUnchanged } from "./read/unchanged.ts";
import { answerBatch } from "./route/batch.ts";
import { callOn } from "./route/call.ts";
import { perform } from "./route/perform.ts";
import type { Route, ServedVersion } from "./route/route.ts";
import type { Service } from "./service.ts";
import { authorise } from "./sign-in/authorise.ts";

/** Graph's media type for JSON (OData JSON 4.01, section 3). */
const jsonType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/** Answers a request as Graph would by the contract; what a client sends is never reason to throw. */
export function answer(
  service: Service,
  request: ServiceRequest,
): ServiceResponse | Promise<ServiceResponse> {
  const signedIn = service.signIn.answer(request);
  if (signedIn) return signedIn;
  const transferred = service.transfers.answer(request);
  if (transferred) return finish(service, request, transferred);
  const route = service.routes(request.method, request.target);
  const { fault } = service;
  if (fault && route.served) return answerFaulty(service, request, route, route.served, fault);
  return whenReady(serve(service, request, route), (result) => finish(service, request, result));
}

async function answerFaulty(
  service: Service,
  request: ServiceRequest,
  { url, operation }: Route,
  { contract }: ServedVersion,
  fault: Fault,
): Promise<ServiceResponse> {
  const asked: Asked = { contract, request, url, ...(operation ? { operation } : {}) };
  const changed = fault.request?.(request, asked) ?? request;
  const result = await serve(service, changed, service.routes(changed.method, changed.target));
  const response = finish(service, request, result);
  return fault.response?.(response, asked) ?? response;
}

type Result = ServiceResponse | ErrorResponse;

function serve(service: Service, request: ServiceRequest, route: Route): Result | Promise<Result> {
  const { served, operation } = route;
  if (!served) return unknownVersion(service);
  if (isOnly(route, "$metadata")) return metadataDocument(served.contract, request);
  if (service.fault?.open && request.method === "GET") return carryOut(service, request, route, served);
  return whenReady(
    service.signIn.grantOf(request.headers.authorization),
    (grant) =>
      authorise(grant, operation, request, isOwn(route)) ?? carryOut(service, request, route, served),
  );
}

function carryOut(
  service: Service,
  request: ServiceRequest,
  route: Route,
  served: ServedVersion,
): Result | Promise<Result> {
  service.requests += 1;
  const { throttle } = service;
  if (throttle && service.requests % throttle.every === 0) return throttled(throttle.retryAfter);
  if (isOnly(route, "$batch")) return answerBatch(request, served.version, (inner) => answer(service, inner));
  const call = callOn(route, request);
  if (!call) return noSuchPath(route.url.segments);
  service.leniency?.(request);
  const kept = served.kept(call.resourcePath, request, () => atMetadataLevel(perform(call), request));
  return whenReady(kept, (result) => unlessUnchanged(result, request, route.operation));
}

/** Whether a request is about the one who is signed in: `/me`. */
function isOwn({ url: { segments }, resourcePath }: Route): boolean {
  return resourcePath !== undefined && segments[0]?.toLowerCase() === "me";
}

function isOnly({ url: { segments } }: Route, name: string): boolean {
  return segments.length === 1 && segments[0]?.toLowerCase() === name;
}

function unknownVersion({ versions }: Service): ErrorResponse {
  const known = [...versions.keys()].map((version) => `/${version}`).join(" and ");
  return { status: 404, code: "ResourceNotFound", message: `the service answers below ${known}` };
}

function throttled(seconds: number): ErrorResponse {
  const message = "there were too many requests; try again later";
  return { status: 429, code: "TooManyRequests", message, headers: { "retry-after": String(seconds) } };
}

/** An answer or an error response as it goes out, with the headers that every answer of Graph has. */
export function finish(
  { now, newId }: Service,
  request: ServiceRequest,
  result: ServiceResponse | ErrorResponse,
): ServiceResponse {
  const date = now();
  const requestId = newId(request);
  const clientRequestId = request.headers["client-request-id"] ?? requestId;
  const response =
    "code" in result
      ? errorEnvelope(result, { date: date.toISOString().slice(0, 19), requestId, clientRequestId })
      : result;
  // Written name by name, for spreads would be half of what a read costs.
  const { status, json, written, text, bytes } = response;
  const headers: Record<string, string> = {};
  if (json !== undefined) {
    headers["content-type"] = jsonType;
    headers["odata-version"] = "4.0";
  }
  headers["request-id"] = requestId;
  headers["client-request-id"] = clientRequestId;
  headers.date = httpDate(date);
  for (const name in response.headers) headers[name] = response.headers[name] ?? "";
  return { status, headers, json, written, text, bytes };
}

/** A date as HTTP writes it (RFC 9110, section 5.6.7). It changes once a second and goes out with every answer. */
function httpDate(date: Date): string {
  const second = Math.floor(date.getTime() / 1000);
  if (second !== last.second) last = { second, text: date.toUTCString() };
  return last.text;
}

let last = { second: Number.NaN, text: "" };

/** Goes on with a value: at once when it is there, else when it comes. Most answers wait for nothing. */
function whenReady<Value, Result>(
  value: Value | Promise<Value>,
  go: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> {
  return value instanceof Promise ? value.then(go) : go(value);
}
