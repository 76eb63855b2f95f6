/** What a line of a rendered page begins, judged by nothing but itself. */
export type RenderedLine = "empty" | "heading" | "note" | "cell" | "request" | "response" | "json" | "text";

// The words that stand alone in a line where the Markdown page has a heading.
const sections = new Set([
  "permissions",
  "prerequisites",
  "http request",
  "function parameters",
  "path parameters",
  "query parameters",
  "optional query parameters",
  "optional request headers",
  "request headers",
  "request header",
  "request body",
  "response headers",
  "response body",
  "response code",
  "error response",
  "error responses",
  "error handling",
  "exceptions",
  "remarks",
  "example",
  "examples",
  "methods",
  "properties",
  "relationships",
  "members",
  "json representation",
  "see also",
  "next steps",
  "related content",
  "additional resources",
]);
const messageHeading = /^(example )?(request|response)( (example|sample|object))?( \d+)?:?$/i;
const exampleHeading =
  /^example (\d+(\.\d+)?)$|^example( \d+(\.\d+)?)?\s?[:.–-]\s?\S.*$|^example \([^()]{1,60}\)$/i;
const subsection = /^(permissions (for|acting on)|notification -) \S.{0,80}$/i;
const notes = new Set(["important", "note", "tip", "caution", "warning"]);
const requestLine =
  /^(GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS|MERGE)\s+((?:https?:\/\/|\/|\{|[\w$-]+\/)\S*)(\s.*)?$/;

/** Says what a line is; text that only a context can tell apart (snippets, broken cells) is `text`. */
export function renderedLine(line: string): RenderedLine {
  const text = line.trim();
  if (text === "") return "empty";
  if (/(^|\s)\|$/.test(text)) return "cell";
  if (isHeading(text)) return "heading";
  if (notes.has(text.toLowerCase())) return "note";
  if (/^HTTP\/\d(\.\d)?\s+\d{3}\b/.test(text)) return "response";
  if (isRequest(text)) return "request";
  return /^[{[]\s*($|["{[\]}])/.test(text) ? "json" : "text";
}

/** True for `Example 2: ...` and its kind, which hold their own request and response. */
export function isExampleHeading(text: string): boolean {
  return exampleHeading.test(text);
}

/** True for `Request`, `Response` and their kind. */
export function isMessageHeading(text: string): boolean {
  return messageHeading.test(text);
}

/** True for the headings that stand one level below a section of their kind. */
export function isSubsectionHeading(text: string): boolean {
  return subsection.test(text);
}

function isHeading(text: string): boolean {
  if (sections.has(text.toLowerCase()) || messageHeading.test(text)) return true;
  if (!exampleHeading.test(text) && !subsection.test(text)) return false;
  return text.length <= 250 && !/[.;,]$/.test(text);
}

/** A space in a URL is only believed in its query or its arguments; else the line is a sentence. */
function isRequest(text: string): boolean {
  const match = requestLine.exec(text);
  if (!match?.[2]) return false;
  const rest = (match[3] ?? "").trim();
  return rest === "" || /[?({]/.test(match[2]) || /^HTTP\/\d/i.test(rest);
}
