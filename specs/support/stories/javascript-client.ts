import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  FileUpload,
  type GraphRequest,
  LargeFileUploadTask,
  type Middleware,
  MiddlewareFactory,
  ResponseType,
} from "@microsoft/microsoft-graph-client";
import { isObject } from "../../../src/base/is-object.ts";
import type { BatchCaller } from "./batch.ts";
import type { FileCaller } from "./files.ts";
import { type Answer, type Asked, type Headed, NotOffered } from "./teller.ts";

/** Microsoft's JavaScript client, of one who has that token. */
export function javascriptClient(origin: string, token: string): BatchCaller & FileCaller {
  const client = Client.initWithMiddleware({ baseUrl: `${origin}/`, middleware: signing(token) });
  const raw = (path: string) => client.api(path).responseType(ResponseType.RAW);
  // A link of `http` it would take for the beginning of a path.
  const below = (path: string) => path.replace(`${origin}/v1.0`, "");
  const asking = (path: string, headers: Headed = {}) => client.api(path).headers(headers);
  return {
    get: async (path, asked) => answerOf(await requestOf(client, below(path), asked).get()),
    post: async (path, body, headers) => answerOf(await asking(path, headers).post(body)),
    patch: async (path, body, headers) => answerOf(await asking(path, headers).patch(body)),
    put: async (path, body, headers) => answerOf(await asking(path, headers).put(body)),
    delete: async (path, headers) => answerOf(await asking(path, headers).delete()),
    read: async (path) => String(await client.api(path).responseType(ResponseType.TEXT).get()),
    write: async (path, text) =>
      answerOf(await client.api(path).header("Content-Type", "text/plain").put(text)),
    async upload(path, name, bytes) {
      // It takes `http:` for the beginning of a path.
      if (!origin.startsWith("https:")) throw new NotOffered("an address of http");
      const session = answerOf(await client.api(path).post({ item: { name } }));
      const task = new LargeFileUploadTask(
        client,
        new FileUpload(new Uint8Array(bytes), name, bytes),
        { url: String(session.uploadUrl), expiry: new Date(String(session.expirationDateTime)) },
        { rangeSize: 327_680 },
      );
      return answerOf((await task.upload()).responseBody);
    },
    async begin(path, body) {
      const response: Response = await raw(path).post(body);
      return { status: response.status, location: response.headers.get("location") };
    },
    async batch(requests) {
      const content = new BatchRequestContent(
        requests.map(({ method, path, body }, index) => ({
          id: String(index),
          request: new Request(`https://graph.microsoft.com${path}`, {
            method,
            ...(body === undefined
              ? {}
              : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
          }),
          ...(index === 0 ? {} : { dependsOn: [String(index - 1)] }),
        })),
      );
      const answers = new BatchResponseContent(await client.api("/$batch").post(await content.getContent()));
      return requests.map((_, index) => answers.getResponseById(String(index)).status);
    },
  };
}

/** The client's own chain; its first handler would sign requests to `https` hosts alone. */
function signing(token: string): Middleware[] {
  const [, ...others] = MiddlewareFactory.getDefaultMiddlewareChain({ getAccessToken: async () => token });
  let next: Middleware | undefined;
  const sign: Middleware = {
    async execute(context) {
      const headers = new Headers(context.options?.headers);
      headers.set("Authorization", `Bearer ${token}`);
      context.options = { ...context.options, headers: Object.fromEntries(headers) };
      await next?.execute(context);
    },
    setNext: (handler) => {
      next = handler;
    },
  };
  return [sign, ...others];
}

function requestOf(client: Client, path: string, { query = {}, headers = {} }: Asked = {}): GraphRequest {
  const request = client.api(path).headers(headers);
  for (const [option, value] of Object.entries(query))
    request.query({
      [/^(?:select|filter|search|top|expand|orderby|count)$/.test(option) ? `$${option}` : option]: value,
    });
  return request;
}

function answerOf(body: unknown): Answer {
  return isObject(body) ? body : {};
}
