import { isObject } from "../../../../src/base/is-object.ts";
import type { Answer, Headed, Teller } from "../teller.ts";

/** What came back, with the status that a client of Graph hides. */
export interface Reply {
  readonly headers: Headers;
  readonly text: string;
  readonly body: Answer;
}

export interface Sent {
  readonly headers?: Headed;
  /** Sent as JSON, but for a text, which is sent as it is. */
  readonly body?: unknown;
}

/** Tells a request as a script sends it: `POST /me/messages`, and the status that it has to be answered with. */
export type Ask = (
  says: string,
  request: string,
  status: number | readonly number[],
  sent?: Sent,
  check?: (reply: Reply) => void,
) => Promise<Answer>;

/** Requests as Postman or a script sends them, of one who has that token, or none. */
export function plainly(tell: Teller, origin: string, token?: string): Ask {
  return (says, request, status, { headers = {}, body } = {}, check = () => {}) =>
    tell.step(says, async () => {
      const [method = "GET", path = "/"] = request.split(/ (.*)/s);
      const response = await fetch(path.startsWith("http") ? path : `${origin}/v1.0${path}`, {
        method,
        redirect: "manual",
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      if (![status].flat().includes(response.status))
        throw new Error(`${response.status} for ${String(status)}: ${text.slice(0, 200)}`);
      const answer = parsed(text);
      check({ headers: response.headers, text, body: answer });
      return answer;
    });
}

function parsed(text: string): Answer {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}
