import { isObject } from "../../base/is-object.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { isJson, mediaOf } from "../body/sent-json.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { answerResource } from "../read/answer-resource.ts";
import { completeResource } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import {
  collectionOf,
  pathTo,
  type ResourcePath,
  resourcePathOf,
  storePath,
} from "../route/resource-path.ts";
import { full, ownerExists } from "../write/write-answer.ts";
import { byKey, folderPath, keyOfFile } from "./by-path.ts";
import { answerBytes, type Content, contentOf } from "./content.ts";
import { type FilePath, filePathOf } from "./file-path.ts";
import { conflictBehaviorOf, settleName, siblingsOf } from "./item-names.ts";

/** The name under which content is kept that is the resource's own, whatever the path calls it. */
export const own = "$value";

/** Keeps as the own content of what was made what a request sent that is no JSON: the HTML of a page of notes. */
export function keepSent({ request, served }: Call, steps: ResourcePath["steps"]): boolean {
  const isContent = request.body !== "" && !isJson(mediaOf(request));
  return !isContent || served.store.putContent(steps, own, contentOf(request));
}

/** What has content, and the name that it has there: a file's own, or the stream that a property is (`bannerLogo`). */
interface Place {
  readonly holder: ResourcePath["steps"];
  readonly name: string;
}

function placeOf({ resourcePath: { steps, suffix } }: Call): Place {
  if (suffix === "$value") return { holder: steps, name: own };
  const last = steps.at(-1)?.name ?? "";
  return { holder: steps.slice(0, -1), name: /^content$/i.test(last) ? own : last.toLowerCase() };
}

/** True for what is sent to a stream: that is its content, whatever it looks like. */
export function putsContent({ request: { method }, url, resourcePath: { suffix }, type }: Call): boolean {
  if (method !== "PUT" && method !== "PATCH") return false;
  const isFile = method === "PUT" && /^content$/i.test(url.segments.at(-1) ?? "");
  return isFile || suffix === "$value" || type?.name === "Edm.Stream";
}

/** The content that somebody put there, or that a property of the resource has (`contentBytes`); undefined where none is. */
export function readContent(call: Call, status: number): ServiceResponse | undefined {
  const { served, request } = call;
  const { holder, name } = placeOf(byKey(call));
  const content = served.store.content(holder, name);
  if (content) return answerBytes(content, status, request);
  const { contentBytes, contentType } = (name === own && served.store.resource(holder)) || {};
  if (typeof contentBytes !== "string") return undefined;
  const mediaType =
    typeof contentType === "string" && contentType.includes("/") ? contentType : "application/octet-stream";
  return answerBytes({ bytes: Buffer.from(contentBytes, "base64"), mediaType }, status, request);
}

/** Whether there is what content is asked of, as far as its path has a key. */
export function holdsContent(call: Call): boolean {
  const { holder } = placeOf(byKey(call));
  if (filePathOf(call.url.segments)) return call.served.store.resource(holder) !== undefined;
  const keyed = holder.slice(0, holder.findLastIndex(({ key }) => key !== undefined) + 1);
  return keyed.length === 0 || call.served.store.resource(keyed) !== undefined;
}

/** Puts content in the place of what is there, or makes the file whose path is named, and answers as the page says. */
export function putContent(call: Call, content: Content, sent?: Resource): ServiceResponse | ErrorResponse {
  const keyed = byKey(call);
  const place = placeOf(keyed);
  const { holder } = place;
  const path = filePathOf(call.url.segments);
  const known = keyed !== call || !path ? call.served.store.resource(holder) : undefined;
  const behavior = conflictBehaviorOf(call, sent, "replace");
  if (known && (behavior === "replace" || !path)) {
    const resource = { ...known, ...factsOf(keyed, holder, known, content) };
    return keep(keyed, place, resource, content, 200);
  }
  if (path) {
    const items = known && resourcePathOf(call.contract, path.items, true);
    const siblings = items ? siblingsOf(call.served.store.list(items.steps) ?? [], { ...known, id: "" }) : [];
    const settled = settleName(siblings, { name: path.names.at(-1) }, behavior);
    if ("code" in settled) return settled;
    const names = [...path.names.slice(0, -1), String(settled.item.name)];
    return path.names.length > 0 ? makeFile(call, { ...path, names }, content) : notFound(call);
  }
  // A photo may be there of which no page says what else it has.
  const isUntyped =
    holder.at(-1)?.key === undefined &&
    ownerExists({ ...keyed, resourcePath: { ...keyed.resourcePath, owner: holder.slice(0, -1) } });
  if (!isUntyped) return notFound(call);
  const answer = answerPut(keyed, holder, {}, 200);
  return "code" in answer || call.served.store.putContent(holder, place.name, content) ? answer : full();
}

function makeFile(call: Call, path: FilePath, content: Content): ServiceResponse | ErrorResponse {
  const { contract, served } = call;
  const folder = resourcePathOf(contract, path.items, true);
  const type = folder && typeOfRef(contract, folder.type);
  if (!folder || !type) return notFound(call);
  const seed = `created/${storePath(folder.steps)}/${served.store.next()}`;
  const key = String(generateResource(contract, type.name, { seed }).id);
  const resourcePath = resourcePathOf(contract, [...path.items, key, ...path.rest], true);
  if (!resourcePath) return notFound(call);
  const steps = resourcePath.steps.slice(0, folder.steps.length);
  const id = folderOn(call, path, folder.steps, type.name);
  const parentReference = { ...(id === undefined ? {} : { id }), path: folderPath(call, path) };
  const sent = { id: key, name: path.names.at(-1), parentReference };
  const made = completeResource(
    contract,
    type.name,
    { ...sent, ...factsOf(call, steps, sent, content) },
    seed,
  );
  return keep({ ...call, resourcePath }, { holder: steps, name: own }, made, content, 201);
}

/** The key of the last folder on the way to a file; those that are not there are made, as the service does. */
function folderOn(
  call: Call,
  path: FilePath,
  items: ResourcePath["steps"],
  type: string,
): string | undefined {
  const { contract, served } = call;
  let id = path.folder;
  for (let length = 1; length < path.names.length; length++) {
    const folder = { ...path, names: path.names.slice(0, length) };
    const known = keyOfFile(call, folder);
    if (known === undefined) {
      const seed = `created/${storePath(items)}/${served.store.next()}`;
      const key = String(generateResource(contract, type, { seed }).id);
      const parentReference = { ...(id === undefined ? {} : { id }), path: folderPath(call, folder) };
      const made = { id: key, name: folder.names.at(-1), folder: {}, file: null, parentReference };
      served.store.put(items, key, completeResource(contract, type, made, seed));
      id = key;
    } else id = known;
  }
  return id;
}

function keep(
  call: Call,
  { holder, name }: Place,
  resource: Resource,
  content: Content,
  status: number,
): ServiceResponse | ErrorResponse {
  const { store } = call.served;
  const last = holder.at(-1);
  if (!last) return notFound(call);
  const answer = answerPut(call, holder, resource, status);
  if ("code" in answer) return answer;
  const isKept =
    last.key === undefined
      ? store.putSingle(holder, resource)
      : store.put(collectionOf(holder, last), last.key, resource);
  return isKept && store.putContent(holder, name, content) ? answer : full();
}

/** What the content tells of its resource, where the type has it. */
function factsOf(
  { contract }: Call,
  holder: ResourcePath["steps"],
  known: Resource,
  { bytes, mediaType }: Content,
): Resource {
  const last = holder.at(-1);
  const type = last && typeOfRef(contract, typeAt(contract, last.keyed ?? last.named));
  const has = (name: string) =>
    type?.properties.some((property) => property.name === name && !property.navigation);
  const mimeType = { ...(isObject(known.file) ? known.file : {}), mimeType: mediaType };
  return {
    ...(has("size") ? { size: bytes.length } : {}),
    ...(has("file") ? { file: mimeType } : {}),
    // What is a file is no folder.
    ...(has("file") && has("folder") ? { folder: null } : {}),
  };
}

/** With the resource where the page promises or shows one; with the status that it documents, 200 for what was there. */
function answerPut(
  call: Call,
  holder: ResourcePath["steps"],
  resource: Resource,
  wanted: number,
): ServiceResponse | ErrorResponse {
  const { contract, operation } = call;
  const shown = operation
    ? examplesOfOperation(contract, operation).filter(
        (example) =>
          example.request.method === operation.method &&
          (exampleOperation(contract, example)?.id === operation.id || operation.responses.length === 0),
      )
    : [];
  const answered = shown.flatMap(({ response }) => (response ? [response] : []));
  const documented = [...(operation?.responses ?? []), ...answered]
    .map((each) => each.status ?? 200)
    .filter((status) => status < 300);
  const status = documented.includes(wanted) ? wanted : (documented[0] ?? wanted);
  const promised = operation?.responses.find((response) => response.status === status)?.body;
  const isShown = answered.some(({ body }) => isObject(body?.json?.value));
  if (status === 204 || (!promised && !isShown && documented.length > 0)) return { status, headers: {} };
  const last = holder.at(-1);
  const type = last && typeAt(contract, last.keyed ?? last.named);
  const resourceType = typeOfRef(contract, type);
  const { resourceType: _known, type: _returned, ...rest } = call;
  const own = { ...rest, ...(type ? { type } : {}), ...(resourceType ? { resourceType } : {}) };
  return answerResource(
    { ...own, queries: new Map(), resourcePath: pathTo(contract, holder) },
    resource,
    status,
  );
}
