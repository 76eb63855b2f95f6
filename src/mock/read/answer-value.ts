import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeRef } from "../../contract/contract.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { holdsContent, readContent } from "../content/put-content.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { storePath } from "../route/resource-path.ts";
import { answerCollection } from "./answer-collection.ts";
import { contextOf } from "./context-of.ts";

/** A value of a primitive type, or of one that the contract does not know: as its page shows it, else generated. */
export function answerValue(call: Call, status: number): ServiceResponse | ErrorResponse {
  const { served, resourcePath, operation, type, contract } = call;
  const path = storePath(resourcePath.steps);
  const shown = served.store.called(path, operation?.id);
  const body =
    isObject(shown) && holdsValue(contract, type, shown) ? shown : type && generateBody(contract, type, path);
  if (body === undefined) return notFound(call);
  if (isObject(body) && Array.isArray(body.value) && body.value.every(isObject))
    return answerCollection(call, body.value, status);
  const members = isObject(body) ? Object.entries(body).filter(([name]) => !name.startsWith("@odata.")) : [];
  const items = isObject(body) && Array.isArray(body.value) ? body.value : undefined;
  const counted = items && call.url.options.get("$count")?.toLowerCase() === "true";
  const json = {
    "@odata.context": contextOf(call, type?.collection ?? false),
    ...(counted ? { "@odata.count": items.length } : {}),
    ...Object.fromEntries(members),
  };
  return { status, headers: {}, json };
}

/** Whether what is shown has the value of a primitive type that is promised. */
function holdsValue(contract: Contract, type: TypeRef | undefined, { value }: Resource): boolean {
  if (type?.kind !== "primitive" && type?.kind !== "enum") return true;
  return (
    value !== undefined && bodyViolations(contract, type, { value }, { memberPreference: true }).length === 0
  );
}

/** The bytes of a stream, or what stands for them on its page. */
export function answerContent(call: Call, status: number): ServiceResponse | ErrorResponse {
  const { contract, operation, resourcePath, served } = call;
  const content = readContent(call, status);
  if (content) return content;
  if (!holdsContent(call)) return notFound(call);
  if (!operation && !served.store.resource(resourcePath.steps)) return notFound(call);
  const last = call.url.segments.at(-1)?.toLowerCase();
  const examples = operation ? examplesOfOperation(contract, operation) : [];
  const shown = examples.find(
    ({ request }) =>
      request.method === "GET" && readRequestUrl(request.url).segments.at(-1)?.toLowerCase() === last,
  )?.response;
  const media = shown?.headers.find(({ name }) => name.toLowerCase() === "content-type")?.value;
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(media ?? "")?.[0] ?? "application/octet-stream";
  return { status, headers: { "content-type": type }, text: shown?.body?.text ?? "content" };
}
