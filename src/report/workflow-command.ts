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

/** As the runner unescapes what stands behind the second `::`. */
function escapeData(text: string): string {
  return visibleText(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property ends at a comma, and all of them at a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
