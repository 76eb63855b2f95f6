import type { Position, Span } from "../../base/span.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import type { Failed, NotVerified } from "../../rules/assertion.ts";
import { bodyText } from "../body-text.ts";
import { layOutJson } from "./lay-out-json.ts";
import { spanShown } from "./mark-message.ts";

/** A message to be shown, and where its assertions stand in it then. */
export interface LaidOutMessage {
  readonly message: ShownMessage;
  spanOf(assertion: Failed | NotVerified): Span;
}

/** A service writes its JSON in one line; a person reads it, and its marks, in many. */
export function layOutAnswer(message: ShownMessage): LaidOutMessage {
  const { text, location: start } = message;
  const body = bodyText(text);
  if (!body || !/^[[{]/.test(body.text) || body.text.trimEnd().includes("\n")) {
    return { message, spanOf: spanShown };
  }
  const { lines, place } = layOutJson(body.text);
  const first = start.line + body.line;
  const head = text.split("\n").slice(0, body.line);
  return {
    message: { text: [...head, ...lines].join("\n"), location: start },
    spanOf(assertion) {
      const span = spanShown(assertion);
      if (span.file !== start.file || span.start.line !== first) return span;
      const at = (offset: number, past = 0): Position => {
        const { line, column } = place(offset);
        return { line: first + line - 1, column: column + past };
      };
      const from = at(span.start.column - 1);
      // The last character says in which line the span ends: behind it may stand a line break.
      const isEmpty = span.end.column <= span.start.column;
      const to = isEmpty ? from : at(span.end.column - 2, 1);
      return { file: start.file, start: from, end: to };
    },
  };
}
