import type { Location } from "../../base/location.ts";
import { placesIn } from "../../base/places-in.ts";
import type { Block, Fence } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type {
  HeaderDeclaration,
  OperationDeclaration,
  PropertyDeclaration,
  RequestTemplate,
  TypeReference,
} from "../page.ts";
import { type PlacedBlock, section } from "../section.ts";
import { isDeclarationTable, readDeclarationTable } from "./declaration-table.ts";
import { readQueryOptions } from "./query-options.ts";
import { readResponsePromises } from "./read-response-promise.ts";
import { readTypeReference } from "./read-type-reference.ts";

const template = /^(?:\d+\.\s+)?(GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS)\s+(\S.*)$/is;

/** What an API page says about its requests, wherever it says it. */
export function readOperation(
  placed: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
  location: Location,
): OperationDeclaration {
  const outsideExamples = placed.filter(
    ({ under }) => !under.some(({ text }) => /^examples?\b/i.test(text.trim())),
  );
  const requestBody = section(outsideExamples, /^request body\b/i);
  const body = bodyType(requestBody, references);
  return {
    requests: readTemplates(requestSection(outsideExamples)),
    queryOptions: readQueryOptions(section(outsideExamples, /^(?:optional )?query param/i)),
    requestHeaders: readHeaders(section(outsideExamples, /^(?:optional )?request headers?\b/i)),
    parameters: [
      ...parametersIn(
        section(outsideExamples, /^(?:function |path |query |url )?parameters?\b/i),
        references,
      ),
      ...parametersIn(requestBody, references),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: readResponsePromises(section(outsideExamples, /^responses?\b/i), references),
    location,
  };
}

/** The HTTP request section; on a page without one, the fences that call a path without a host. */
function requestSection(placed: readonly PlacedBlock[]): PlacedBlock[] {
  const blocks = section(placed, /^http requests?\b/i);
  if (blocks.some(({ block }) => block.kind === "fence")) return blocks;
  return placed.filter(({ block }) => block.kind === "fence" && /^\s*[A-Z]+\s+\//.test(block.text));
}

function readTemplates(blocks: readonly PlacedBlock[]): RequestTemplate[] {
  return blocks
    .map(({ block }) => block)
    .filter((block): block is Fence => block.kind === "fence")
    .flatMap((fence) =>
      fence.text.split("\n").flatMap((line, index) => {
        const match = template.exec(line.trim());
        if (!match?.[1] || !match[2]) return [];
        const url = match[2]
          .replace(/\sHTTP\/\d.*$/i, "")
          .replace(/^https?:\/\/[^/]+\/(?:v1\.0|beta)(?=\/)/i, "");
        const [path = "", ...query] = url.trim().split("?");
        const { file, line: first, column } = fence.location;
        const at = { file, line: first + index, column: column + line.search(/\S/) };
        return [
          { method: match[1].toUpperCase(), path: normalised(path), query: query.join("?"), location: at },
        ];
      }),
    );
}

function normalised(path: string): string {
  const rooted = path.startsWith("/") ? path : `/${path}`;
  return rooted.length > 1 ? rooted.replace(/\/+$/, "") : rooted;
}

function readHeaders(blocks: readonly PlacedBlock[]): HeaderDeclaration[] {
  return tables(blocks).flatMap((table) =>
    table.rows.flatMap((row) => {
      const cell = row.cells[0];
      const name =
        plainText(cell?.text ?? "")
          .split(":")[0]
          ?.trim() ?? "";
      if (!cell || !/^[\w-]+$/.test(name)) return [];
      const rest = row.cells
        .slice(1)
        .map((other) => plainText(other.text))
        .join(" ");
      return [{ name, required: /\brequired\b/i.test(rest), location: cell.location }];
    }),
  );
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
  /\brepresentation\s+of\s+(?:an?\s+|the\s+)?(?:new\s+|updated\s+|(collection\s+of\s+))?(\[[^\][]{1,120}\](?:\([^()\s]{1,300}\)|\[[^\][]{0,120}\])|(?:\*\*[\w.]+\*\*|`[\w.]+`)(?=\s+(?:objects?|resources?|entity)\b))/i;

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
