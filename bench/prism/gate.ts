import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type Answer, type Asked, ask } from "../process/ask.ts";
import type { DocumentPath } from "./document-path.ts";
import { prismProblem, type Violation, violationsIn } from "./violation.ts";

/** A request that went through Prism, and what came of it. */
export interface Passed {
  readonly method: string;
  readonly target: string;
  /** The mock's. */
  readonly status: number;
  /**
   * `judged`: Prism held the answer against the document; `refused-by-both`: neither takes the request;
   * `not-in-document`: Prism knows no such path or method, so that it judges nothing.
   */
  readonly outcome: "judged" | "refused-by-both" | "not-in-document";
  readonly violations: readonly Violation[];
}

export interface Gate {
  readonly origin: string;
  /** In the order of the answers. */
  readonly passed: readonly Passed[];
  close(): Promise<void>;
}

/** What stands behind the gate. */
export interface Behind {
  readonly prism: number;
  readonly mock: number;
  readonly documentPath: DocumentPath;
}

/**
 * Stands where a client takes the service to be, and sends everything through Prism, which has no base path and lets
 * links lead past itself. Where Prism refuses a request, the mock is asked as well: it must refuse it, too.
 */
export async function openGate(behind: Behind): Promise<Gate> {
  const passed: Passed[] = [];
  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => pass(behind, askedOf(request, body)))
      .then(
        ({ answer, ...one }) => {
          passed.push(one);
          const own = `http://${request.headers.host}`;
          const text = answer.body.replaceAll(`http://localhost:${behind.mock}`, own);
          const { "content-length": _length, "transfer-encoding": _coding, ...headers } = answer.headers;
          response.writeHead(answer.status, headers).end(text);
        },
        (error) => response.writeHead(502).end(String(error)),
      );
  }).listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    passed,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** What Prism calls a request that breaks the document. */
const refusals: ReadonlySet<string> = new Set([
  "INVALID_CONTENT_TYPE",
  "UNAUTHORIZED",
  "UNPROCESSABLE_ENTITY",
]);

async function pass(
  { prism, mock, documentPath }: Behind,
  asked: Asked,
): Promise<Passed & { answer: Answer }> {
  const { method, target } = asked;
  const answer = await ask(prism, { ...asked, target: documentPath(method, target) });
  const problem = prismProblem(answer);
  const violations = violationsIn(answer);
  const about = { method, target, answer, status: answer.status, violations };
  if (problem === undefined || problem === "VIOLATIONS") return { ...about, outcome: "judged" };
  const own = await ask(mock, asked);
  const answered = { ...about, status: own.status, answer: own };
  if (/^NO_(?:PATH|METHOD)_MATCHED/.test(problem))
    return { ...answered, outcome: "not-in-document", violations: [] };
  if (refusals.has(problem) && own.status >= 400)
    return { ...answered, outcome: "refused-by-both", violations: [] };
  const said =
    violations.length > 0 ? violations : [{ place: ["request"], code: problem, message: answer.body }];
  return { ...answered, outcome: "judged", violations: said };
}

function askedOf({ method = "GET", url = "/", headers }: IncomingMessage, body: string): Asked {
  const dropped = ["connection", "content-length", "host", "keep-alive", "transfer-encoding"];
  const kept = Object.entries(headers).filter(([name]) => !dropped.includes(name));
  const own = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
  return { method, target: url, headers: own, ...(body === "" ? {} : { body }) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) text += part;
  return text;
}
