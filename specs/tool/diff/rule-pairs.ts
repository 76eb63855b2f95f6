import type { Edit } from "../../support/marina.ts";

/** Two editions of the pages that differ in one thing, and one more that is near it and something else, or nothing. */
export interface RulePair {
  readonly rule: string;
  /** The rule that judges the way back. */
  readonly mirror: string;
  readonly edits: readonly Edit[];
  /** What stands on both sides already. */
  readonly given?: readonly Edit[];
  readonly twin: readonly Edit[];
  /** What changes with it, and on the way back: the first of a row went, so that another one is first. */
  readonly beside?: { readonly there: string; readonly back: string };
}

const boat = "resources/boat.md";
const enums = "resources/enums.md";
const get = "api/boat-get.md";
const refit = "api/boat-refit.md";

const row = (name: string, type: string, description: string) => `|${name}|${type}|${description}|`;
const colour = row("colour", "String", "Its paint. Possible values are: `red`, `white`.");
const draught = row("draught", "Int32", "In centimetres.");
const berth = row("berth", "String", "Where it lies. Required.");
const crew = row("crew", "[sailor](sailor.md) collection", "Who sails it. Supports `$expand`.");
const id = row("id", "String", "Its key. Read-only. Supports `$filter` (`eq`, `ne`) and `$orderby`.");
const comment = row("comment", "String", "What was seen. Optional.");
const yard = row("yard", "String", "Where. Required.");
const prefer = row("Prefer", "How the answer is wanted. Optional.", "").replace(/\|$/, "");
const options = "This method supports the `$select` and `$expand` OData query parameters.";
const success =
  "If successful, this method returns a `200 OK` response code and a [boat](../resources/boat.md) object in the response body.";
const personal = "|Delegated (personal Microsoft account)|Not supported.|";
const work = "|Delegated (work or school account)|Boat.Read.All, Boat.ReadWrite.All|";

/** Adds a row behind another one. */
const behind = (file: string, known: string, added: string): Edit => [file, known, `${known}\n${added}`];
/** A sentence of no consequence in a row. */
const reworded: Edit = [boat, draught, row("draught", "Int32", "How deep it lies, in centimetres.")];
const berths = [
  "# Berth",
  "\nNamespace: microsoft.graph",
  "\n## HTTP request\n\n```http\nGET /berths\n```",
  "\n## Response\n\nIf successful, this method returns a `200 OK` response code.\n",
].join("\n");

const update = "api/boat-update.md";
const updates: Edit = [
  update,
  "",
  [
    "# Update boat",
    "\nNamespace: microsoft.graph",
    "\n## HTTP request\n\n```http\nPATCH /boats/{id}\n```",
    "\n## Request body\n\nIn the request body, supply only what changes.",
    `\n|Property|Type|Description|\n|:---|:---|:---|\n${berth}`,
    "\n## Response\n\nIf successful, this method returns a `204 No Content` response code.\n",
  ].join("\n"),
];

const onlySelected: Edit = [
  boat,
  draught,
  row("draught", "Int32", "In centimetres. Returned only on `$select`."),
];
/** A page that creates a boat, and lists one property. */
const creates = (property: string, path = "/boats"): Edit => [
  `api${path}-post.md`,
  "",
  [
    "# Create boat",
    "\nNamespace: microsoft.graph",
    `\n## HTTP request\n\n\`\`\`http\nPOST ${path}\n\`\`\``,
    "\n## Request body\n\nIn the request body, supply these properties of the boat.",
    `\n|Property|Type|Description|\n|:---|:---|:---|\n${property}`,
    "\n## Response\n\nIf successful, this method returns a `201 Created` response code and a [boat](../resources/boat.md) object in the response body.\n",
  ].join("\n"),
];
/** An answer to who selects nothing, with all that a boat has but its draught. */
const showsAll: Edit = [
  get,
  '"berth": "7"',
  '"berth": "7", "colour": "red", "kind": "ferry", "launched": "2020-01-01T00:00:00Z", "plate": { "text": "M" }, "rank": 1, "tags": [], "tonnage": 9',
];
export const rulePairs: readonly RulePair[] = [
  {
    rule: "path/added",
    mirror: "path/removed",
    edits: [["api/berth-list.md", "", berths]],
    twin: [[get, "# Get boat", "# Read a boat"]],
  },
  {
    rule: "operation/added",
    mirror: "operation/removed",
    edits: [[get, "GET /boats/{id}\n", "GET /boats/{id}\nHEAD /boats/{id}\n"]],
    twin: [[get, "GET /boats/{id}\n", "GET /boats/{boat-id}\n"]],
  },
  {
    rule: "path/moved",
    mirror: "path/moved",
    edits: [[refit, "POST /boats/{id}/refit", "POST /yard/boats/{id}/refit"]],
    twin: [[refit, "POST /boats/{id}/refit", "POST /boats/{key}/refit"]],
  },
  {
    rule: "path/alias-removed",
    mirror: "path/added",
    given: [
      [
        refit,
        "POST /boats/{id}/refit\n",
        "POST /boats/{id}/refit\nPOST /boats/all/{id}/refit\nPOST /sailors/{id}/boats/{id}/refit\n",
      ],
    ],
    edits: [[refit, "POST /boats/all/{id}/refit\n", ""]],
    twin: [[refit, "POST /sailors/{id}/boats/{id}/refit\n", ""]],
  },
  {
    rule: "path/respelt",
    mirror: "path/respelt",
    edits: [[refit, "POST /boats/{id}/refit", "POST /boats/{id}/reFit"]],
    twin: [[refit, "POST /boats/{id}/refit", "POST /yard/boats/{id}/refit"]],
  },
  {
    rule: "operation/deprecated",
    mirror: "operation/deprecation-withdrawn",
    edits: [[get, "# Get boat", "# Get boat (deprecated)"]],
    twin: [[get, "# Get boat", "# Get a boat"]],
  },
  {
    rule: "example/media-type-added",
    mirror: "example/media-type-removed",
    edits: [
      [
        get,
        'Content-Type: application/json\n\n{\n  "id"',
        'Content-Type: application/vnd.boat+json\n\n{\n  "id"',
      ],
    ],
    given: [
      [
        get,
        "## Example\n",
        '## Example\n\n<!-- { "blockType": "request", "name": "get_other" } -->\n```http\nGET https://graph.microsoft.com/v1.0/boats/2\n```\n\n<!-- { "blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.boat" } -->\n```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "2" }\n```\n',
      ],
    ],
    twin: [
      [
        get,
        'Content-Type: application/json\n\n{\n  "id"',
        'Content-Type: application/json; odata.metadata=minimal\n\n{\n  "id"',
      ],
    ],
  },
  {
    rule: "example/error-code-added",
    mirror: "example/error-code-removed",
    edits: [
      [
        get,
        "## Example\n",
        '## Example\n\n<!-- { "blockType": "request", "name": "get_none" } -->\n```http\nGET https://graph.microsoft.com/v1.0/boats/3\n```\n\n<!-- { "blockType": "response", "truncated": true } -->\n```http\nHTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{ "error": { "code": "noSuchBoat", "message": "None." } }\n```\n',
      ],
    ],
    twin: [[get, '"berth": "7"', '"berth": "8"']],
  },
  {
    rule: "parameter/added",
    mirror: "parameter/removed",
    edits: [behind(refit, comment, row("paint", "String", "Optional."))],
    twin: [[refit, `${comment}\n${yard}`, `${yard}\n${comment}`]],
  },
  {
    rule: "parameter/listed",
    mirror: "parameter/unlisted",
    given: [updates],
    edits: [behind(update, berth, draught)],
    // A boat has no mast.
    twin: [behind(update, berth, row("mast", "Int32", "How high it is."))],
  },
  {
    rule: "parameter/added",
    mirror: "parameter/removed",
    given: [updates],
    edits: [behind(update, berth, row("mast", "Int32", "How high it is."))],
    twin: [behind(update, berth, draught)],
  },
  {
    rule: "parameter/added",
    mirror: "parameter/removed",
    given: [updates],
    // A boat has the property, and nobody writes it.
    edits: [behind(update, berth, row("id", "String", "Its key."))],
    twin: [behind(update, berth, draught)],
  },
  {
    rule: "parameter/listed-required",
    mirror: "parameter/unlisted",
    given: [updates],
    edits: [behind(update, berth, row("draught", "Int32", "In centimetres. Required."))],
    // A boat has no mast.
    twin: [behind(update, berth, row("mast", "Int32", "How high it is. Required."))],
  },
  {
    rule: "parameter/said-required",
    mirror: "parameter/now-optional",
    given: [updates, behind(update, berth, row("draught", "Int32", "In centimetres."))],
    edits: [
      [
        update,
        row("draught", "Int32", "In centimetres."),
        row("draught", "Int32", "In centimetres. Required."),
      ],
    ],
    // What replaces a resource carries all of it.
    twin: [
      [update, "PATCH /boats", "PUT /boats"],
      [
        update,
        row("draught", "Int32", "In centimetres."),
        row("draught", "Int32", "In centimetres. Required."),
      ],
    ],
  },
  {
    rule: "parameter/required-added",
    mirror: "parameter/unlisted",
    // What replaces a resource carries all of it.
    given: [updates, [update, "PATCH /boats", "PUT /boats"]],
    edits: [behind(update, berth, row("draught", "Int32", "In centimetres. Required."))],
    twin: [behind(update, berth, draught)],
  },
  {
    rule: "parameter/required-added",
    mirror: "parameter/required-removed",
    edits: [behind(refit, comment, row("paint", "String", "Required."))],
    twin: [behind(refit, comment, row("paint", "String", "Optional."))],
  },
  {
    rule: "parameter/now-required",
    mirror: "parameter/now-optional",
    edits: [[refit, comment, row("comment", "String", "What was seen. Required.")]],
    twin: [[refit, comment, row("comment", "String", "What one saw. Optional.")]],
  },
  {
    rule: "parameter/respelt",
    mirror: "parameter/respelt",
    edits: [[refit, comment, row("Comment", "String", "What was seen. Optional.")]],
    twin: [[refit, comment, row("comments", "String", "What was seen. Optional.")]],
  },
  {
    rule: "parameter/renamed",
    mirror: "parameter/renamed",
    edits: [[refit, comment, row("comments", "String", "What was seen. Optional.")]],
    twin: [[refit, comment, row("Comment", "String", "What was seen. Optional.")]],
  },
  {
    rule: "parameter/type-changed",
    mirror: "parameter/type-changed",
    edits: [[refit, comment, row("comment", "Boolean", "What was seen. Optional.")]],
    twin: [[refit, comment, row("comment", "Guid", "What was seen. Optional.")]],
  },
  {
    rule: "parameter/type-sharpened",
    mirror: "parameter/type-blurred",
    edits: [[refit, comment, row("comment", "DateTimeOffset", "What was seen. Optional.")]],
    twin: [[refit, comment, row("comment", "Int32", "What was seen. Optional.")]],
  },
  {
    rule: "parameter/type-without-value",
    mirror: "parameter/type-without-value",
    given: [[refit, comment, row("comment", "String", "Optional. Possible values are: `fit`, `leaky`.")]],
    edits: [
      [
        refit,
        row("comment", "String", "Optional. Possible values are: `fit`, `leaky`."),
        row("comment", "boatKind", "Optional."),
      ],
    ],
    twin: [[refit, "Possible values are: `fit`, `leaky`.", "Possible values are: `fit`."]],
  },
  {
    rule: "parameter/type-widened",
    mirror: "parameter/type-narrowed",
    given: [behind(refit, comment, row("days", "Int32", "Optional."))],
    edits: [[refit, row("days", "Int32", "Optional."), row("days", "Int64", "Optional.")]],
    twin: [[refit, row("days", "Int32", "Optional."), row("days", "String", "Optional.")]],
  },
  {
    rule: "parameter/collection",
    mirror: "parameter/single",
    edits: [[refit, comment, row("comment", "String collection", "What was seen. Optional.")]],
    twin: [[refit, comment, row("comment", "String", "All that was seen. Optional.")]],
  },
  {
    rule: "query-options/stated",
    mirror: "query-options/unstated",
    edits: [[refit, "## Request body", `## Optional query parameters\n\n${options}\n\n## Request body`]],
    twin: [[refit, "## Request body", "## Remarks\n\nNone.\n\n## Request body"]],
  },
  {
    rule: "query-options/allowed",
    mirror: "query-options/refused",
    given: [[get, options, "This method does not support OData query parameters."]],
    edits: [[get, "This method does not support OData query parameters.", options]],
    twin: [[get, "This method does not support OData query parameters.", "Not supported."]],
  },
  {
    rule: "query-options/listed",
    mirror: "query-options/generalised",
    given: [
      [get, options, "This method supports the OData query parameters to help customize the response."],
    ],
    edits: [
      [get, "This method supports the OData query parameters to help customize the response.", options],
    ],
    twin: [
      [
        get,
        "This method supports the OData query parameters to help customize the response.",
        "This method supports OData query parameters.",
      ],
    ],
  },
  {
    rule: "query-option/named",
    mirror: "query-option/unnamed",
    given: [[get, options, "This method supports the OData query parameters, including `$top`."]],
    edits: [[get, "including `$top`.", "including `$search` and `$top`."]],
    twin: [[get, "including `$top`.", "including `$top`. For example, `$search` finds a name."]],
  },
  {
    rule: "query-option/added",
    mirror: "query-option/removed",
    edits: [
      [get, options, "This method supports the `$select`, `$top` and `$expand` OData query parameters."],
    ],
    twin: [[get, options, "This method supports the `$expand` and `$select` OData query parameters."]],
  },
  {
    rule: "filter/added",
    mirror: "filter/removed",
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Supports `$filter`.")]],
    twin: [reworded],
  },
  {
    rule: "operator/added",
    mirror: "operator/removed",
    edits: [
      [
        boat,
        id,
        row(
          "id",
          "String",
          "Its key. Read-only. Supports `$filter` (`eq`, `ne`, `startsWith`) and `$orderby`.",
        ),
      ],
    ],
    twin: [
      [boat, id, row("id", "String", "Its key. Read-only. Supports `$filter` (`ne`, `eq`) and `$orderby`.")],
    ],
  },
  {
    rule: "orderby/added",
    mirror: "orderby/removed",
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Supports `$orderby`.")]],
    twin: [reworded],
  },
  {
    rule: "search/added",
    mirror: "search/removed",
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Supports `$search`.")]],
    twin: [reworded],
  },
  {
    rule: "expand/added",
    mirror: "expand/removed",
    given: [[boat, crew, row("crew", "[sailor](sailor.md) collection", "Who sails it.")]],
    edits: [[boat, row("crew", "[sailor](sailor.md) collection", "Who sails it."), crew]],
    twin: [
      [
        boat,
        row("crew", "[sailor](sailor.md) collection", "Who sails it."),
        row("crew", "[sailor](sailor.md) collection", "Who is on board."),
      ],
    ],
  },
  {
    rule: "default/on-select",
    mirror: "default/by-default",
    edits: [[boat, berth, row("berth", "String", "Where it lies. Required. Returned only on `$select`.")]],
    twin: [onlySelected],
  },
  {
    rule: "default/on-select-stated",
    mirror: "default/by-default",
    given: [showsAll],
    edits: [onlySelected],
    twin: [[boat, berth, row("berth", "String", "Where it lies. Required. Returned only on `$select`.")]],
  },
  {
    rule: "default/on-select-unproven",
    mirror: "default/by-default",
    edits: [onlySelected],
    twin: [reworded],
  },
  {
    rule: "default/withheld",
    mirror: "default/given",
    edits: [
      [get, "## Request headers", "The **berth** property is not returned by default.\n\n## Request headers"],
    ],
    twin: [[get, "## Request headers", "The berth is a number.\n\n## Request headers"]],
  },
  {
    rule: "default/withheld-stated",
    mirror: "default/given",
    given: [showsAll],
    edits: [
      [
        get,
        "## Request headers",
        "The **draught** property is not returned by default.\n\n## Request headers",
      ],
    ],
    twin: [
      [get, "## Request headers", "The **berth** property is not returned by default.\n\n## Request headers"],
    ],
  },
  {
    rule: "default/withheld-unproven",
    mirror: "default/given",
    edits: [
      [
        get,
        "## Request headers",
        "The **tonnage** property is not returned by default.\n\n## Request headers",
      ],
    ],
    twin: [[get, "## Request headers", "The tonnage is in tons.\n\n## Request headers"]],
  },
  {
    rule: "header/added",
    mirror: "header/removed",
    edits: [behind(get, prefer, "|ConsistencyLevel|eventual. Optional.|")],
    twin: [[get, prefer, "|Prefer|What the answer should be. Optional.|"]],
  },
  {
    rule: "header/required-added",
    mirror: "header/required-removed",
    edits: [behind(get, prefer, "|If-Match|The etag. Required.|")],
    twin: [behind(get, prefer, "|If-Match|The etag. Optional.|")],
  },
  {
    rule: "header/now-required",
    mirror: "header/now-optional",
    edits: [[get, prefer, "|Prefer|How the answer is wanted. Required.|"]],
    twin: [[get, prefer, "|Prefer|How one wants the answer. Optional.|"]],
  },
  {
    rule: "header/common-stated",
    mirror: "header/common-unstated",
    edits: [behind(get, prefer, "|Content-Type|application/json. Optional.|")],
    twin: [behind(get, prefer, "|If-Match|The etag. Optional.|")],
  },
  {
    rule: "header/common-now-required",
    mirror: "header/common-now-optional",
    given: [behind(get, prefer, "|Content-Length|The length. Optional.|")],
    edits: [[get, "|Content-Length|The length. Optional.|", "|Content-Length|The length. Required.|"]],
    twin: [[get, "|Content-Length|The length. Optional.|", "|Content-Length|The size. Optional.|"]],
  },
  {
    rule: "permission/addition-dropped",
    mirror: "permission/added",
    given: [
      [get, work, "|Delegated (work or school account)|Boat.Read.All and Sea.Read.All, Boat.Read.All|"],
    ],
    edits: [[get, "Boat.Read.All and Sea.Read.All, Boat.Read.All", "Boat.Read.All"]],
    twin: [[get, "Boat.Read.All and Sea.Read.All, Boat.Read.All", "Sea.Read.All"]],
  },
  {
    rule: "permission/now-in-addition",
    mirror: "permission/now-alone",
    given: [[get, work, "|Delegated (work or school account)|Boat.Read.All and Sea.Read.All, Sea.Read.All|"]],
    edits: [[get, "Boat.Read.All and Sea.Read.All, Sea.Read.All", "Boat.Read.All and Sea.Read.All"]],
    twin: [[get, "Boat.Read.All and Sea.Read.All, Sea.Read.All", "Boat.Read.All, Sea.Read.All"]],
  },
  {
    rule: "permission/stated",
    mirror: "permission/unstated",
    edits: [
      [
        refit,
        "## HTTP request",
        "## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|Boat.ReadWrite.All|\n\n## HTTP request",
      ],
    ],
    twin: [[refit, "## HTTP request", "## Remarks\n\nNone.\n\n## HTTP request"]],
  },
  {
    rule: "permission/supported",
    mirror: "permission/not-supported",
    edits: [[get, personal, "|Delegated (personal Microsoft account)|Boat.Read|"]],
    twin: [[get, personal, "|Delegated (personal Microsoft account)|Not supported|"]],
  },
  {
    rule: "permission/added",
    mirror: "permission/removed",
    edits: [
      [
        get,
        work,
        "|Delegated (work or school account)|Boat.Read.All, Boat.ReadWrite.All, Fleet.ReadWrite.All|",
      ],
    ],
    twin: [[get, "# Get boat", "# Get one boat"]],
  },
  {
    rule: "permission/respelt",
    mirror: "permission/respelt",
    edits: [[get, work, "|Delegated (work or school account)|Boat.Read.All, Boat.Readwrite.All|"]],
    twin: [[get, work, "|Delegated (work or school account)|Boat.Read.All, Fleet.ReadWrite.All|"]],
  },
  {
    rule: "permission/least-reordered",
    mirror: "permission/least-reordered",
    edits: [[get, work, "|Delegated (work or school account)|Boat.ReadWrite.All, Boat.Read.All|"]],
    twin: [[get, "# Get boat", "# Get one boat"]],
  },
  {
    rule: "status/changed",
    mirror: "status/changed",
    edits: [[refit, "`204 No Content`", "`200 OK`"]],
    twin: [[refit, "returns a `204", "gives a `204"]],
  },
  {
    rule: "status/success-added",
    mirror: "status/success-removed",
    edits: [
      [
        refit,
        "returns a `204 No Content` response code.",
        "returns a `204 No Content` or a `202 Accepted` response code.",
      ],
    ],
    twin: [[refit, "returns a `204", "gives a `204"]],
  },
  {
    rule: "status/added",
    mirror: "status/removed",
    edits: [
      [
        refit,
        "returns a `204 No Content` response code.",
        "returns a `204 No Content` response code. If there is no such boat, it returns a `404 Not Found` response code.",
      ],
    ],
    twin: [[refit, "returns a `204", "gives a `204"]],
  },
  {
    rule: "body/stated",
    mirror: "body/unstated",
    given: [[get, success, "If successful, this method returns a `200 OK` response code."]],
    edits: [[get, "If successful, this method returns a `200 OK` response code.", success]],
    twin: [
      [
        get,
        "If successful, this method returns a `200 OK` response code.",
        "If successful, this method gives a `200 OK` response code.",
      ],
    ],
  },
  {
    rule: "body/type-changed",
    mirror: "body/type-changed",
    edits: [[get, "[boat](../resources/boat.md)", "[sailor](../resources/sailor.md)"]],
    twin: [[get, "[boat](../resources/boat.md) object in", "[boat](../resources/boat.md) object within"]],
  },
  {
    rule: "body/type-blurred",
    mirror: "body/type-sharpened",
    edits: [[get, "[boat](../resources/boat.md)", "[vessel](../resources/vessel.md)"]],
    twin: [[get, "[boat](../resources/boat.md)", "[plate](../resources/plate.md)"]],
  },
  {
    rule: "body/collection",
    mirror: "body/single",
    edits: [
      [
        get,
        "a [boat](../resources/boat.md) object in",
        "a collection of [boat](../resources/boat.md) objects in",
      ],
    ],
    twin: [[get, "object in the", "object within the"]],
  },
  {
    rule: "request-body/stated",
    mirror: "request-body/unstated",
    given: [
      [
        refit,
        "In the request body, provide a JSON object with the following parameters.",
        "In the request body, provide what follows.",
      ],
    ],
    edits: [
      [
        refit,
        "In the request body, provide what follows.",
        "In the request body, supply a JSON representation of a [plate](../resources/plate.md) object.",
      ],
    ],
    twin: [
      [refit, "In the request body, provide what follows.", "In the request body, provide all that follows."],
    ],
  },
  {
    rule: "type/added",
    mirror: "type/removed",
    edits: [
      [
        "resources/buoy.md",
        "",
        "# buoy resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|light|String|Its signal.|\n",
      ],
    ],
    twin: [reworded],
  },
  {
    rule: "open/added",
    mirror: "open/removed",
    edits: [
      [
        "resources/sailor.md",
        '"@odata.type": "microsoft.graph.sailor"',
        '"@odata.type": "microsoft.graph.sailor", "openType": true',
      ],
    ],
    twin: [["resources/sailor.md", "|Key.|", "|The key.|"]],
  },
  {
    rule: "key/stated",
    mirror: "key/unstated",
    given: [["resources/sailor.md", '"keyProperty": "id", ', ""]],
    edits: [
      ["resources/sailor.md", '"blockType": "resource", ', '"blockType": "resource", "keyProperty": "id", '],
    ],
    twin: [["resources/sailor.md", "|Key.|", "|The key.|"]],
  },
  {
    rule: "key/changed",
    mirror: "key/changed",
    given: [behind("resources/sailor.md", "|id|String|Key.|", "|name|String|Name.|")],
    edits: [["resources/sailor.md", '"keyProperty": "id"', '"keyProperty": "name"']],
    twin: [["resources/sailor.md", "|Key.|", "|The key.|"]],
  },
  {
    rule: "property/added",
    mirror: "property/removed",
    edits: [behind(boat, draught, row("flag", "String", "Its country."))],
    twin: [[boat, `${draught}\n${id}`, `${id}\n${draught}`]],
  },
  {
    rule: "property/required-added",
    mirror: "property/required-removed",
    edits: [behind(boat, draught, row("flag", "String", "Its country. Required."))],
    twin: [behind(boat, draught, row("flag", "String", "Its country."))],
  },
  {
    rule: "property/never-null-added",
    mirror: "property/removed",
    edits: [behind(boat, draught, row("flag", "String", "Its country. Not nullable."))],
    twin: [behind(boat, draught, row("flag", "String", "Its country. Not nullable. Read-only."))],
  },
  {
    rule: "relationship/added",
    mirror: "relationship/removed",
    edits: [behind(boat, crew, row("owner", "[sailor](sailor.md)", "Whose it is."))],
    twin: [reworded],
  },
  {
    rule: "property/mended",
    mirror: "property/mended",
    edits: [[boat, draught, row("Draught", "Int32", "In centimetres.")]],
    twin: [[boat, draught, row("draughts", "Int32", "In centimetres.")]],
  },
  {
    rule: "property/renamed",
    mirror: "property/renamed",
    edits: [[boat, draught, row("draughts", "Int32", "In centimetres.")]],
    twin: [[boat, draught, row("draughts", "String", "In centimetres.")]],
  },
  {
    rule: "relationship/renamed",
    mirror: "relationship/renamed",
    edits: [[boat, crew, crew.replace("crew", "crews")]],
    twin: [[boat, crew, crew.replace("crew", "Crew")]],
  },
  {
    rule: "relationship/mended",
    mirror: "relationship/mended",
    edits: [[boat, crew, crew.replace("crew", "Crew")]],
    twin: [[boat, crew, crew.replace("crew", "crews")]],
  },
  {
    rule: "property/type-changed",
    mirror: "property/type-changed",
    edits: [[boat, draught, row("draught", "Boolean", "In centimetres.")]],
    twin: [[boat, draught, row("draught", "Int64", "In centimetres.")]],
  },
  {
    rule: "property/type-widened",
    mirror: "property/type-narrowed",
    edits: [[boat, draught, row("draught", "Int64", "In centimetres.")]],
    twin: [[boat, draught, row("draught", "String", "In centimetres.")]],
  },
  {
    rule: "property/type-sharpened",
    mirror: "property/type-blurred",
    given: [[boat, draught, row("draught", "String", "In centimetres.")]],
    edits: [[boat, row("draught", "String", "In centimetres."), row("draught", "Guid", "In centimetres.")]],
    twin: [[boat, row("draught", "String", "In centimetres."), row("draught", "Int32", "In centimetres.")]],
  },
  {
    rule: "property/type-without-value",
    mirror: "property/type-without-value",
    edits: [[boat, colour, row("colour", "boatKind", "Its paint.")]],
    twin: [[boat, colour, row("colour", "paint", "Its paint. Possible values are: `Red`, `white`, `blue`.")]],
  },
  {
    rule: "property/collection",
    mirror: "property/single",
    edits: [[boat, draught, row("draught", "Int32 collection", "In centimetres.")]],
    twin: [reworded],
  },
  {
    rule: "property/now-required",
    mirror: "property/now-optional",
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Required.")]],
    twin: [reworded],
  },
  {
    rule: "property/said-required",
    mirror: "property/now-optional",
    given: [creates(row("draught", "Int32", "Required."))],
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Required.")]],
    // It was not required of who creates one.
    twin: [[boat, colour, colour.replace("Its paint.", "Its paint. Required.")]],
  },
  {
    rule: "property/now-required",
    mirror: "property/now-optional",
    // Who creates one as a ferry could leave it out.
    given: [
      creates(row("draught", "Int32", "Required.")),
      creates(row("draught", "Int32", "Optional."), "/ferries"),
    ],
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Required.")]],
    twin: [reworded],
  },
  {
    rule: "property/read-only",
    mirror: "property/writable",
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Read-only.")]],
    twin: [reworded],
  },
  {
    rule: "nullability/stated",
    mirror: "nullability/unstated",
    edits: [[boat, draught, row("draught", "Int32", "In centimetres. Not nullable.")]],
    twin: [reworded],
  },
  {
    rule: "nullability/now-null",
    mirror: "nullability/never-null",
    given: [[boat, draught, row("draught", "Int32", "In centimetres. Not nullable.")]],
    edits: [
      [
        boat,
        row("draught", "Int32", "In centimetres. Not nullable."),
        row("draught", "Int32", "In centimetres. Nullable."),
      ],
    ],
    twin: [
      [
        boat,
        row("draught", "Int32", "In centimetres. Not nullable."),
        row("draught", "Int32", "In centimetres. It cannot be null."),
      ],
    ],
  },
  {
    rule: "range/stated",
    mirror: "range/unstated",
    edits: [[boat, draught, row("draught", "Int32", "Valid values 1 to 9.")]],
    twin: [reworded],
  },
  {
    rule: "range/widened",
    mirror: "range/narrowed",
    given: [[boat, draught, row("draught", "Int32", "Valid values 1 to 9.")]],
    edits: [[boat, "Valid values 1 to 9.", "Valid values 1 to 99."]],
    twin: [[boat, "Valid values 1 to 9.", "Valid values are 1 to 9."]],
  },
  {
    rule: "range/accepted",
    mirror: "range/narrowed",
    given: [behind(refit, comment, row("days", "Int32", "Valid values 1 to 9. Optional."))],
    edits: [[refit, "Valid values 1 to 9.", "Valid values 1 to 99."]],
    twin: [[refit, "Valid values 1 to 9.", "Valid values 5 to 9."]],
  },
  {
    rule: "max-length/accepted",
    mirror: "max-length/narrowed",
    given: [[refit, comment, row("comment", "String", "Optional. Maximum length is 64 characters.")]],
    edits: [[refit, "is 64", "is 128"]],
    twin: [[refit, "is 64", "is 32"]],
  },
  {
    rule: "nullability/accepted",
    mirror: "nullability/never-null",
    given: [[refit, comment, row("comment", "String", "Not nullable. Optional.")]],
    edits: [[refit, "Not nullable. Optional.", "Nullable. Optional."]],
    twin: [[refit, "Not nullable. Optional.", "Optional."]],
  },
  {
    rule: "range/moved",
    mirror: "range/moved",
    given: [[boat, draught, row("draught", "Int32", "Valid values 1 to 9.")]],
    edits: [[boat, "Valid values 1 to 9.", "Valid values 5 to 99."]],
    twin: [[boat, "Valid values 1 to 9.", "Valid values 1 to 99."]],
  },
  {
    rule: "max-length/stated",
    mirror: "max-length/unstated",
    edits: [[boat, colour, colour.replace("Its paint.", "Its paint. Maximum length is 64 characters.")]],
    twin: [[boat, colour, colour.replace("Its paint.", "The paint.")]],
  },
  {
    rule: "max-length/widened",
    mirror: "max-length/narrowed",
    given: [[boat, draught, row("draught", "String", "Maximum length is 64 characters.")]],
    edits: [[boat, "is 64", "is 128"]],
    twin: [[boat, "length is 64", "length of 64"]],
  },
  {
    rule: "members/stated",
    mirror: "members/unstated",
    given: [[boat, draught, row("draught", "String", "How deep.")]],
    edits: [
      [
        boat,
        row("draught", "String", "How deep."),
        row("draught", "String", "How deep. Possible values are: `shallow`, `deep`."),
      ],
    ],
    twin: [[boat, row("draught", "String", "How deep."), row("draught", "String", "How deep it lies.")]],
  },
  {
    rule: "member/added",
    mirror: "member/removed",
    edits: [[enums, "|lateen|", "|lateen|\n|spritsail|"]],
    twin: [[enums, "|jib|\n|lateen|", "|lateen|\n|jib|"]],
  },
  {
    rule: "member/accepted",
    mirror: "member/removed",
    given: [[refit, comment, row("comment", "String", "Optional. Possible values are: `fit`, `leaky`.")]],
    edits: [[refit, "`fit`, `leaky`.", "`fit`, `leaky`, `sunk`."]],
    twin: [[refit, "`fit`, `leaky`.", "`leaky`, `fit`."]],
  },
  {
    rule: "member/added-before-sentinel",
    mirror: "member/removed-before-sentinel",
    edits: [[enums, "|ferry|", "|ferry|\n|tug|"]],
    twin: [[enums, "|ferry|\n|yacht|", "|yacht|\n|ferry|"]],
  },
  {
    rule: "member/added-on-request",
    mirror: "member/removed-on-request",
    edits: [
      [enums, "|barge|", "|barge|\n|tug|"],
      [enums, "`barge`.", "`barge`, `tug`."],
    ],
    twin: [[enums, "|ferry|", "|ferry|\n|tug|"]],
  },
  {
    rule: "member/spelling-added",
    mirror: "member/spelling-dropped",
    given: [[boat, draught, row("draught", "String", "Possible values are: `high`, `low`.")]],
    edits: [[boat, "`high`, `low`.", "`high`, `low`, `Low`."]],
    twin: [[boat, "`high`, `low`.", "`high`, `low`, `lower`."]],
  },
  {
    rule: "member/mended",
    mirror: "member/mended",
    edits: [[enums, "|lateen|", "|Lateen|"]],
    twin: [[enums, "|lateen|", "|lateens|"]],
  },
  {
    rule: "member/renamed",
    mirror: "member/renamed",
    edits: [[enums, "|lateen|", "|lateens|"]],
    twin: [[enums, "|lateen|", "|Lateen|"]],
  },
  {
    rule: "member/now-on-request",
    mirror: "member/now-unasked",
    edits: [
      [enums, "|yacht|\n|unknownFutureValue|\n|barge|", "|unknownFutureValue|\n|yacht|\n|barge|"],
      [enums, "`barge`.", "`barge`, `yacht`."],
    ],
    twin: [[enums, "|ferry|\n|yacht|", "|yacht|\n|ferry|"]],
  },
  {
    rule: "sentinel/added",
    mirror: "sentinel/removed",
    edits: [[enums, "|lateen|", "|lateen|\n|unknownFutureValue|"]],
    twin: [[enums, "|lateen|", "|lateen|\n|future|"]],
  },
  {
    rule: "enum/added",
    mirror: "enum/removed",
    edits: [
      [
        enums,
        "### sailKind values",
        "### rigKind values\n\n|Member|\n|:---|\n|sloop|\n|ketch|\n\n### sailKind values",
      ],
    ],
    twin: [[enums, "# Enum values", "# Values of enumerations"]],
  },
  {
    rule: "enum/renamed",
    mirror: "enum/renamed",
    edits: [[enums, "### sailKind values", "### sailsKind values"]],
    twin: [[enums, "# Enum values", "# Values of enumerations"]],
  },
  {
    rule: "property/deprecated",
    mirror: "property/deprecation-withdrawn",
    edits: [[boat, draught, row("draught (deprecated)", "Int32", "In centimetres.")]],
    twin: [[boat, draught, row("draught", "Int32", "In centimetres, of those whose hull is deprecated.")]],
  },
  {
    rule: "parameter/deprecated",
    mirror: "parameter/deprecation-withdrawn",
    edits: [
      [
        refit,
        comment,
        row("comment", "String", "What was seen. Optional. Deprecated. Use **notes** instead."),
      ],
    ],
    twin: [
      [
        refit,
        comment,
        row("comment", "String", "What was seen. Optional. The notes property is deprecated."),
      ],
    ],
  },
  {
    rule: "type/deprecated",
    mirror: "type/deprecation-withdrawn",
    edits: [["resources/sailor.md", "# sailor resource type", "# sailor resource type (deprecated)"]],
    twin: [["resources/sailor.md", "|id|String|Key.|", "|id|String|Key. It is deprecated.|"]],
  },
  {
    rule: "member/deprecated",
    mirror: "member/deprecation-withdrawn",
    edits: [[enums, "|lateen|", "|lateen (deprecated)|"]],
    twin: [[enums, "# Enum values", "# Enum values (deprecated)"]],
  },
  {
    rule: "removal/stated",
    mirror: "removal/unstated",
    given: [[boat, draught, row("draught", "Int32", "In centimetres. This property is deprecated.")]],
    edits: [
      [
        boat,
        "This property is deprecated.",
        "This property is deprecated and will stop returning data on October 15, 2027.",
      ],
    ],
    twin: [[boat, "This property is deprecated.", "This property has been deprecated on October 15, 2024."]],
  },
  {
    rule: "removal/later",
    mirror: "removal/earlier",
    given: [[boat, draught, row("draught", "Int32", "Deprecated. It will be removed in October 2027.")]],
    edits: [[boat, "removed in October 2027", "removed on 1 March 2028"]],
    twin: [[boat, "removed in October 2027", "removed after October, 2027"]],
  },
];
