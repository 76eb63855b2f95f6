import type { Contract } from "../../contract/contract.ts";
import { inParametersLetters } from "../body/parameter-letters.ts";
import { sentJson } from "../body/sent-json.ts";
import { unknownName } from "../body/unknown-name.ts";
import type { ServiceRequest } from "../message.ts";
import { queryOf } from "../read/query-of.ts";
import { type Call, callOn, leadsToMany } from "../route/call.ts";
import { makeRoutes, type ServedVersion } from "../route/route.ts";
import { booleansRead } from "./booleans-read.ts";
import { mayWriteContained, shownPath } from "./contained.ts";

/** Tells of each thing that a request has beyond the pages, before the lenient service takes it. */
export type Leniency = (request: ServiceRequest) => void;

/** So many different things are told of; a client that makes up more is not listened to. */
const most = 10_000;

/**
 * Finds what the strict service would have refused, or left out, of requests to a lenient one, and tells of each once,
 * by its name and without its value: a log of it holds nothing that a client wrote.
 */
export function makeLeniency(
  strict: readonly Contract[],
  lenient: ReadonlyMap<string, ServedVersion>,
  tell: (what: string) => void,
): Leniency {
  const versions = strict.flatMap((contract): [string, ServedVersion][] => {
    const served = lenient.get(contract.version);
    return served ? [[contract.version, { ...served, contract }]] : [];
  });
  const routes = makeRoutes(new Map(versions));
  const told = new Set<string>();
  return (request) => {
    const call = callOn(routes(request.method, request.target), request);
    if (!call || told.size >= most) return;
    for (const what of beyondPages(call)) {
      if (told.has(what)) continue;
      told.add(what);
      tell(what);
    }
  };
}

function beyondPages(call: Call): string[] {
  const { request, type, contract, operation } = call;
  const isUntold = !operation && (request.method === "GET" || mayWriteContained(call));
  const untold = isUntold ? [`no page documents ${shownPath(call)}`] : [];
  if (request.method === "GET") {
    const query = queryOf(call, leadsToMany(call));
    return "code" in query ? [...untold, query.message] : untold;
  }
  const sent = operation && request.body !== "" ? sentJson(request) : undefined;
  if (!operation || !sent || "code" in sent) return untold;
  const named = inParametersLetters(contract, operation, sent.value);
  const unknown = unknownName(call, operation, named);
  const { read } = booleansRead(contract, operation, operation.requestBody ?? type, named);
  const texts = read.map((at) => `"${at}" in the body of ${operation.id} is a text, and is read as Boolean`);
  return [...(unknown === undefined ? [] : [unknown]), ...texts];
}
