import type { Contract, EnumContract, Operation, Property, TypeRef } from "../../contract/contract.ts";
import { enumNamed, keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { isSafe } from "../../http/http-message.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { PlanOptions } from "../service/asking.ts";
import { mostListings } from "../service/bind-listed.ts";
import { type Creations, creates } from "../service/creations.ts";
import { mostPages, mostReadings } from "../service/judge-service.ts";
import { placeholderIn } from "../service/path-placeholders.ts";
import { planRequests } from "../service/plan-requests.ts";
import type { Answer, PlannedRequest, Script } from "../service/planned-request.ts";
import { shortPages } from "../service/read-pages.ts";

/**
 * How many requests a plan takes at most, but for those that are sent once more: it is followed with answers that have
 * a value for every property and a link to a next page always, what is bound by listing takes what it may, and each list
 * is read again as often as it may be. No more are counted than the limit.
 */
export function mostRequests(contract: Contract, options: PlanOptions, limit: number): number {
  const plan = planRequests(contract, options);
  const sent = new Set<string>();
  const answers = richAnswers(contract);
  const count = ({ method, target, headers, body, probe }: PlannedRequest) => {
    // Who writes, writes again; what is read is read once.
    const turn = method === "GET" ? 0 : sent.size;
    // Of a list of few pages an answer to an option is read to its end.
    const most = shaping.test(target) ? shortPages : 1;
    for (let page = 1; page <= most; page++)
      sent.add(JSON.stringify([method, target, headers, body, probe === "anonymous", turn, page]));
  };
  const open = contract.operations.filter(
    ({ method, path }) => isSafe({ method }) && splitPath(path).some((segment) => placeholderIn(segment)),
  );
  const lists = contract.operations.filter(isList).length;
  const readings = options.depth === "smoke" ? 0 : lists * mostReadings * mostPages;
  const listings = open.length * mostListings + readings;
  for (const scripts of [plan.reads, plan.writes]) {
    for (const script of scripts) {
      if (listings + sent.size >= limit) return limit;
      follow(script, answers, (request) => {
        count(request);
        supposeCreated(contract, plan.created, request);
      });
    }
  }
  const removals = plan.created?.left.length ?? 0;
  return Math.min(limit, listings + sent.size + removals);
}

/** Each request that may create something does. */
function supposeCreated(
  contract: Contract,
  created: Creations | undefined,
  { method, target, probe }: PlannedRequest,
): void {
  const { segments } = readRequestUrl(target);
  const operation = method === "POST" ? matchOperation(contract, method, { segments }) : undefined;
  if (operation && creates(operation) && probe !== "anonymous") created?.add(operation, segments, "created0");
}

const shaping = /[?&](?:\$|%24)(?:select|filter|orderby|expand)=/i;

function isList({ method, responses }: Operation): boolean {
  return isSafe({ method }) && responses.some(({ status, body }) => status === 200 && body?.collection);
}

function follow(
  script: Script,
  answer: (step: PlannedRequest["target"], method: string) => Answer,
  count: (request: PlannedRequest) => void,
): void {
  let next = script.next();
  while (!next.done) {
    const step = next.value;
    if (step.kind === "request") count(step);
    const method = step.kind === "lookup" ? "GET" : step.method;
    next = script.next(step.kind === "unmade" ? {} : answer(step.target, method));
  }
}

/** Answers of a service that holds three of everything, on as many pages as anybody asks for. */
function richAnswers(contract: Contract): (target: string, method: string) => Answer {
  let pages = 0;
  return (target, method) => {
    if (method !== "GET") return { status: 204 };
    const { segments } = readRequestUrl(target);
    const operation = matchOperation(contract, method, { segments });
    const body = operation?.responses.find(({ status }) => status < 300)?.body;
    const resource = (index: number) => richResource(contract, body, index);
    if (operation && body?.collection === false) return { status: 200, json: resource(0) };
    const link = `https://graph.microsoft.com/${contract.version}/page?$skiptoken=${pages++}`;
    return { status: 200, json: { value: [0, 1, 2].map(resource), "@odata.nextLink": link } };
  };
}

function richResource(contract: Contract, ref: TypeRef | undefined, index: number): Record<string, unknown> {
  const type = typeOfRef(contract, ref);
  const own = type?.properties.map((property): [string, unknown] => [
    property.name,
    richValue(contract, property, index),
  ]);
  return { ...Object.fromEntries(own ?? []), [keyPropertyOf(type)]: `key${index}` };
}

function richValue(contract: Contract, { type, values, navigation }: Property, index: number): unknown {
  const one = navigation
    ? { id: `key${index}` }
    : type.kind === "enum"
      ? memberOf(enumNamed(contract, type.name), index)
      : (values?.members[index] ?? primitive(type.name, index));
  return type.collection ? [one] : one;
}

function memberOf(declared: EnumContract | undefined, index: number): string {
  const members = (declared?.members ?? []).filter((member) => member !== "unknownFutureValue");
  return members[index % Math.max(1, members.length)] ?? `member${index}`;
}

function primitive(type: string, index: number): unknown {
  if (type === "Edm.Boolean") return index % 2 === 0;
  if (type === "Edm.DateTimeOffset") return `2024-01-0${index + 1}T00:00:00Z`;
  if (type === "Edm.Date") return `2024-01-0${index + 1}`;
  if (/^Edm\.(?:Int|Decimal|Double|Single|Byte)/.test(type)) return index;
  return `value${index}`;
}
