import { posix } from "node:path";
import type { Report } from "../../src/report/report.ts";
import { assertion, exchange, failure, notVerified, report, response, waiver } from "./hand-made.ts";

/** A report of so many pages, of which each seventh has an error of its own and each fifth what all of these have. */
export function largeReport(pages = 700, seventh = "own7"): Report {
  const files = Array.from({ length: pages }, (_, index) => `docs/v1.0/api/page-${index}.md`);
  const span = (file: string) => ({ file, start: { line: 27, column: 7 }, end: { line: 27, column: 24 } });
  return report(
    files.map((file, index) =>
      exchange(
        [
          assertion(),
          ...(index % 7 === 0
            ? [
                failure({
                  span: span(file),
                  fingerprint: index === 7 ? seventh : `own${index}`,
                  message: `page ${index} is wrong`,
                  cause: { id: file, span: span(file), sentence: `page ${index} is wrong` },
                }),
              ]
            : []),
          ...(index % 5 === 0
            ? [
                failure({
                  rule: "body/type",
                  severity: "warning",
                  span: span(file),
                  fingerprint: `all${index}`,
                  message: "the row is wrong",
                  cause: { id: "row", span: span(file), sentence: "the row is wrong" },
                }),
              ]
            : []),
          ...(index % 11 === 0 ? [notVerified()] : []),
        ],
        {
          file,
          title: `Page ${index}`,
          response: { text: response, location: { file, line: 20, column: 1 } },
        },
      ),
    ),
    {
      systems: files.map((file, index) => ({
        name: `System ${index}`,
        pages: [`v1.0/${posix.basename(file, ".md")}`],
      })),
      waivers: [waiver({ fingerprint: "own0" })],
    },
  );
}
