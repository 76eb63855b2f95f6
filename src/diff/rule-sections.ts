/**
 * What a rule page of an area says of each change rule, by id. A section has the ids of all rules that it explains in its
 * heading, mostly a rule and its mirror:
 *
 *     ## path/added, path/removed
 */
export function ruleSections(page: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let ids: readonly string[] = [];
  let lines: string[] = [];
  let isCode = false;
  const close = () => {
    for (const id of ids) sections.set(id, lines.join("\n").trim());
    lines = [];
  };
  for (const line of page.split(/\r?\n/)) {
    if (line.startsWith("```")) isCode = !isCode;
    const heading = isCode ? undefined : /^## (.+)$/.exec(line)?.[1];
    if (heading === undefined) {
      lines.push(line);
      continue;
    }
    close();
    ids = heading.split(",").map((id) => id.trim());
  }
  close();
  return sections;
}
