import { isDeepStrictEqual } from "node:util";
import { type Answer, type Asked, askedOf, userRequest } from "../../specs/support/asked.ts";
import { bearer } from "../../specs/support/sign-in-form.ts";
import { isObject } from "../../src/base/is-object.ts";
import type { Contract, Example } from "../../src/contract/contract.ts";
import { typeOfRef } from "../../src/contract/names/type-named.ts";
import { examplesOfOperation } from "../../src/contract/page-content.ts";
import { exampleOperation } from "../../src/contract/path/example-operation.ts";
import { matchOperation } from "../../src/contract/path/match-operation.ts";
import { successResponse } from "../../src/contract/promise/promised-body.ts";
import { type Documentation, judgeDocumentedPage } from "../../src/exchange/judge-documentation.ts";
import { askings } from "../../src/exchange/service/asking.ts";
import { replayExample } from "../../src/exchange/service/replay-example.ts";
import { readRequestUrl } from "../../src/odata/request-url.ts";

/** How the mock answered what a page shows. */
export interface Replay {
  readonly file: string;
  readonly line: number;
  readonly request: string;
  /** The statuses that are documented for it. */
  readonly documented: readonly number[];
  readonly outcome: "right" | "wrong" | "refused as broken" | "not sent";
  /** Of what is not right: the status and the code, or why it was not sent. */
  readonly cause: string;
  /** The values of a request whose answer holds the resource: how many, and those that did not come back. */
  readonly values: number;
  readonly changed: readonly string[];
}

/** Plays each so-manieth example with a response against a service of its own, in the order of the pages. */
export async function* replays(documentation: Documentation, each = 1): AsyncGenerator<Replay> {
  const contract = documentation.contract("v1.0");
  const { writes: asking } = askings(contract, { writes: true, depth: "documented", ids: "shown" }, []);
  const answered = contract.examples.filter(({ response }) => response !== undefined);
  for (const [index, example] of answered.entries()) {
    if (index % each === 0) yield await replayOne(documentation, example, replayExample(asking, example));
  }
}

/** Whether `verify` finds the request of an example broken. */
function isBroken(documentation: Documentation, { file, location }: Example): boolean {
  const page = documentation.folder.page(file);
  return (
    page !== undefined &&
    judgeDocumentedPage(page, documentation).some(
      ({ kind, location: { line }, assertions }) =>
        kind === "exchange" &&
        line === location.line &&
        assertions.some(({ rule, status }) => status === "fail" && /^(?:request|query|auth)\//.test(rule)),
    )
  );
}

async function replayOne(
  documentation: Documentation,
  example: Example,
  script: ReturnType<typeof replayExample>,
): Promise<Replay> {
  const contract = documentation.contract("v1.0");
  const { request, location } = example;
  const documented = statusesOf(contract, example);
  const said = {
    file: location.file,
    line: location.line,
    request: `${request.method} ${request.url}`,
    documented,
    values: 0,
    changed: [],
  };
  const { service, ask } = await askedOf([contract]);
  const { permissions = [], parameters = [] } = exampleOperation(contract, example) ?? {};
  const isForApplications = permissions.some(
    (row) => row.scheme === "application" && row.permissions.length > 0,
  );
  // What no application may do is asked by a user, and so is what is about one.
  const authorization =
    (isForApplications || permissions.length === 0) && !isOwn(request.url)
      ? {}
      : { authorization: await bearer(service.signIn, userRequest) };
  let step = script.next().value;
  // What a path needs is looked up first.
  while (step?.kind === "lookup") {
    const { status, json } = await ask(step.target, { headers: authorization });
    step = script.next({ status, json }).value;
  }
  if (step?.kind !== "request")
    return {
      ...said,
      outcome: "not sent",
      cause: step?.kind === "unmade" ? step.message : "there is nothing to send",
    };
  const { method, target, headers } = step;
  const asked = async (request: string) => ask(request, { headers: authorization });
  const body = step.body === undefined ? undefined : await withAddresses(step.body, asked);
  // What another example shows under a key that is to be created is deleted first.
  for (const key of method === "POST" ? keysIn(body) : [])
    await asked(`DELETE ${target.replace(/\?.*/s, "")}/${encodeURIComponent(key)}`);
  const referred = /"@odata\.id"\s*:\s*"[^"]*?([^/"]+)"/.exec(body ?? "")?.[1];
  if (method === "POST" && referred !== undefined && target.endsWith("/$ref"))
    await asked(`DELETE ${target.slice(0, -"/$ref".length)}/${referred}/$ref`);
  const answer = await ask(`${method} ${target}`, {
    headers: { ...(await withTag(inSmallLetters(headers), target, asked)), ...authorization },
    ...(body === undefined ? {} : { body }),
  });
  // The parameters of an action are no values of a resource.
  const isWritten = answer.status < 300 && parameters.length === 0;
  const isKeyed = method !== "POST";
  const written = isWritten ? valuesBack(body, answer, isKeyed) : none;
  const later = isWritten
    ? await readLater(contract, { method, target, answer, body }, ask, authorization)
    : none;
  const cause = `${answer.status}${answer.error.code === undefined ? "" : ` ${answer.error.code}`} for ${documented.join(" or ")}`;
  const values = { values: written.values + later.values, changed: [...written.changed, ...later.changed] };
  if (documented.includes(answer.status)) return { ...said, ...values, outcome: "right", cause: "" };
  return {
    ...said,
    ...values,
    outcome: answer.status >= 400 && isBroken(documentation, example) ? "refused as broken" : "wrong",
    cause,
  };
}

function isOwn(url: string): boolean {
  return readRequestUrl(url).segments[0]?.toLowerCase() === "me";
}

/** The addresses in a body that end in a placeholder lead to a resource that there is. */
async function withAddresses(body: string, ask: (request: string) => Promise<Answer>): Promise<string> {
  let bound = body;
  for (const [address, path = ""] of body.matchAll(
    /https:\/\/graph\.microsoft\.com\/v1\.0(\/[^"{}]*)\/\{[^"{}]*\}(?=")/g,
  )) {
    // Of objects of any kind no page has a list.
    const { items } = await ask(path === "/directoryObjects" ? "/users" : path);
    const id = items[0]?.id;
    if (typeof id === "string")
      bound = bound.replace(address, `https://graph.microsoft.com/v1.0${path}/${id}`);
  }
  return bound;
}

function keysIn(body: string | undefined): readonly string[] {
  const sent = parsed(body);
  if (!isObject(sent)) return [];
  return [sent.id, sent.userPrincipalName, sent.extensionName].filter((key) => typeof key === "string");
}

/** What the operation's pages promise, and what they show. */
function statusesOf(contract: Contract, example: Example): readonly number[] {
  const operation = exampleOperation(contract, example);
  const shown = operation ? examplesOfOperation(contract, operation) : [example];
  const same = shown.filter((other) => exampleOperation(contract, other) === operation);
  const promised = operation?.responses.map(({ status }) => status) ?? [];
  return [
    ...new Set([...promised, ...[...same, example].flatMap(({ response }) => response?.status ?? 200)]),
  ].sort();
}

type Values = Pick<Replay, "values" | "changed">;

const none: Values = { values: 0, changed: [] };

/** What was written, read by the documented GET of the resource, where there is one. */
async function readLater(
  contract: Contract,
  sent: { method: string; target: string; answer: Answer; body: string | undefined },
  ask: Asked["ask"],
  authorization: Readonly<Record<string, string>>,
): Promise<Values> {
  const { method, answer, body } = sent;
  if (body === undefined || method === "DELETE") return none;
  const { location } = answer.headers;
  const made = location === undefined ? undefined : location.replace(/^https?:\/\/[^/]*\/v1\.0/, "");
  const target = method === "POST" ? made : sent.target.replace(/\?.*/s, "");
  const url = target === undefined ? undefined : readRequestUrl(target);
  const operation = url && matchOperation(contract, "GET", url);
  if (target === undefined || !operation) return none;
  const read = await ask(target, { headers: authorization });
  // The content of a file is read elsewhere.
  if (read.status === 302) return none;
  if (read.status !== 200) return { values: 1, changed: [`${read.status} for the later GET`] };
  const type = typeOfRef(contract, successResponse(operation)?.body);
  const unasked = type?.properties.filter(
    (each) => each.navigation || each.onlyOnSelect || each.notByDefault,
  );
  const withheld = new Set(unasked?.map(({ name }) => name));
  const { values, changed } = valuesBack(body, read, method !== "POST", withheld);
  return { values, changed: changed.map((name) => `${name} (read later)`) };
}

/** The key of what is changed stays as it is in the path. */
function valuesBack(
  body: string | undefined,
  answer: Answer,
  isKeyed: boolean,
  withheld: ReadonlySet<string> = new Set(),
): Values {
  const sent: unknown = parsed(body);
  if (!isObject(sent) || !isObject(answer.json) || Object.keys(answer.body).length < 2) return none;
  const names = Object.keys(sent).filter(
    (name) => !name.includes("@") && !withheld.has(name) && !(isKeyed && name === "id"),
  );
  return {
    values: names.length,
    changed: names.filter((name) => !isBack(sent[name], answer.body[name])),
  };
}

/** An object may have come back with more than was sent. */
function isBack(sent: unknown, back: unknown): boolean {
  if (isObject(sent) && isObject(back))
    return Object.entries(sent).every(([name, value]) => name.includes("@") || isBack(value, back[name]));
  if (Array.isArray(sent) && Array.isArray(back))
    return sent.length === back.length && sent.every((item, index) => isBack(item, back[index]));
  // A member in other letters comes back in those of the contract.
  if (typeof sent === "string" && typeof back === "string") return sent.toLowerCase() === back.toLowerCase();
  return isDeepStrictEqual(sent, back);
}

function parsed(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** As a server gives them. */
/** The etag of a page is that of another resource: a client sends the one that it has read. */
async function withTag(
  headers: Record<string, string>,
  target: string,
  asked: (request: string) => Promise<Answer>,
): Promise<Record<string, string>> {
  if (headers["if-match"] === undefined || headers["if-match"] === "*") return headers;
  const { etag } = (await asked(`GET ${target}`)).headers;
  return etag === undefined ? headers : { ...headers, "if-match": etag };
}

function inSmallLetters(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
