import { onceForText } from "../../base/once-for-text.ts";
import { isPathParameter, readSegment, splitPath } from "../../odata/path-segments.ts";

/** A path in the form in which templates and requests are compared. */
export interface PathToken {
  /**
   * `name`: a word of the service; `key`: one resource of a collection; `path`: what `root:/a/b:` encloses;
   * `rest`: `...`, any number of segments.
   */
  readonly kind: "name" | "key" | "path" | "rest";
  /** A word in lower case, a key as written. */
  readonly text: string;
  /** A word as written. */
  readonly written?: string;
  /** The key stood in parentheses, which might as well be those of a function. */
  readonly inline?: true;
  /** The author left it to the reader: it may stand for any segment. */
  readonly open?: true;
  /** What is in the parentheses of a function, or of a key that is written with its name. */
  readonly arguments?: string;
}

/** Three times as many tokens as Graph's longest path has; each is a step further down the stack. */
export const LONGEST_PATH = 64;

/** The tokens of a documented template: `/users/{id | userPrincipalName}/messages`. */
export function templateTokens(path: string): PathToken[] {
  return tokens(splitPath(path), readTemplateSegment);
}

// Thousands of templates are made of a few hundred segments.
const readTemplateSegment = onceForText((segment): readonly PathToken[] =>
  readSegmentTokens(segment, looksLikeKey),
);

/** The tokens of a request; a segment without parentheses is a name until a template says that it is a key. */
export function requestTokens(segments: readonly string[]): PathToken[] {
  return tokens(segments, (segment) => readSegmentTokens(segment, isPathParameter));
}

function tokens(segments: readonly string[], read: (segment: string) => readonly PathToken[]): PathToken[] {
  const found: PathToken[] = [];
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] ?? "";
    // .../root:/folder/file.txt:/children, .../sites/{hostname}:/{path}
    const addressed = segment.length > 1 && segment.endsWith(":");
    const text = addressed ? segment.slice(0, -1) : segment;
    if (text !== "" && text !== ":") found.push(...read(text));
    if (!addressed) continue;
    found.push({ kind: "path", text: "" });
    while (index + 1 < segments.length) {
      index++;
      if (segments[index]?.endsWith(":")) break;
    }
  }
  return found;
}

function readSegmentTokens(segment: string, isKey: (segment: string) => boolean): PathToken[] {
  if (/^(?:\.{2,}|…)$/.test(segment)) return [{ kind: "rest", text: segment }];
  if (isPathParameter(segment)) return [{ kind: "key", text: segment, open: true }];
  if (isKey(segment)) return [{ kind: "key", text: segment }];
  const { name, key, arguments: given } = readSegment(segment);
  const word: PathToken = { kind: "name", text: name.toLowerCase(), written: name };
  if (key !== undefined) return [word, { kind: "key", text: key, inline: true }];
  return given === undefined ? [{ ...word, text: segment.toLowerCase() }] : [{ ...word, arguments: given }];
}

/** Templates, too, are written with example keys: `contoso.com`, a GUID, `roleTemplateId={id}`. */
export function looksLikeKey(segment: string): boolean {
  // A qualified name, `microsoft.graph.user` or `microsoft.management.services.api.assign`, is no key.
  if (/^microsoft\.[\w.]+\.\w+$/i.test(segment) || segment.includes("(")) return false;
  return /[{}<>@=|\s.-]/.test(segment) || /^\d+$|\d{6}/.test(segment);
}
