import type { Answer } from "../process/ask.ts";

/** What Prism has against a message. */
export interface Violation {
  /** `request` or `response`, and where in it. */
  readonly place: readonly string[];
  readonly code: string;
  readonly message: string;
}

/**
 * Why Prism answers itself, in its own word: `UNPROCESSABLE_ENTITY`, `NO_PATH_MATCHED_ERROR`, `FetchError`; undefined
 * when the answer is the service's, which sends no problem details (RFC 9457).
 */
export function prismProblem({ headers, body }: Answer): string | undefined {
  if (!headers["content-type"]?.startsWith("application/problem+json")) return undefined;
  const problem: unknown = JSON.parse(body);
  const type = isRecord(problem) ? String(problem.type) : "";
  return type.replace(/^https:\/\/stoplight\.io\/prism\/errors#/, "");
}

/** All that Prism says, in the header that it puts on any answer or in the problem that it sends in place of one. */
export function violationsIn(answer: Answer): Violation[] {
  const header = readList(answer.headers["sl-violations"]);
  if (header.length > 0 || prismProblem(answer) === undefined) return header;
  const problem: unknown = JSON.parse(answer.body);
  return isRecord(problem) ? toViolations(problem.validation) : [];
}

function readList(header: string | undefined): Violation[] {
  if (header === undefined) return [];
  try {
    return toViolations(JSON.parse(header));
  } catch {
    // Prism cuts what is too long for a header.
    return [{ place: [], code: "many", message: header }];
  }
}

function toViolations(value: unknown): Violation[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isRecord).map(({ location, code, message }) => ({
    place: Array.isArray(location) ? location.map(String) : [],
    code: String(code),
    message: String(message),
  }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
