import { readJson } from "../../http/read-json.ts";
import type { Judgement } from "../../rules/assertion.ts";
import { bodyText } from "../body-text.ts";

/** What one source answers to a request. */
export interface Answer {
  readonly judgement: Judgement;
  /** Its index among the judgements of the report. */
  readonly number: number;
  /** Absent when a page shows a body without its status. */
  readonly status?: number;
  readonly statusLine: string;
  /** Read when it is first asked for; undefined when there is none, or it is no JSON. */
  readonly body: unknown;
}

/** The answer that was judged; undefined when none came. */
export function answerOf(judgement: Judgement, number: number): Answer | undefined {
  const { response } = judgement;
  if (!response) return undefined;
  const [statusLine = ""] = response.text.split("\n", 1);
  const status = /^HTTP\/\S+\s+(\d{3})\b/.exec(statusLine)?.[1];
  let body: { readonly value: unknown } | undefined;
  return {
    judgement,
    number,
    statusLine,
    ...(status === undefined ? {} : { status: Number(status) }),
    get body() {
      body ??= { value: readJson(bodyText(response.text)?.text ?? "", response.location).value };
      return body.value;
    },
  };
}
