import { spanAt } from "../../../src/base/span.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { readJson } from "../../../src/http/read-json.ts";
import type { Probe } from "../../../src/rules/exchange.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import type { ExchangeContext } from "../../../src/rules/rule.ts";
import { resourceTables } from "../../support/page-text.ts";

/** What differs from the answer of a service to a GET of the runs of a team. */
export interface AnswerSketch {
  /** The section on query parameters. */
  readonly options?: string;
  readonly method?: string;
  readonly status?: number;
  readonly probe?: Probe;
  /** The URL of an example that the page shows. */
  readonly example?: string;
}

const origin = "https://graph.microsoft.com/v1.0/teams/7/runs";
const location = { file: "exchange", line: 1, column: 1 };

/** What an exchange rule sees of a service's answer; the body begins in line 1. */
export function serviceAnswer(query: string, body: unknown, sketch: AnswerSketch = {}): ExchangeContext {
  const { options, method = "GET", status = 200, probe, example = origin } = sketch;
  const pages = { ...resources, "v1.0/api/team-list-runs.md": apiPage(example, options) };
  const folder = folderOf(
    Object.entries(pages).map(([file, text]) => readPage(text, { file, version: "v1.0" })),
  );
  const text = JSON.stringify(body, null, 2);
  const response = {
    status,
    reason: "",
    startLine: spanAt(location),
    headers: [],
    body: { text, location, json: readJson(text, location) },
    location,
  };
  const exchange = {
    source: "mock",
    version: "v1.0",
    title: "List",
    name: "list",
    file: "v1.0/api/team-list-runs.md",
    request: { method, url: `${origin}${query}`, target: spanAt(location), headers: [], location },
    response,
    ...(probe ? { probe } : {}),
    location,
  } as const;
  return exchangeContext(requestContext(exchange, deriveContract(folder, "v1.0")), response);
}

function apiPage(
  example: string,
  options = "This method supports the `$select`, `$filter`, `$orderby`, `$top` and `$skip` OData query parameters.",
): string {
  return [
    ...["# List runs", "", "Namespace: microsoft.graph", "", "## HTTP request", "```http"],
    ...["GET /teams/{team-id}/runs", "POST /teams/{team-id}/runs", "GET /teams/{team-id}/runs/delta", "```"],
    ...["## Optional query parameters", options, "", "## Response"],
    "If successful, this method returns a `200 OK` response code and a collection of [run](../resources/run.md) objects in the response body.",
    ...["", "## Examples", "### Request", '<!-- { "blockType": "request", "name": "list_runs" } -->'],
    ...["```http", `GET ${example}`, "```", "### Response"],
    '<!-- { "blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.run" } -->',
    ...[
      "```http",
      "HTTP/1.1 200 OK",
      "Content-Type: application/json",
      "",
      '{ "value": [ { "id": "1" } ] }',
      "```",
    ],
  ].join("\n");
}

const resources = {
  "v1.0/resources/run.md": resource(
    "run",
    [
      "|id|String|Key.|",
      "|status|String|State. Supports `$filter` (`eq`, `ne`, `NOT`, `startsWith`) and `$orderby`.|",
      "|total|Int32|Number. Supports $filter (eq, lt, gt).|",
      "|started|DateTimeOffset|When. Supports `$filter`.|",
      "|phase|runPhase|Stage. The possible values are: `queued`, `running`, `ended`. Supports `$filter` (`eq`, `gt`) and `$orderby`.|",
      "|note|String|A remark.|",
      "|tags|String collection|Words. Supports $filter (eq).|",
    ],
    ["|tasks|[task](task.md) collection|Tasks. Supports `$filter` (`eq`).|"],
  ),
  "v1.0/resources/task.md": resource("task", ["|id|String|Key.|", "|name|String|Name.|"]),
  "v1.0/resources/team.md": resource("team", ["|id|String|Key.|"], ["|runs|[run](run.md) collection|Runs.|"]),
};

function resource(name: string, rows: readonly string[], relationships: readonly string[] = []): string {
  return resourceTables(name, rows, relationships, [
    "## JSON representation",
    `<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.${name}" } -->`,
    ...["```json", `{ "@odata.type": "#microsoft.graph.${name}", "id": "String (identifier)" }`, "```", ""],
  ]);
}
