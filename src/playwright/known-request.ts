import type { APIRequestContext, APIResponse, Request } from "@playwright/test";

/** What is known of a request, as it was sent. */
export interface SentRequest {
  /** Upper case; absent where nobody said it. */
  readonly method?: string;
  /** Absent where nobody knows them. */
  readonly sent?: readonly (readonly [name: string, value: string])[];
}

type Headers = Readonly<Record<string, string>>;

const requests = new WeakMap<APIResponse, SentRequest>();

/** The request that a response of a remembering context answers; undefined for that of another. */
export function knownRequest(response: APIResponse): SentRequest | undefined {
  return requests.get(response);
}

/**
 * A context for requests that remembers with which method and headers each was sent, since Playwright's responses do not
 * say it. Apart from that it is the given one.
 * @param always the headers that it sends with every request
 */
export function remembering(context: APIRequestContext, always: Headers = {}): APIRequestContext {
  const note = (response: APIResponse, method: string, own: Headers): APIResponse => {
    requests.set(response, { method: method.toUpperCase(), sent: Object.entries({ ...always, ...own }) });
    return response;
  };
  return new Proxy(context, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      if (name === "fetch") {
        return async (asked: string | Request, options: Options = {}) => {
          const { method, headers } = typeof asked === "string" ? {} : ofRequest(asked);
          const response = await target.fetch(asked, options);
          return note(response, options.method ?? method ?? "GET", options.headers ?? headers ?? {});
        };
      }
      if (!isMethod(name)) return member.bind(target);
      return async (url: string, options: Options = {}) =>
        note(await target[name](url, options), name, options.headers ?? {});
    },
  });
}

type Options = NonNullable<Parameters<APIRequestContext["fetch"]>[1]>;

function ofRequest(request: Request): { method: string; headers: Headers } {
  return { method: request.method(), headers: request.headers() };
}

const methods = ["delete", "get", "head", "patch", "post", "put"] as const;

function isMethod(name: string | symbol): name is (typeof methods)[number] {
  return methods.some((method) => method === name);
}
