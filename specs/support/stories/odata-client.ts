import { o } from "odata";
import { isObject } from "../../../src/base/is-object.ts";
import type { Answer, Caller } from "./teller.ts";

/** A plain client of OData, of one who has that token; it knows nothing of Graph. */
export function odataClient(origin: string, token: string): Caller {
  const client = o(`${origin}/v1.0/`, {
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
  });
  const at = (path: string) => path.replace(`${origin}/v1.0/`, "").replace(/^\//, "");
  return {
    get: (path, { query = {}, headers = {} } = {}) => {
      const asked = o(`${origin}/v1.0/`, { headers: { Authorization: `Bearer ${token}`, ...headers } });
      return answerOf(
        asked
          .get(at(path))
          .query(
            Object.fromEntries(
              Object.entries(query).map(([name, value]) => [
                /DateTime$/.test(name) ? name : `$${name}`,
                value,
              ]),
            ),
          ),
      );
    },
    post: (path, body) => answerOf(client.post(at(path), body).query()),
    patch: (path, body) => answerOf(client.patch(at(path), body).query()),
    put: (path, body) => answerOf(client.put(at(path), body).query()),
    delete: (path) => answerOf(client.delete(at(path)).query()),
  };
}

/** The client rejects with the response itself. */
async function answerOf(asked: Promise<unknown>): Promise<Answer> {
  try {
    const answer = await asked;
    // It gives the items of a list alone.
    if (Array.isArray(answer)) return { value: answer };
    return isObject(answer) ? answer : {};
  } catch (error) {
    if (!(error instanceof Response) && !isObject(error)) throw error;
    const { status } = error as { status?: unknown };
    throw Object.assign(new Error(`the answer is ${String(status)}`), { statusCode: status });
  }
}
