import { request } from "node:http";

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one request to a port of this machine (`localhost`, where the mock listens). @throws Error when there is no answer */
export function ask(port: number, { method, target, headers = {}, body }: Asked): Promise<Answer> {
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "localhost", port, method, path: target, headers: { ...headers, ...length }, agent: false },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          text += part;
        });
        response.on("error", reject);
        response.on("end", () => {
          const entries = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(entries), body: text });
        });
      },
    );
    sent.on("error", reject);
    sent.setTimeout(60_000, () => sent.destroy(new Error(`no answer to ${method} ${target} within 60 s`)));
    sent.end(body);
  });
}
