import type { Failed, Judgement } from "../../rules/assertion.ts";
import { byText, sources } from "../order.ts";
import type { ComparedExample, Disagreement, Side } from "../report.ts";
import type { Answer } from "./answer.ts";
import type { Spot } from "./counterpart.ts";
import { sameExamples } from "./same-example.ts";
import { disagreementSentence } from "./sentence.ts";
import { shownValue } from "./shown-value.ts";
import { isBroken, stanceOf } from "./stance.ts";

/**
 * Where sources that were asked the same break a promise that the others keep, or break it together. Findings of one
 * cause are one disagreement. By place, rule and sentence.
 */
export function findDisagreements(judgements: readonly Judgement[]): readonly Disagreement[] {
  const found = new Map<string, Disagreement>();
  const compared = sameExamples(judgements).flatMap(compare).sort(byPlace);
  for (const { failed, judgement, example } of compared) {
    const { sides } = example;
    const right = sides.filter((side) => side.right).map(({ source }) => source);
    const wrong = sides.filter((side) => !side.right).map(({ source }) => source);
    const why = failed.message;
    const sentence = disagreementSentence(sides, why);
    const { version } = judgement;
    const root =
      failed.cause.id === failed.fingerprint
        ? [disagreementSentence(sides, ""), sides.map(({ shows }) => shows)]
        : failed.cause.id;
    const key = JSON.stringify([failed.rule, version, right, wrong, root]);
    const first = found.get(key);
    found.set(key, {
      ...(first ?? { rule: failed.rule, version, sentence, why, right, wrong }),
      examples: [...(first?.examples ?? []), example],
    });
  }
  return [...found.values()];
}

interface Compared {
  readonly failed: Failed;
  readonly judgement: Judgement;
  readonly example: ComparedExample;
}

/** Every promise that one of the answers breaks and another one has a stance on. */
function compare(answers: readonly Answer[]): readonly Compared[] {
  const ordered = [...answers].sort((left, right) => position(left) - position(right));
  const told = new Set<Failed>();
  return ordered.flatMap((mine) =>
    mine.judgement.assertions.filter(isBroken).flatMap((failed): readonly Compared[] => {
      if (told.has(failed)) return [];
      const sides = sidesOf(failed, mine, ordered, told);
      const { example = "", subject } = mine.judgement;
      const { pointer, span } = failed;
      const place = { span, ...(pointer === undefined ? {} : { pointer }) };
      const compared = {
        example,
        ...(subject.kind === "operation" ? { operation: subject.id } : {}),
        ...place,
        sides,
      };
      return sides.length > 1 ? [{ failed, judgement: mine.judgement, example: compared }] : [];
    }),
  );
}

function sidesOf(
  failed: Failed,
  mine: Answer,
  answers: readonly Answer[],
  told: Set<Failed>,
): readonly Side[] {
  let own: Spot | undefined;
  const others = answers.flatMap((other) => {
    const stance = other === mine ? undefined : stanceOf(failed, mine, other);
    if (!stance) return [];
    own ??= stance.places?.mine;
    for (const assertion of stance.broken) told.add(assertion);
    return { answer: other, right: stance.right, spot: stance.places?.other };
  });
  return [{ answer: mine, right: false, spot: own }, ...others]
    .sort((left, right) => position(left.answer) - position(right.answer))
    .map(({ answer, right, spot }) => side(failed.rule, answer, right, spot));
}

function side(rule: string, { judgement, number, statusLine }: Answer, right: boolean, spot?: Spot): Side {
  const line = rule === "http/status" ? statusLine.replace(/^HTTP\/\S+\s+/, "") : "";
  const shows = spot === undefined ? line : spot.value === undefined ? "" : shownValue(spot.value);
  return {
    source: judgement.source,
    right,
    ...(spot ? { pointer: spot.pointer } : {}),
    ...(shows === "" ? {} : { shows }),
    judgement: number,
  };
}

function position({ judgement }: Answer): number {
  return sources.indexOf(judgement.source);
}

function byPlace(left: Compared, right: Compared): number {
  const [one, other] = [left.example.span, right.example.span];
  return (
    byText(one.file, other.file) ||
    one.start.line - other.start.line ||
    one.start.column - other.start.column ||
    byText(left.failed.rule, right.failed.rule) ||
    byText(left.failed.pointer ?? "", right.failed.pointer ?? "")
  );
}
