import { groupBy } from "../../base/group-by.ts";
import type { Judgement } from "../../rules/assertion.ts";
import { type Answer, answerOf } from "./answer.ts";

/**
 * The answers to each documented request that more than one source answered, one of each source: the same version,
 * file and name. Where a page uses a name twice, the lines tell the examples apart; where a request is shown with
 * several responses, their order does. What is still ambiguous is left out.
 */
export function sameExamples(judgements: readonly Judgement[]): readonly (readonly Answer[])[] {
  const answers = judgements.flatMap((judgement, number) => {
    const { kind, example } = judgement;
    return kind === "exchange" && example !== undefined ? (answerOf(judgement, number) ?? []) : [];
  });
  const byName = groupBy(answers, ({ judgement: { version, file, example } }) =>
    JSON.stringify([version, file, example]),
  );
  return [...byName.values()].flatMap(oneOfEach).filter((answers) => answers.length > 1);
}

function oneOfEach(answers: readonly Answer[]): readonly (readonly Answer[])[] {
  if (isOneOfEach(answers)) return [answers];
  const lines = [...new Set(answers.map(({ judgement }) => judgement.location.line))];
  return lines.flatMap((line) =>
    inOrder(answers.filter(({ judgement }) => judgement.location.line === line)),
  );
}

function inOrder(answers: readonly Answer[]): readonly (readonly Answer[])[] {
  const bySource = [...new Set(answers.map(({ judgement }) => judgement.source))].map((source) =>
    answers.filter(({ judgement }) => judgement.source === source),
  );
  const [first = []] = bySource;
  if (bySource.some(({ length }) => length !== first.length)) return [];
  return first.map((_, index) => bySource.flatMap((list) => list[index] ?? []));
}

function isOneOfEach(answers: readonly Answer[]): boolean {
  return new Set(answers.map(({ judgement }) => judgement.source)).size === answers.length;
}
