import type { Result } from "sarif";
import type { Location } from "../../base/location.ts";
import type { Level } from "../../diff/change.ts";
import { artifactLocation, sarifText } from "../sarif-log.ts";
import { visibleText } from "../visible-text.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

const levelOf: Readonly<Record<Level, Result.level>> = {
  breaking: "error",
  risky: "warning",
  compatible: "note",
  sharpened: "none",
};

/** The changes as SARIF 2.1.0, each at its place in the later contract, related to the place in the earlier one. */
export function renderChangeSarif(report: ChangeReport): string {
  return sarifText({
    tool: report.tool,
    rules: report.rules.map(({ id, breaks, page }) => ({
      id,
      shortDescription: { text: breaks },
      help: page === "" ? { text: breaks } : { text: page, markdown: page },
    })),
    results: report.changes.map(result),
    waived: report.waived.map(({ waiver }) => waiver),
    properties: { verdict: report.summary.sentence },
  });
}

function result({
  rule,
  level,
  message,
  breaks,
  places,
  weighs,
  reaches,
  fingerprint,
}: WeighedChange): Result {
  const [{ subject, before, after }] = places;
  const at = after?.location ?? before?.location;
  const other = after?.location && before?.location;
  return {
    ruleId: rule,
    level: levelOf[level],
    message: { text: visibleText(`${message}. ${breaks}`) },
    locations: [
      {
        ...(at ? { physicalLocation: physicalLocation(at) } : {}),
        logicalLocations: [{ fullyQualifiedName: subject.id }],
      },
    ],
    ...(other
      ? {
          relatedLocations: [
            { id: 1, physicalLocation: physicalLocation(other), message: { text: "before" } },
          ],
        }
      : {}),
    partialFingerprints: { "graphConformanceChange/v1": fingerprint },
    properties: { weighs, reaches, places: places.length },
  };
}

function physicalLocation({ file, line, column }: Location) {
  return { artifactLocation: artifactLocation(file), region: { startLine: line, startColumn: column } };
}
