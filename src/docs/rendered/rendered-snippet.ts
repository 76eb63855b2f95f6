import type { Fence } from "../block.ts";
import { renderedLine } from "./rendered-line.ts";

// Lines that begin a snippet wherever they stand, also right after another snippet.
const starts: readonly RegExp[] = [
  /^\/\/ (Code snippets are only|THE )/,
  /^# (Code snippets are only|THE )/,
  /^mgc(-beta)? /,
  /^const options = \{/,
  /^<\?php/,
  /^Import-Module /,
  /^from msgraph/,
  /^MSHTTPClient \*/,
  /^GraphServiceClient graphClient = /,
  /^(var )?graphClient :?= /,
];
// What tells the languages apart, the surest first: C# and Java begin with the same comment.
const languages: readonly (readonly [string, RegExp])[] = [
  ["php", /^<\?php|^\$graphServiceClient|->wait\(\)/m],
  ["powershell", /^Import-Module |^[A-Z][a-z]+-Mg\w+/m],
  ["cli", /^mgc(-beta)? /m],
  ["python", /^from msgraph|^# |await graph_client/m],
  ["javascript", /^const (options|client) = |client\.api\(/m],
  ["objectivec", /MSHTTPClient|NSMutableURLRequest/],
  ["go", /^import \(|^\/\/ .*major version|^\w+(, err)? := /m],
  ["csharp", /\bawait graphClient|new GraphServiceClient\( ?authProvider|^var \w+ = |^using /m],
  ["java", /com\.microsoft\.graph|^GraphServiceClient|^import com\.|\bfinal \w+ /m],
];
const afterSnippets = /^(Read the|For details about how to add the) SDK\b/;

/** True when an SDK snippet begins with this line. */
export function startsSnippet(line: string): boolean {
  return starts.some((start) => start.test(line.trim()));
}

/** Reads the SDK snippet that begins at `start`: up to the next snippet, heading, response or SDK note. */
export function renderedSnippet(
  lines: readonly string[],
  start: number,
  file: string,
): { fence: Fence; next: number } {
  let next = start + 1;
  while (next < lines.length && !endsSnippet(lines, start, next)) next++;
  const text = lines.slice(start, next).join("\n");
  const fence: Fence = {
    kind: "fence",
    language: languageOf(text),
    text,
    location: { file, line: start + 1, column: 1 },
    closed: true,
    swallowedHeadings: 0,
  };
  return { fence, next };
}

function endsSnippet(lines: readonly string[], start: number, index: number): boolean {
  const line = (lines[index] ?? "").trim();
  const kind = renderedLine(line);
  if (kind === "heading" || kind === "response" || afterSnippets.test(line)) return true;
  if (!startsSnippet(line)) return false;
  if (/^(\/\/|#) (Code snippets are only|THE )/.test(line)) return true;
  // The line may as well be the first statement of this snippet, after its comments and imports.
  const before = lines.slice(start, index).join("\n");
  return hasStatement(before) && languageOf(before) !== languageOf(line);
}

function hasStatement(text: string): boolean {
  return text
    .split("\n")
    .some((line) => /^(?!\/\/|# |import\b|from\b|using\b|use\b|<\?php|[")])\S/.test(line.trim()));
}

function languageOf(text: string): string {
  return languages.find(([, sign]) => sign.test(text))?.[0] ?? "";
}
