import { createHash, randomUUID } from "node:crypto";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type ServiceRequest, type ServiceResponse, splitTarget } from "../message.ts";
import { type Content, contentOf } from "./content.ts";

type Result = ServiceResponse | ErrorResponse;

/**
 * The addresses that the service gives to one who was let in, and that need no token: for the parts of a file, for the
 * content of one, and for the state of what goes on (Graph pages "driveItem: createUploadSession", "Working with
 * long-running actions").
 */
export interface Transfers {
  /** Answers at such an address; undefined at any other. */
  answer(request: ServiceRequest): Result | undefined;
  /** The address to which the parts of a file are sent. */
  upload(session: Upload): string;
  /** The address at which something is shown, the same for the same. */
  address(kind: "downloads" | "operations", what: string, show: (request: ServiceRequest) => Result): string;
}

export interface Upload {
  readonly mediaType: string;
  /** What is answered to a part where others are to come. */
  readonly partStatus: number;
  /** Only a request of its own ends it. */
  readonly deferred: boolean;
  readonly expires: Date;
  readonly finish: (content: Content) => Result;
}

interface Session extends Upload {
  readonly parts: Buffer[];
  received: number;
  total?: number;
}

const root = "/_transfers/";

/** True for an address that the service gave, which takes more than Graph does elsewhere. */
export function isTransfer(target: string): boolean {
  return target.startsWith(root);
}

/** More addresses than a client has use for at a time; the oldest are forgotten. */
const mostAddresses = 1000;

/** Bytes of the longest file that is put together in memory. */
const longestFile = 256 * 1024 * 1024;

/** No address is given at first. */
export function makeTransfers(now: () => Date): Transfers {
  const sessions = new Map<string, Session>();
  const shown = new Map<string, (request: ServiceRequest) => Result>();

  const atUpload = (request: ServiceRequest, path: string): Result | undefined => {
    const session = sessions.get(path);
    if (!session || session.expires <= now()) return undefined;
    if (request.method === "DELETE") {
      sessions.delete(path);
      return { status: 204, headers: {} };
    }
    if (request.method === "GET") return { status: 200, headers: {}, json: stateOf(session) };
    const refused = request.method === "PUT" ? takePart(session, request) : undefined;
    if (refused) return refused;
    const isWhole = session.total === session.received;
    if (request.method !== "PUT" && !isWhole) return badRequest("parts of the file are still to come");
    if (!isWhole || (session.deferred && request.method === "PUT"))
      return { status: session.partStatus, headers: {}, json: stateOf(session) };
    const answer = session.finish({ bytes: Buffer.concat(session.parts), mediaType: session.mediaType });
    if (!("code" in answer)) sessions.delete(path);
    return answer;
  };

  return {
    answer(request) {
      if (!isTransfer(request.target)) return undefined;
      const { path } = splitTarget(request.target);
      const show = request.method === "GET" ? shown.get(path) : undefined;
      return show?.(request) ?? atUpload(request, path) ?? gone;
    },
    upload(session) {
      return remember(sessions, `${root}uploads/${randomUUID()}`, { ...session, parts: [], received: 0 });
    },
    address: (kind, what, show) =>
      remember(shown, `${root}${kind}/${createHash("sha256").update(what).digest("hex").slice(0, 32)}`, show),
  };
}

function remember<Value>(known: Map<string, Value>, path: string, value: Value): string {
  known.set(path, value);
  for (const oldest of known.keys()) {
    if (known.size <= mostAddresses) break;
    known.delete(oldest);
  }
  return path;
}

const gone: ErrorResponse = {
  status: 404,
  code: "itemNotFound",
  message: "nothing is sent or read at this address any more",
};

function stateOf({ expires, received, total }: Session) {
  const missing = received === total ? [] : [`${received}-`];
  return { expirationDateTime: expires.toISOString(), nextExpectedRanges: missing };
}

function badRequest(message: string): ErrorResponse {
  return { status: 400, code: "invalidRequest", message };
}

/** Takes the next part of a file, or says why it is none. A file that comes whole needs no range. */
function takePart(session: Session, request: ServiceRequest): Result | undefined {
  const { bytes } = contentOf(request);
  const written = request.headers["content-range"];
  const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(
    written ?? `bytes 0-${bytes.length - 1}/${bytes.length}`,
  ) ?? [undefined, "", "", ""];
  const [start, end, total] = [Number(first), Number(last), Number(whole)];
  if (whole === "" || end >= total || bytes.length !== end - start + 1)
    return badRequest(
      `the Content-Range "${written?.slice(0, 100)}" does not tell of the ${bytes.length} bytes that came`,
    );
  if (session.total !== undefined && session.total !== total)
    return badRequest(`the file had ${session.total} bytes before, and ${total} now`);
  if (total > longestFile)
    return { status: 507, code: "insufficientStorage", message: "the file is too long" };
  if (start !== session.received) {
    const message = `the part begins at ${start}; the next one that is expected begins at ${session.received}`;
    return { status: 416, code: "invalidRange", message };
  }
  session.parts.push(bytes);
  session.received = end + 1;
  session.total = total;
  return undefined;
}
