import type { Assertion, Failed, Judgement } from "../rules/assertion.ts";
import { nextFingerprint } from "../rules/fingerprint.ts";

/**
 * What is wrong at one place of a page is told once, however many exchanges show the place: a response that answers
 * four requests. What is about the same at another place gets a fingerprint of its own.
 */
export function toldOnce(judgements: readonly Judgement[]): Judgement[] {
  const places = new Set<string>();
  const counts = new Map<string, number>();
  const told = (each: Assertion): Assertion[] => {
    if (each.status !== "fail") return [each];
    const place = placeOf(each);
    if (places.has(place)) return [];
    places.add(place);
    const count = (counts.get(each.fingerprint) ?? 0) + 1;
    counts.set(each.fingerprint, count);
    return [count === 1 ? each : distinct(each, count)];
  };
  return judgements.map((judgement) =>
    judgement.assertions.some(({ status }) => status === "fail")
      ? { ...judgement, assertions: judgement.assertions.flatMap(told) }
      : judgement,
  );
}

function placeOf({ rule, span: { file, start, end }, message }: Failed): string {
  return [rule, file, start.line, start.column, end.line, end.column, message].join("\n");
}

function distinct(finding: Failed, count: number): Failed {
  const mark = nextFingerprint(finding.fingerprint, count);
  const { cause } = finding;
  // What has no cause but itself goes on to be its own.
  return {
    ...finding,
    fingerprint: mark,
    cause: cause.id === finding.fingerprint ? { ...cause, id: mark } : cause,
  };
}
