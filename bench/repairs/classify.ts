import type { LinePair } from "./hunks.ts";
import { annotationKind } from "./kinds/annotation.ts";
import { frontMatterKind, titleKind } from "./kinds/front-matter.ts";
import { jsonKind } from "./kinds/json.ts";
import { linkKind } from "./kinds/link.ts";
import { messageLineKind } from "./kinds/message-line.ts";
import { permissionKind } from "./kinds/permission.ts";
import { tableKind } from "./kinds/table.ts";
import type { Place } from "./place.ts";
import type { Kind, Year } from "./year.ts";

const template =
  /\bTODO\b|\*\*TBD\b|provide (?:a )?(?:title|description)s? here|lorem ipsum|\{(?:insert|add|describe)\b|description (?:goes )?here\b/i;

/** The kind of a change; undefined where it is prose, or dress, which promises nothing that could be judged. */
export function kindOf(pair: LinePair, place: Place, year: Year): Kind | undefined {
  const { before, after, file } = pair;
  const { part, heading } = place;
  if (part !== "fence" && template.test(before) && !template.test(after)) return { kind: "template text" };
  if (part === "front matter") return frontMatterKind(pair, year);
  if (part === "text" && /^# /.test(before)) return titleKind(file, year);
  if (part === "comment") return annotationKind(pair, year);
  if (part === "fence") return messageLineKind(pair, place, year) ?? jsonKind(pair, place, year);
  const own = /^permissions?|^prerequisites/i.test(heading)
    ? permissionKind(pair, year)
    : tableKind(pair, heading, year);
  return own ?? linkKind(pair, year);
}
