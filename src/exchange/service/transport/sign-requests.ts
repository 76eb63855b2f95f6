import { isObject } from "../../../base/is-object.ts";
import { UsageError } from "../../../base/usage-error.ts";
import type { ReceivedMessage } from "../../../http/received-message.ts";
import { NotSent, type Transport } from "./transport.ts";

/** Where the tokens come from that sign requests. */
export interface TokenSource {
  /** The token by now. @throws UsageError saying why there is none */
  token(): Promise<string>;
  /** Another one, after the service refused it; the same when there is no other. @throws UsageError */
  renew(): Promise<string>;
  /** Who signs in, and where; no secret. */
  readonly describes: string;
}

/** What stands in a message in place of the token that it is to be signed with. */
export const unsigned = "Bearer ";

/** A transport that signs what it carries. */
export interface SigningTransport {
  readonly transport: Transport;
  /** @throws UsageError when the service refused every token. */
  verify(): void;
}

/** So many refusals, and nothing else, say that no answer is to be had with these tokens. */
const enough = 3;
/** So many tokens in a row that were refused like the one before say that the service does so whatever they are. */
const inVain = 3;

/**
 * Signs what is marked so, and sends it once more with another token where the service refuses the one that it got.
 * Requests that are refused at the same time share one renewal, and a token that was never any good is not renewed.
 * @param seen told of each token before it is sent
 */
export function signRequests(
  transport: Transport,
  origin: string,
  tokens: TokenSource,
  seen: (token: string) => void,
): SigningTransport {
  const state = { had: false, accepted: false, refused: 0, vain: 0, why: "" };
  let current: string | undefined;
  let renewal: Promise<string> | undefined;

  async function tokenBy(get: () => Promise<string>): Promise<string> {
    try {
      const token = await get();
      seen(token);
      state.had = true;
      current = token;
      return token;
    } catch (error) {
      // Where some answers are known already, they are worth more than an end.
      if (state.had && error instanceof UsageError) throw new NotSent("no-credentials", error.message);
      throw error;
    }
  }

  /** The token after one that was refused; nothing where there is no other. */
  async function tokenAfter(refused: string): Promise<string | undefined> {
    if (current !== refused) return current;
    if (renewal === undefined) {
      if (state.vain >= (state.accepted ? inVain : 1)) return undefined;
      state.vain++;
      renewal = tokenBy(() => tokens.renew()).finally(() => {
        renewal = undefined;
      });
    }
    const next = await renewal;
    return next === refused ? undefined : next;
  }

  function note(received: ReceivedMessage): boolean {
    const refused = isRefusedToken(received);
    if (!refused) {
      // Who may not, or looks for what is not there, is somebody.
      state.accepted ||= received.status < 400 || received.status === 403 || received.status === 404;
      return false;
    }
    state.why = whyRefused(received);
    if (state.why === outdated) throw new UsageError(`${origin} refuses the token: ${outdated}`);
    return true;
  }

  const giveUp = (): never => {
    throw new UsageError(`${origin} refuses the token: ${state.why}`);
  };

  return {
    async transport(url, message, signal) {
      if (message.headers.Authorization !== unsigned) return transport(url, message, signal);
      if (url.origin !== origin) throw new Error(`no token goes to ${url.host}`);
      const send = (token: string) => {
        const headers = { ...message.headers, Authorization: `Bearer ${token}` };
        return transport(url, { ...message, headers }, signal);
      };
      const token = await unlessStopped(renewal ?? tokenBy(() => tokens.token()), signal);
      const received = await send(token);
      if (!note(received)) return received;
      const next = await unlessStopped(tokenAfter(token), signal);
      if (next !== undefined) {
        const again = await send(next);
        if (!note(again)) {
          state.vain = 0;
          return again;
        }
      }
      if (++state.refused >= enough && !state.accepted) giveUp();
      return received;
    },
    verify() {
      if (!state.accepted && state.refused > 0) giveUp();
    },
  };
}

/** Who signs in may not know the signal, and a program that is asked for a token may hang. */
function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Tokens that are what they are, such as one that somebody pasted. */
export function givenToken(token: string, describes = "a token"): TokenSource {
  return { token: async () => token, renew: async () => token, describes };
}

/** RFC 6750 section 3.1, and Graph's own way to say it. */
function isRefusedToken({ status, headers, body }: ReceivedMessage): boolean {
  if (status !== 401) return false;
  const challenges = headers.filter(([name]) => /^www-authenticate$/i.test(name)).map(([, value]) => value);
  return challenges.some((value) => /\berror="?invalid_token\b/i.test(value)) || codeIn(body) === refusal;
}

const refusal = "InvalidAuthenticationToken";
const outdated =
  "it was created under policies that have changed since, so that somebody has to sign in anew for another";

function codeIn(body: string): unknown {
  if (!body.includes(refusal)) return undefined;
  try {
    const { error }: { error?: unknown } = JSON.parse(body);
    return isObject(error) ? error.code : undefined;
  } catch {
    return undefined;
  }
}

/** In words of our own: an answer may hold anything. */
function whyRefused({ body, headers }: ReceivedMessage): string {
  const said = `${body} ${headers.map(([, value]) => value).join(" ")}`;
  if (/outdated policies|TokenCreatedWithOutdatedPolicies/i.test(said)) return outdated;
  if (/expired|lifetime/i.test(said)) return "it is expired";
  if (/audience/i.test(said)) return "it is for another service than Graph";
  if (/signature/i.test(said)) return "its signature is not that of who signs in to it";
  return "it is not valid there";
}
