import type { Location } from "../../base/location.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import type { Assertion } from "../../rules/assertion.ts";
import { bodyText } from "../body-text.ts";
import { layOutJson } from "./lay-out-json.ts";

/** A message to be shown, and where its assertions stand in it then. */
export interface LaidOutMessage {
  readonly message: ShownMessage;
  placeOf(assertion: Assertion): Location;
}

/** A service writes its JSON in one line; a person reads it, and its marks, in many. */
export function layOutAnswer(message: ShownMessage): LaidOutMessage {
  const { text, location: start } = message;
  const body = bodyText(text);
  if (!body || !/^[[{]/.test(body.text) || body.text.trimEnd().includes("\n")) {
    return { message, placeOf: ({ location }) => location };
  }
  const { lines, place } = layOutJson(body.text);
  const first = start.line + body.line;
  const head = text.split("\n").slice(0, body.line);
  return {
    message: { text: [...head, ...lines].join("\n"), location: start },
    placeOf({ location }) {
      if (location.file !== start.file || location.line !== first) return location;
      const { line, column } = place(location.column - 1);
      return { file: start.file, line: first + line - 1, column };
    },
  };
}
