import type { Judgement } from "../../rules/assertion.ts";
import { type Answer, answerOf } from "./answer.ts";

/**
 * The answers to each documented request that more than one source answered, one of each source: the same version,
 * file and name. Where a page uses a name twice, the lines tell the examples apart; where a request is shown with
 * several responses, their order does. What is still ambiguous is left out.
 */
export function sameExamples(judgements: readonly Judgement[]): readonly (readonly Answer[])[] {
  const byName = new Map<string, Answer[]>();
  judgements.forEach((judgement, number) => {
    const { kind, version, file, example } = judgement;
    if (kind !== "exchange" || example === undefined) return;
    const answer = answerOf(judgement, number);
    if (!answer) return;
    const key = JSON.stringify([version, file, example]);
    const list = byName.get(key);
    if (list) list.push(answer);
    else byName.set(key, [answer]);
  });
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
