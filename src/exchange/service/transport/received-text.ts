import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const gunzipped = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

const megabyte = 1024 * 1024;

/**
 * The text of a body. Fails where it breaks off, packed or not, and where it goes on for longer than any answer of
 * Graph. What is packed in a way that nobody asked for stays so.
 */
export async function receivedText(body: Readable, encoding = "", longest = 64 * megabyte): Promise<string> {
  const bytes = await allOf(body, longest);
  const packed = /^(?:x-)?gzip$/i.test(encoding.trim()) && bytes.length > 0;
  return new TextDecoder().decode(packed ? await gunzipped(bytes, { maxOutputLength: longest }) : bytes);
}

function allOf(body: Readable, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    body.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > longest) body.destroy(new Error(`an answer longer than ${longest / megabyte} MB`));
    });
    body.on("end", () => resolve(Buffer.concat(chunks)));
    body.on("error", reject);
  });
}
