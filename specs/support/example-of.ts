import type { ExchangeContext } from "../../src/rules/rule.ts";
import { resourceTables } from "./page-text.ts";
import { type Pages, pagesOf } from "./pages-of.ts";

/** What differs from a valid example: a page that lists the runs of a team. */
export interface ExampleSketch {
  readonly templates?: string;
  /** The section on query parameters. */
  readonly options?: string;
  /** The section on the request body. */
  readonly parameters?: string;
  /** The Response section. */
  readonly promise?: string;
  /** Lines 40 and following. */
  readonly request?: string;
  readonly annotation?: string;
  /** Lines 60 and following. */
  readonly response?: string;
}

export const page = "v1.0/api/team-list-runs.md";

export const valid = {
  templates: "GET /teams/{team-id}/runs\nGET /teams/{team-id}/runs/{id}",
  options:
    "This method supports the `$select`, `$expand`, `$orderby`, `$top` and `$count` OData query parameters.",
  promise:
    "If successful, this method returns a `200 OK` response code and a collection of [run](../resources/run.md) objects in the response body.",
  request: "GET https://graph.microsoft.com/v1.0/teams/7/runs",
  annotation: '<!-- { "blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.run" } -->',
} as const;

/** A response whose body begins in line 63. */
export function ok(body: unknown, status = "200 OK"): string {
  return `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${JSON.stringify(body, null, 2)}`;
}

/** The valid body of a list; the context stands in line 64, the first item in line 66. */
export function runs(...items: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  return { "@odata.context": `${metadata}teams('7')/runs`, value: items };
}

export const metadata = "https://graph.microsoft.com/v1.0/$metadata#";

const resources = {
  "v1.0/resources/team.md": resourceTables(
    "team",
    ["|id|String|Key.|"],
    ["|runs|[run](run.md) collection|Runs.|", "|reports|[report](report.md) collection|Reports.|"],
  ),
  "v1.0/resources/run.md": resourceTables(
    "run",
    [
      "|id|String|Key.|",
      "|status|String|Status.|",
      "|total|Int32|Number.|",
      "|started|DateTimeOffset|When.|",
    ],
    ["|tasks|[task](task.md) collection|Tasks.|", "|owner|[user](user.md)|Owner.|"],
  ),
  "v1.0/resources/task.md": resourceTables("task", ["|id|String|Key.|", "|name|String|Name.|"]),
  "v1.0/resources/user.md": resourceTables("user", ["|id|String|Key.|", "|mail|String|Address.|"]),
  "v1.0/resources/report.md": resourceTables("report", ["|id|String|Key.|", "|score|Int32|Percent.|"]),
};

/** The pages of a sketch: its API page and the resources that it speaks of. */
export function pagesWith(sketch: ExampleSketch): Pages {
  return pagesOf({ [page]: apiPage(sketch), ...resources });
}

/** What a rule sees of the sketch's example. */
export function exampleOf(sketch: ExampleSketch): ExchangeContext {
  return pagesWith(sketch).example(page);
}

function apiPage(sketch: ExampleSketch): string {
  const { templates, options, promise, request, annotation, response } = {
    ...valid,
    response: ok(runs({ id: "1" })),
    ...sketch,
  };
  const body = sketch.parameters ?? "Do not supply a request body for this method.";
  const lines = [
    ...["# List runs", "", "## HTTP request", "```http", ...templates.split("\n"), "```"],
    ...["## Optional query parameters", options, "", "## Request body", body, "", "## Response", promise],
    ...["", "## Examples", "### Request"],
  ];
  const asked = startingAt(
    40,
    lines.join("\n"),
    '<!-- { "blockType": "request", "name": "list_runs" } -->',
    request,
  );
  return startingAt(60, `${asked}\n### Response`, annotation, response);
}

/** Appends a fence whose text begins in the given line. */
function startingAt(line: number, before: string, annotation: string, text: string): string {
  const missing = line - 4 - before.split("\n").length;
  return [before, "\n".repeat(missing), annotation, "```http", text, "```"].join("\n");
}
