// A process of a user of the service: it trusts the certificate that NODE_EXTRA_CA_CERTS names, and knows only
// Microsoft's own packages. It does what it is told by message, one call at a time.
import { ConfidentialClientApplication } from "@azure/msal-node";
import {
  AuthenticationHandler,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  HTTPMessageHandler,
  PageIterator,
  ResponseType,
} from "@microsoft/microsoft-graph-client";

const scopes = ["https://graph.microsoft.com/.default"];
let graph;
let impatient;

const calls = {
  /** Signs an application in with MSAL, and makes the Graph client of its token. */
  async signIn({ origin, tenant, knownAuthorities = [new URL(origin).host], ...credential }) {
    const authority = `${origin}/${tenant}`;
    const auth = {
      clientId: "11111111-2222-4333-8444-555555555555",
      authority,
      knownAuthorities,
      ...credential,
    };
    const application = new ConfidentialClientApplication({ auth });
    const { accessToken, tokenType, expiresOn } = await application.acquireTokenByClientCredential({
      scopes,
    });
    const authProvider = { getAccessToken: () => Promise.resolve(accessToken) };
    const settings = { baseUrl: `${origin}/`, customHosts: new Set([new URL(origin).hostname]) };
    graph = Client.initWithMiddleware({ ...settings, authProvider });
    // The same client without its own retries.
    const first = new AuthenticationHandler(authProvider);
    first.setNext(new HTTPMessageHandler());
    impatient = Client.initWithMiddleware({ ...settings, middleware: first });
    const claims = JSON.parse(Buffer.from(accessToken.split(".")[1], "base64url").toString());
    return { tokenType, claims, seconds: Math.round((expiresOn.getTime() - Date.now()) / 1000) };
  },

  /** Makes a Graph client of a token that it is given. */
  useToken({ origin, token, host }) {
    const authProvider = { getAccessToken: () => Promise.resolve(token) };
    const customHosts = new Set([host ?? new URL(origin).hostname]);
    graph = Client.initWithMiddleware({ baseUrl: `${origin}/`, customHosts, authProvider });
  },

  get: (asked) => requestOf(graph, asked).get(),

  delete: (asked) => requestOf(graph, asked).delete(),

  post: ({ body, ...asked }) => requestOf(graph, asked).post(body),

  patch: ({ body, ...asked }) => requestOf(graph, asked).patch(body),

  /** The whole response: its status, its headers and its text. */
  async getRaw({ retries = true, ...asked }) {
    const response = await requestOf(retries ? graph : impatient, asked)
      .responseType(ResponseType.RAW)
      .get();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  },

  /** Walks through all pages, and tells what of every item is wanted of it. */
  async iterate({ property, limit = Number.POSITIVE_INFINITY, ...asked }) {
    const values = [];
    const first = await requestOf(graph, asked).get();
    const iterator = new PageIterator(graph, first, (item) => {
      values.push(item[property]);
      return values.length < limit;
    });
    await iterator.iterate();
    return { values, complete: iterator.isComplete() };
  },

  /** Sends requests as one batch; the answers are those of the batch, in the order of their ids. */
  async batch({ version, steps }) {
    const content = new BatchRequestContent(
      steps.map(({ id, url, method = "GET", headers = {}, dependsOn }) => ({
        id,
        request: new Request(`https://graph.microsoft.com${url}`, { method, headers }),
        ...(dependsOn ? { dependsOn } : {}),
      })),
    );
    const response = await graph
      .api("/$batch")
      .version(version)
      .post(await content.getContent());
    const answers = [...new BatchResponseContent(response).getResponses()];
    const read = async ([id, answer]) => {
      const text = await answer.text();
      return { id, status: answer.status, body: text === "" ? null : JSON.parse(text) };
    };
    return (await Promise.all(answers.map(read))).sort((one, other) => (one.id < other.id ? -1 : 1));
  },
};

function requestOf(client, { path, version = "v1.0", query = {}, headers = {} }) {
  const request = client.api(path).version(version).headers(headers);
  for (const [option, value] of Object.entries(query)) request[option](value);
  return request;
}

process.on("message", async ({ id, call, input }) => {
  try {
    process.send({ id, value: (await calls[call](input)) ?? null });
  } catch (error) {
    const { name, message, statusCode, code, errorCode, errorNo } = error;
    process.send({ id, error: { name, message, statusCode, code: code ?? errorCode, errorNo } });
  }
});
process.on("disconnect", () => process.exit());
process.send({ ready: true });
