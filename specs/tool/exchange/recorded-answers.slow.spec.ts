import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeTraffic, trafficOf } from "../../../src/exchange/recorded/judge-traffic.ts";
import { readTraffic } from "../../../src/exchange/recorded/read-traffic.ts";
import { corpus, hasCorpus } from "../../support/corpus.ts";

const folder = "../shared/recorded";
const isThere = hasCorpus && existsSync(folder);

/**
 * Every error that the answers of 2021 to 2026 give against the pages of July 2021, with why it is one: each page says
 * otherwise than the service does. Where a page contradicts itself, and the answer is as its own example shows it
 * (directoryobject-getbyids.md:63 promises strings, and shows directory objects), the service keeps the promise.
 */
const defended = [
  // listitem-update.md:50 promises 201 Created; an update is answered with 200.
  "sites.har PATCH /sites/{}/lists/{}/items/1/fields http/status",
  // table-post-rows.md:54 promises 200 OK; the row that was added is answered with 201.
  "workbook.har POST /drives/{}/items/{}/workbook/tables('Table1')/rows/add http/status",
];

// What real services answered is data that is not part of the repository.
describe.skipIf(!isThere)("recorded answers of Graph", () => {
  it("give no finding but what is a deviation, and hide no request", async () => {
    const { contract } = await corpus();
    const paths = readdirSync(folder).filter((file) => file.endsWith(".har"));
    const files = await Promise.all(paths.map((file) => readTraffic(join(folder, file))));
    const { exchanges, leftOut } = trafficOf(files);
    const judgements = [...judgeTraffic(exchanges, contract)];
    expect(judgements).toHaveLength(73);
    expect(leftOut).toEqual([]);
    const findings = judgements.flatMap(({ title, file, assertions }) =>
      assertions.flatMap((one) =>
        one.status === "fail" && one.severity !== "info"
          ? `${file.split("/").at(-1)} ${title.replace(/\/[^/]{30,}(?=\/|$)/g, "/{}")} ${one.rule}`
          : [],
      ),
    );
    expect(findings).toEqual(defended);
    const silent = judgements.filter(({ assertions }) =>
      assertions.every(({ status }) => status === "not-applicable"),
    );
    expect(silent).toEqual([]);
  });
});
