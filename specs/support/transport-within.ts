import { STATUS_CODES } from "node:http";
import type { Transport } from "../../src/exchange/service/transport/transport.ts";
import { answer } from "../../src/mock/answer.ts";
import type { Service } from "../../src/mock/service.ts";

/**
 * Talks with a service in this process, message by message as `node:http` would carry them: a spec holds the two to
 * the same exchanges. It takes a third of the time, which is what the kill matrix is made of.
 */
export function transportWithin(service: Service): Transport {
  return async (url, { method, headers, body = "" }) => {
    const sent = { Host: url.host, ...headers };
    const named = Object.entries(sent).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
    const answered = await answer(service, {
      method,
      target: `${url.pathname}${url.search}`,
      headers: Object.fromEntries(named),
      body: method === "GET" ? "" : body,
      origin: url.origin,
    });
    const { status } = answered;
    const payload = answered.json === undefined ? answered.text : JSON.stringify(answered.json);
    const bodiless = method === "HEAD" || status === 204 || status === 304;
    const length = payload === undefined ? {} : { "content-length": String(Buffer.byteLength(payload)) };
    return {
      status,
      reason: STATUS_CODES[status] ?? "",
      headers: Object.entries({ ...answered.headers, ...length }),
      body: bodiless ? "" : (payload ?? ""),
    };
  };
}
