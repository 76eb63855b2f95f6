import type { ServiceRequest, ServiceResponse } from "../message.ts";

/** The content of a file, a photo or another stream. */
export interface Content {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** What a request sends, whatever it is. */
export function contentOf({ bytes, body, headers }: ServiceRequest): Content {
  const mediaType =
    /^[\w.+-]+\/[\w.+-]+/.exec(headers["content-type"] ?? "")?.[0] ?? "application/octet-stream";
  return { bytes: bytes ?? Buffer.from(body), mediaType };
}

/** The bytes as they go out, or those of the range that is asked for (RFC 9110, section 14). */
export function answerBytes(
  { bytes, mediaType }: Content,
  status: number,
  { headers: { range = "" } }: ServiceRequest,
): ServiceResponse {
  const headers = { "content-type": mediaType, "accept-ranges": "bytes" };
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === "" && last === "") return { status, headers, bytes };
  const start = first === "" ? Math.max(0, bytes.length - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  if (start > end) {
    return { status: 416, headers: { "content-range": `bytes */${bytes.length}` } };
  }
  const partial = { ...headers, "content-range": `bytes ${start}-${end}/${bytes.length}` };
  return { status: 206, headers: partial, bytes: bytes.subarray(start, end + 1) };
}
