import { connect } from "node:net";

/** What came back on a connection of its own. */
export interface Reply {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly body: string;
}

/** What a client does behind what it has sent. */
export type Manners = "waits" | "hangs up" | "resets";

/** Sends bytes as they are and returns what comes back until the connection ends. Never rejects. */
export function send(
  origin: string,
  parts: readonly (string | Uint8Array)[],
  manners: Manners = "waits",
): Promise<Reply> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(replyOf(Buffer.concat(chunks).toString("utf8"))));
    socket.on("connect", () => {
      for (const part of parts) socket.write(part);
      if (manners === "hangs up") socket.destroySoon();
      if (manners === "resets") socket.resetAndDestroy();
    });
  });
}

/** An HTTP/1.1 request that ends its connection. */
export function messageOf(
  request: string,
  {
    headers = {},
    body = "",
  }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): string {
  const sent = {
    Host: "localhost",
    Connection: "close",
    ...(body === ""
      ? {}
      : { "Content-Type": "application/json", "Content-Length": `${Buffer.byteLength(body)}` }),
    ...headers,
  };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
  return `${request} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

function replyOf(text: string): Reply {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  const end = text.indexOf("\r\n\r\n");
  return { status, body: end < 0 ? "" : text.slice(end + 4) };
}
