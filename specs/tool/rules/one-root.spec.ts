import { describe, expect, it } from "vitest";
import type { Pages } from "../../support/rule-fixture.ts";
import { failuresIn, judgePages } from "./judge-pages.ts";
import { brokenPages } from "./valid-documentation.ts";

// What is broken in one place may touch the promises of several rules; one of them speaks. Two broken things are two.
const library = "api/library-get.md";
const list = "api/library-list-loans.md";

function found(pages: Pages): string[] {
  return failuresIn(judgePages(pages)).map(({ rule, pointer }) => `${rule} ${pointer ?? ""}`.trim());
}

describe("a misspelt property", () => {
  it("excuses only the one that it means", () => {
    const rows = '"floorCount": 3,\n  "foundedDate": "1904-02-29",';
    expect(found(brokenPages(library, rows, '"floorsCount": 3,'))).toEqual([
      "body/missing-property /foundedDate",
      "body/unknown-property /floorsCount",
    ]);
  });

  it("is another property when no documented name is near", () => {
    expect(found(brokenPages(library, '"rating": 4.5', '"wingspan": 4.5'))).toEqual([
      "body/missing-property /rating",
      "body/unknown-property /wingspan",
    ]);
  });
});

describe("a selection", () => {
  it("is broken twice by a documented property in the place of another", () => {
    expect(found(brokenPages(list, '"status": "claimedReturned"', '"renewalCount": 1'))).toEqual([
      "query/select-projection /value/0/status",
      "query/select-projection /value/0/renewalCount",
    ]);
  });

  it("does not take in what only a derived type has", () => {
    const item = '"id": "LN-2026-000442",';
    const renewed = `"@odata.type": "#microsoft.graph.lending.renewedLoan",\n      ${item}\n      "renewedOn": "2026-03-06",`;
    expect(found({ ...brokenPages(list, item, renewed), "resources/renewedloan.md": renewedLoan })).toEqual([
      "query/select-projection /value/0/renewedOn",
    ]);
  });

  it("is another than the context's, where the answer follows the request", () => {
    expect(found(brokenPages(list, "(id,lentDateTime,status,item())", "(id,dueDate,status,item())"))).toEqual(
      ["odata/context-select /@odata.context"],
    );
  });
});

describe("an order", () => {
  it("is still judged where the wrong value is not what the items are sorted by", () => {
    const first = '"lentDateTime": "2026-03-05T11:20:00Z",\n      "status": "claimedReturned"';
    const broken = '"lentDateTime": "2026-03-03T11:20:00Z",\n      "status": "lost"';
    expect(found(brokenPages(list, first, broken))).toEqual([
      "body/enum-member /value/0/status",
      "query/orderby /value/1",
    ]);
  });
});

describe("a request that cannot be read", () => {
  it("leaves a response without a request unpaired where there is none above it", () => {
    const page = "api/loan-delete.md";
    const answer = "``` http\nHTTP/1.1 204 No Content\n```";
    const again = `${answer}\n\n### Response\n\n${answer}`;
    const unreadable = brokenPages(page, answer, again)[page]?.replace("DELETE https://", "https://") ?? "";
    expect(found({ ...brokenPages(page, answer, again), [page]: unreadable })).toEqual([
      "page/unpaired-example /examples/Delete loan",
      "request/malformed",
    ]);
  });
});

const renewedLoan = `# renewedLoan resource type

Namespace: microsoft.graph.lending

Inherits from [loan](loan.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|renewedOn|Date|The day of the renewal.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.lending.renewedLoan" } -->
\`\`\` json
{ "@odata.type": "#microsoft.graph.lending.renewedLoan", "renewedOn": "Date" }
\`\`\`
`;
