import type { Location } from "../../base/location.ts";
import { placesIn } from "../../base/places-in.ts";
import { spanAt } from "../../base/span.ts";
import { startsAsUrl } from "../../http/read-http-message.ts";
import type { Block, Fence } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type {
  Flaw,
  HeaderDeclaration,
  OperationDeclaration,
  PropertyDeclaration,
  RequestTemplate,
  ResponsePromise,
  TypeReference,
} from "../page.ts";
import { type PlacedBlock, section } from "../section.ts";
import { isDeclarationTable, readDeclarationTable } from "./declaration-table.ts";
import { knownHeadings } from "./known-headings.ts";
import { usual } from "./own-promises.ts";
import { withRetirements } from "./path-retirement.ts";
import { readQueryOptions } from "./query-options.ts";
import { readNotByDefault } from "./read-not-by-default.ts";
import { readResponsePromises } from "./read-response-promise.ts";
import { readTypeReference } from "./read-type-reference.ts";

const httpRequest = /^http requests?\b/i;
const template = /^(?:\d+\.\s+)?(GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS)\s+(\S.*)$/is;

/**
 * What an API page says about its requests, wherever it says it; a request line that cannot be read declares nothing,
 * and is a flaw.
 */
export function readOperation(
  placed: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
  location: Location,
): { operation: OperationDeclaration; flaws: Flaw[] } {
  const outsideExamples = placed.filter(
    ({ under }) => !under.some(({ text }) => /^examples?\b/i.test(text.trim())),
  );
  const requestBody = section(outsideExamples, knownHeadings.requestBody);
  const body = bodyType(requestBody, references);
  const { requests, flaws } = readTemplates(requestSection(outsideExamples));
  const beside = section(outsideExamples, httpRequest);
  const notByDefault = readNotByDefault(outsideExamples);
  const operation = {
    requests: withRetirements(requests, beside),
    queryOptions: readQueryOptions(section(outsideExamples, knownHeadings.queryOptions)),
    requestHeaders: readHeaders(section(outsideExamples, knownHeadings.requestHeaders)),
    parameters: [
      ...parametersIn(section(outsideExamples, knownHeadings.parameters), references),
      ...parametersIn(requestBody, references),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: responsesIn(placed, outsideExamples, references),
    ...(notByDefault.length > 0 ? { notByDefault } : {}),
    location,
  };
  return { operation, flaws };
}

/**
 * The HTTP request sections, and beside them what other sections of one owner each call ("List a site's drives") without
 * such a heading; on a page without one, the fences that call a path without a host.
 */
function requestSection(placed: readonly PlacedBlock[]): PlacedBlock[] {
  const blocks = section(placed, httpRequest);
  const calls = placed.filter(({ block }) => block.kind === "fence" && /^\s*[A-Z]+\s+\//.test(block.text));
  if (!blocks.some(({ block }) => block.kind === "fence")) return calls;
  const methods = new Set(readTemplates(blocks).requests.map(({ method }) => method));
  const ofOwners = calls.filter(
    (call) =>
      !blocks.includes(call) &&
      call.under.some(({ level }) => level === 2) &&
      call.under.every(({ text }) => !usual.test(text.trim())) &&
      readTemplates([call]).requests.every(({ method }) => methods.has(method)),
  );
  return [...blocks, ...ofOwners];
}

function readTemplates(blocks: readonly PlacedBlock[]): { requests: RequestTemplate[]; flaws: Flaw[] } {
  const requests: RequestTemplate[] = [];
  const flaws: Flaw[] = [];
  const fences = blocks.flatMap(({ block }): Fence[] => (block.kind === "fence" ? [block] : []));
  for (const { text, location } of fences) {
    for (const [index, line] of text.split("\n").entries()) {
      const match = template.exec(line.trim());
      if (!match?.[1] || !match[2]) continue;
      const { file, line: first, column } = location;
      const at = { file, line: first + index, column: column + line.search(/\S/) };
      const read = readTemplate(match[2]);
      if (read)
        requests.push({ method: match[1].toUpperCase(), ...read, written: line.trim(), location: at });
      else flaws.push(unreadable(line.trim(), at));
    }
  }
  return { requests, flaws };
}

/** The path and query of a template; undefined where it is no path but a sentence. */
function readTemplate(written: string): Pick<RequestTemplate, "path" | "query"> | undefined {
  const url = written
    .replace(/\sHTTP\/\d.*$/i, "")
    .trim()
    .replace(/^https?:\/\/[^/]+\/(?:v1\.0|beta)(?=\/)/i, "")
    // {id} | name: a key that is written in two ways, the brace misplaced.
    .replace(/\{([^{}]*)\}\s*\|\s*\{?([\w-]+)\}?/g, "{$1 | $2}");
  const [path = "", ...query] = url.split("?");
  const names = path.replace(/\{[^{}]*\}+|<[^<>]*>|'[^']*'|\([^()]*\)/g, "");
  if (!startsAsUrl(path) || /\s/.test(names.trim())) return undefined;
  return { path: normalised(path.trim()), query: query.join("?") };
}

function unreadable(line: string, location: Location): Flaw {
  const message = `${JSON.stringify(line.slice(0, 60))} is no request line; a method and a path are expected`;
  return { rule: "page/operation-missing", message, span: spanAt(location, line.length) };
}

function normalised(path: string): string {
  const bare = path.replace(/^~(?=\/)/, "");
  const rooted = bare.startsWith("/") ? bare : `/${bare}`;
  return rooted.length > 1 ? rooted.replace(/\/+$/, "") : rooted;
}

/** What the Response section says; on a page that has one below its example only, what its sentences say there of success. */
function responsesIn(
  placed: readonly PlacedBlock[],
  outsideExamples: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): ResponsePromise[] {
  const own = section(outsideExamples, ofResponse);
  if (own.length > 0) return readResponsePromises(own, references);
  const sentences = section(placed, ofResponse).filter(({ block }) => block.kind === "paragraph");
  return readResponsePromises(sentences, references).filter(({ status }) => status < 400);
}

const ofResponse = /^responses?\b/i;

function readHeaders(blocks: readonly PlacedBlock[]): HeaderDeclaration[] {
  return tables(blocks).flatMap((table) =>
    table.rows.flatMap((row) => {
      const cell = row.cells[0];
      const name =
        plainText(cell?.text ?? "")
          .split(":")[0]
          ?.trim()
          // In italics.
          .replace(/^([_*])(.*)\1$/, "$2") ?? "";
      if (!cell || !/^[\w-]+$/.test(name)) return [];
      const rest = row.cells
        .slice(1)
        .map((other) => plainText(other.text))
        // | Name | Type | Description |: every header is a string, which is no value of one.
        .filter((text) => !/^string$/i.test(text.trim()))
        .join(" ");
      return [{ name, ...requirementOf(rest), location: cell.location }];
    }),
  );
}

const requiredWhen =
  /\b(?:required|needed|must be (?:set|used|included))\s+(?:when|if|with|for)\s+(?:you(?:'re| are)?\s+)?(?:us(?:e|es|ing)\s+|the\s+(?:request|query)\s+(?:uses?|includes?|has)\s+)?(?:the\s+)?(\$\w+)\b(?!=|\s+(?:with|and|together|in combination|along))/i;

/** "Required" and, in the next line of the cell, how: "Required <br/> Use ..." */
const requiredThen = /[.;]\s*Required\s*(?:<br\s*\/?>)?\s+(?=[A-Z])/;

/** "Required when ...", "... or in specific usage of $filter" */
const sometimesRequired = /\b(?:required|needed)\s+(?:if|when|for|in|with|only|on)\b|\bin specific usage\b/i;

/**
 * Required always, with a query option that the sentence names alone ("are required when using $search"), or on another
 * condition, which may name options, too.
 */
function requirementOf(
  rest: string,
): Pick<HeaderDeclaration, "required" | "requiredWith" | "sometimesWith" | "value"> {
  const sentence = rest.replace(/[`*]/g, "");
  const option = requiredWhen.exec(sentence)?.[1]?.toLowerCase();
  const isNever = /\b(?:not|isn't)\s+required\b|\boptional\b/i.test(rest);
  const options = new Set((sentence.match(/\$[a-z]+/gi) ?? []).map((other) => other.toLowerCase()));
  const sometimesWith = [...options].filter((other) => other !== option);
  const required =
    (/(?:^|[.;:,)(]\s*|\bis\s+|–\s*|-\s*)required\s*(?:[.;)]|$)/i.test(rest) || requiredThen.test(rest)) &&
    !/\b(?:not|isn't)\s+required\b/i.test(rest);
  const value = /^\s*([\w/.+-]+[\w])\s*(?:\.|$)/.exec(rest)?.[1];
  return {
    required: required && option === undefined,
    ...(option ? { requiredWith: [option] } : {}),
    ...(!isNever && sometimesRequired.test(sentence) ? { sometimesWith } : {}),
    ...(value && !/^(?:required|optional|string)$/i.test(value) ? { value } : {}),
  };
}

function parametersIn(
  blocks: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): PropertyDeclaration[] {
  return tables(blocks)
    .filter(isDeclarationTable)
    .flatMap((table) => readDeclarationTable(table, references));
}

// In the request body, supply a JSON representation of the [user](user.md) object.
const representation =
  /\brepresentation\s+(?:of|for)\s+(?:an?\s+|the\s+)?(?:new\s+|updated\s+|(collection\s+of\s+))?(\[[^\][]{1,120}\](?:\([^()\s]{1,300}\)|\[[^\][]{0,120}\])|(?:\*\*[\w.]+\*\*|`[\w.]+`)(?=\s+(?:objects?|resources?|entity)\b))/i;

function bodyType(
  blocks: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): TypeReference | undefined {
  for (const { block } of blocks) {
    const match = block.kind === "paragraph" ? representation.exec(block.text) : undefined;
    if (!match?.[2] || block.kind !== "paragraph") continue;
    const offset = match.index + match[0].length - match[2].length;
    const reference = readTypeReference(match[2], placesIn(block.location, block.text)(offset), references);
    return match[1] ? { ...reference, collection: true } : reference;
  }
  return undefined;
}

function tables(blocks: readonly PlacedBlock[]): Extract<Block, { kind: "table" }>[] {
  return blocks.map(({ block }) => block).filter((block) => block.kind === "table");
}
