import type { Edit } from "../../support/marina.ts";
import type { RulePair } from "./rule-pairs.ts";

const get = "api/boat-get.md";
const refit = "api/boat-refit.md";

const prefer = "|Prefer|How the answer is wanted. Optional.|";
const header = (text: string): Edit => [get, prefer, `|ConsistencyLevel|${text}|`];
const work = "|Delegated (work or school account)|Boat.Read.All, Boat.ReadWrite.All|";
const success = "a [boat](../resources/boat.md) object in the response body";
const provide = "In the request body, provide a JSON object with the following parameters.";
const supply = (what: string) => `In the request body, supply ${what}.`;
const plates = supply("a JSON representation of a [plate](../resources/plate.md) object");
const sending: Edit = [refit, provide, plates];
const end = "returns a `204 No Content` response code.\n";
/** An example of the refit, with the path that it calls and the status that it shows. */
const example = (path: string, status: string): Edit => [
  refit,
  end,
  `${end}\n## Example\n\n<!-- { "blockType": "request", "name": "refit" } -->\n\`\`\`http\nPOST https://graph.microsoft.com/v1.0${path}\n\`\`\`\n\n<!-- { "blockType": "response" } -->\n\`\`\`http\nHTTP/1.1 ${status}\n\`\`\`\n`,
];
/** The table of clouds, with a column of China or without. */
const clouds = (china?: string) =>
  [
    "# Get boat\n\nNamespace: microsoft.graph\n",
    `|Global service|US Government L4|US Government L5 (DOD)|${china ? "China operated by 21Vianet|" : ""}`,
    `|:---|:---|:---|${china ? ":---|" : ""}`,
    `|✅|✅|✅|${china ? `${china}|` : ""}\n`,
  ].join("\n");
const titled = "# Get boat\n\nNamespace: microsoft.graph\n";

/** Pairs of what an operation asks for and answers, beside those of `rule-pairs.ts`. */
export const rulePairsOfOperations: readonly RulePair[] = [
  {
    rule: "path/mended",
    mirror: "path/moved",
    given: [example("/yard/boats/1/refit", "204 No Content")],
    edits: [[refit, "POST /boats/{id}/refit", "POST /yard/boats/{id}/refit"]],
    twin: [[refit, "POST /boats/{id}/refit", "POST /dock/boats/{id}/refit"]],
  },
  {
    rule: "status/mended",
    mirror: "status/changed",
    given: [example("/boats/1/refit", "202 Accepted")],
    edits: [[refit, "returns a `204 No Content`", "returns a `202 Accepted`"]],
    twin: [[refit, "returns a `204 No Content`", "returns a `200 OK`"]],
  },
  {
    rule: "header/required-with-option",
    mirror: "header/not-required-with-option",
    given: [header("How exact it is wanted.")],
    edits: [[get, "How exact it is wanted.", "How exact it is wanted. Required when using `$search`."]],
    twin: [[get, "How exact it is wanted.", "How exact `$search` is wanted."]],
  },
  {
    rule: "header/value-stated",
    mirror: "header/value-unstated",
    given: [header("How exact it is wanted.")],
    edits: [[get, "How exact it is wanted.", "eventual. How exact it is wanted."]],
    twin: [[get, "How exact it is wanted.", "How exact it shall be."]],
  },
  {
    rule: "header/value-changed",
    mirror: "header/value-changed",
    given: [header("eventual. How exact.")],
    edits: [[get, "eventual. How", "session. How"]],
    twin: [[get, "How exact.", "How exact it is."]],
  },
  {
    rule: "permission/least-raised",
    mirror: "permission/least-lowered",
    edits: [[get, work, "|Delegated (work or school account)|Boat.ReadWrite.All|"]],
    twin: [[get, work, "|Delegated (work or school account)|Boat.ReadWrite.All, Boat.Read.All|"]],
  },
  {
    rule: "cloud/stated",
    mirror: "cloud/unstated",
    given: [[get, titled, clouds()]],
    edits: [[get, clouds(), clouds("❌")]],
    twin: [[get, clouds(), `${clouds()}\nServed in China, too.\n`]],
  },
  {
    rule: "cloud/available",
    mirror: "cloud/not-available",
    given: [[get, titled, clouds("❌")]],
    edits: [[get, "|✅|✅|✅|❌|", "|✅|✅|✅|✅|"]],
    twin: [[get, "# Get boat", "# Get one boat"]],
  },
  {
    rule: "body/type-widened",
    mirror: "body/type-narrowed",
    given: [[get, success, "an Int32 in the response body"]],
    edits: [[get, "an Int32 in", "an Int64 in"]],
    twin: [[get, "an Int32 in", "a Boolean in"]],
  },
  {
    rule: "request-body/type-sharpened",
    mirror: "request-body/type-blurred",
    given: [[refit, provide, supply("a JSON representation of a [vessel](../resources/vessel.md) object")]],
    edits: [[refit, "[vessel](../resources/vessel.md)", "[boat](../resources/boat.md)"]],
    twin: [[refit, "[vessel](../resources/vessel.md)", "[plate](../resources/plate.md)"]],
  },
  {
    rule: "request-body/type-changed",
    mirror: "request-body/type-changed",
    given: [sending],
    edits: [[refit, "[plate](../resources/plate.md)", "[sailor](../resources/sailor.md)"]],
    twin: [[refit, "a JSON representation of", "the JSON representation of"]],
  },
  {
    rule: "request-body/type-widened",
    mirror: "request-body/type-narrowed",
    given: [[refit, provide, supply("a JSON representation of an **Edm.Int32** object")]],
    edits: [[refit, "**Edm.Int32**", "**Edm.Int64**"]],
    twin: [[refit, "**Edm.Int32**", "**Edm.Boolean**"]],
  },
  {
    rule: "request-body/collection",
    mirror: "request-body/single",
    given: [sending],
    edits: [
      [
        refit,
        "a JSON representation of a [plate](../resources/plate.md) object",
        "a JSON representation of a collection of [plate](../resources/plate.md) objects",
      ],
    ],
    twin: [[refit, "a JSON representation of", "the JSON representation of"]],
  },
];
