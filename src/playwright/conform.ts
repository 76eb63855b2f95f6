import { nearestName } from "../base/nearest-name.ts";
import { onceForAll } from "../base/once-for.ts";
import { UsageError } from "../base/usage-error.ts";
import type { Contract, Operation, TypeContract } from "../contract/contract.ts";
import { agree } from "../contract/names/inheritance.ts";
import { shortName } from "../contract/names/short-name.ts";
import { readTypeName } from "../contract/names/type-name.ts";
import { typeOfRef } from "../contract/names/type-named.ts";
import { fitBody, isCollection } from "../contract/promise/body-fit.ts";
import { resourcesInBody } from "../contract/validation/resources-in-body.ts";
import { isDecided } from "../exchange/tenant/floor.ts";
import { readRequestUrl } from "../odata/request-url.ts";
import type { Failed } from "../rules/assertion.ts";
import type { ReadResponse } from "./graph-response.ts";
import { type Judging, judgeAsked, type Verdict } from "./verdict.ts";

/** What a body is held to a type with. */
export interface Conforming extends Judging {
  readonly type: string;
}

/**
 * Judges the body of a response by the documented type that somebody names, whichever the operation promises: one
 * resource, or a list of them.
 *
 * @param name `microsoft.graph.identityGovernance.run`, or `Collection(...)` where it has to be a list
 * @throws UsageError where no page declares a type of that name, with the nearest that there is
 */
export function judgeConform(
  response: ReadResponse,
  contract: Contract,
  { type: name, ...judging }: Conforming,
): { readonly type: string; readonly verdict: Verdict } {
  const type = declaredType(contract, name);
  const { location } = type;
  const purpose = { name: type.name, title: type.name, file: location.file, location };
  const isList = (body: unknown) => /^\s*Collection\(/i.test(name) || isCollection(body);
  const verdict = judgeAsked({ ...response, method: response.method ?? "GET" }, purpose, contract, {
    ...judging,
    as: (exchange) => {
      const { request, response: answer } = exchange;
      const { path, query } = withoutWay(request.url);
      const asked = { ...exchange, request: { ...request, url: path + query } };
      const collection = isList(answer?.body?.json?.value);
      return {
        exchange: asked,
        contract: promising(contract, type.name, collection, `${request.method} ${path}`),
      };
    },
    isAbout: (rule) => /^(?:body|enum)\/|^odata\/type-/.test(rule),
    lacks: ({ response: answer }, assertions) => {
      const body = answer?.body?.json?.value;
      if ((answer?.status ?? 0) >= 300) return "the response is no success, and holds no resource";
      if (body === undefined) return "the response has no body that can be read";
      const ref = { kind: "type", name: type.name, collection: isList(body) } as const;
      if (resourcesInBody(contract, ref, body).resources.length === 0)
        return "no-data: there is no resource in it";
      return isDecided("body/type", assertions) ? undefined : "no rule could judge the body";
    },
    weigh: (failed, body) => {
      const others = failed.some(isUnknownName) ? otherTypes(contract, type, body) : [];
      if (others.length === 0) return failed;
      const advice = `all its properties are those of ${others.join(", or of ")}`;
      return failed.map((one) => (isUnknownName(one) ? { ...one, severity: "error", advice } : one));
    },
  });
  return { type: type.name, verdict };
}

/** The options of a query say what comes of a resource, and so does `delta`, which holds what has changed. */
function withoutWay(url: string): { readonly path: string; readonly query: string } {
  const last = readRequestUrl(url).segments.at(-1) ?? "";
  const mark = url.indexOf("?");
  const path = /^(?:microsoft\.graph\.)?delta\b/i.test(last) ? "/resource/delta()" : "/resource";
  return { path, query: mark < 0 ? "" : url.slice(mark) };
}

function isUnknownName({ rule }: Failed): boolean {
  return rule === "body/unknown-property";
}

/** Other types that have every property of a body, of which this one lacks several; none of the same family. */
function otherTypes(contract: Contract, type: TypeContract, body: unknown): readonly string[] {
  const own = { kind: "type", name: type.name, collection: isCollection(body) } as const;
  // A single name may be news.
  if (fitBody(contract, own, body).unknown < 2) return [];
  return Object.keys(contract.types).filter((name) => {
    const other = { ...own, name };
    const { certain, unknown } = fitBody(contract, other, body);
    return certain && unknown === 0 && !agree(contract, own, other);
  });
}

/** The types of a contract, and one operation that returns one of them: no other has a vote on it, nor has a path. */
const promising = onceForAll(
  (contract: Contract, name: string, collection: boolean, request: string): Contract => {
    const [method = "GET", path = ""] = request.split(" ");
    const { location } = contract.types[name] ?? { location: { file: "", line: 1, column: 1 } };
    const body = { kind: "type", name, collection } as const;
    const operation: Operation = {
      id: request,
      method,
      path,
      title: name,
      file: location.file,
      queryOptions: { kind: "unsaid" },
      requestHeaders: [],
      parameters: [],
      permissions: [],
      clouds: [],
      responses: [{ status: 200, body, location }],
      location,
    };
    return { ...contract, operations: [operation], examples: [] };
  },
);

function declaredType(contract: Contract, name: string): TypeContract {
  const ref = readTypeName(contract, name);
  const type = typeOfRef(contract, ref);
  if (type) return type;
  const { version } = contract;
  if (ref.kind === "enum") throw new UsageError(`"${ref.name}" is an enumeration of ${version}, not a type`);
  const known = Object.keys(contract.types);
  const near = nearestName(ref.name, known) ?? nearestByShortName(ref.name, known);
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  throw new UsageError(`no page of ${version} declares a type "${name}"${hint}`);
}

function nearestByShortName(name: string, known: readonly string[]): string | undefined {
  const near = nearestName(shortName(name), known.map(shortName));
  return known.find((one) => shortName(one) === near);
}
