import { annotationMark } from "../base/own-output.ts";
import { visibleText } from "./visible-text.ts";

/** What stands before the text of a workflow command: `file=run.md,line=43,title=body/type`. */
export type CommandProperties = Readonly<Record<string, string | number | undefined>>;

/** A line of which GitHub Actions makes an annotation where a step prints it. */
export function workflowCommand(
  command: "error" | "warning" | "notice",
  properties: CommandProperties,
  text: string,
): string {
  const written = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapeProperty(String(value))}`,
  );
  return `::${command}${written.length > 0 ? ` ${written.join(",")}` : ""}::${escapeData(text)}`;
}

/** Annotations of one kind, of which some may stand for several. */
export interface AnnotationKind {
  readonly command: "error" | "warning" | "notice";
  /** What the findings are: `error`, `breaking`. */
  readonly name: string;
  readonly annotations: readonly { readonly line: string; readonly times: number }[];
}

// GitHub shows ten annotations of a kind for a step, and drops the rest without a word.
const shownOfAKind = 10;

/** The lines of a step: of each kind what GitHub shows, and how many more there are; the verdict for all. */
export function annotationLines(kinds: readonly AnnotationKind[], sentence: string): string {
  const lines = kinds.flatMap(({ command, name, annotations }) => {
    // The verdict is a notice, too.
    const room = command === "notice" ? shownOfAKind - 1 : shownOfAKind;
    const isCut = annotations.length > room;
    const shown = annotations.slice(0, isCut ? room - 1 : room);
    const others = annotations.slice(shown.length).reduce((sum, { times }) => sum + times, 0);
    const rest = isCut ? [workflowCommand(command, {}, `and ${others} more of ${name} in the report`)] : [];
    return [...shown.map(({ line }) => line), ...rest];
  });
  return `${[...lines, workflowCommand("notice", { title: annotationMark }, sentence)].join("\n")}\n`;
}

/** As the runner unescapes what stands behind the second `::`. */
function escapeData(text: string): string {
  return visibleText(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property ends at a comma, and all of them at a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
