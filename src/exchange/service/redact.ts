import type { ReceivedMessage, SentMessage } from "../../http/received-message.ts";

/** Takes out of messages what signs somebody in. What is left says "…" in its place. */
export interface Redaction {
  readonly text: (text: string) => string;
  readonly sent: (message: SentMessage) => SentMessage;
  readonly received: (message: ReceivedMessage) => ReceivedMessage;
  /** From now on another secret is concealed, too. */
  readonly learn: (secret: string) => void;
}

/**
 * Conceals tokens wherever they stand, be it encoded for a URL or escaped in JSON, and beside them all that carries
 * credentials by its kind: the headers that do, cookies, and what looks like a signed token of somebody else (JWT,
 * RFC 7519).
 */
export function redaction(secrets: readonly string[]): Redaction {
  const known = new Set<string>();
  const conceals = [concealJwt];
  const learn = (secret: string) => {
    if (secret.trim() === "" || known.has(secret)) return;
    known.add(secret);
    conceals.unshift(concealing(secret));
  };
  secrets.forEach(learn);
  const text = (given: string) => conceals.reduce((left, conceal) => conceal(left), given);
  const headersOf = (headers: SentMessage["headers"]) =>
    headers
      .filter(([name]) => !/^set-cookie2?$/i.test(name))
      .map(([name, value]) => [name, credentials(name, value) ?? text(value)] as const);
  return {
    text,
    sent: ({ body, ...message }) => ({
      ...message,
      url: text(message.url),
      headers: headersOf(message.headers),
      ...(body === undefined ? {} : { body: text(body) }),
    }),
    received: (message) => ({
      ...message,
      reason: text(message.reason),
      headers: headersOf(message.headers),
      body: text(message.body),
    }),
    learn,
  };
}

/** Of a header that carries credentials nothing is left but the scheme. */
function credentials(name: string, value: string): string | undefined {
  if (/^cookie2?$/i.test(name)) return "…";
  if (!/^(?:proxy-)?authorization$/i.test(name)) return undefined;
  const [, scheme = ""] = /^\s*([\w-]+\s)/.exec(value) ?? [];
  return `${scheme}…`;
}

/** From this length on a text does not stand anywhere by chance. */
const telling = 16;
/** From this length on a word is rarely there by chance. */
const word = 8;

/**
 * Conceals one secret as a whole. A short one may be part of any word: it is concealed only where it is a word of its
 * own, and a very short one (or a number) only where something says that it is a token.
 */
function concealing(secret: string): (text: string) => string {
  const written = [...secret].map(writings).join("");
  const length = /\D/.test(secret) ? secret.length : 0;
  const pattern = new RegExp(
    length >= telling
      ? written
      : `${length >= word ? begins : `${saysToken}${separator}{1,8})`}${written}(?![\\w-])`,
    "g",
  );
  // Most texts hold no secret, and to look for the part that is always written as it is takes less time.
  const [longest = ""] = (secret.match(/[\w.~-]+/g) ?? []).sort((one, other) => other.length - one.length);
  return (text) => (text.includes(longest) ? text.replace(pattern, "…") : text);
}

const separator = String.raw`(?:[\s:=+"'\\]|%(?:25)*(?:20|22|27|3[ADad]))`;
const saysToken = "(?<=(?:[Bb]earer|BEARER|[Tt]oken)";
/** The start of a word, also behind what is encoded: `%22`, `\n`, `\u0022`. */
const begins = String.raw`(?:(?<![\w-])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;

/** How a character may be written: as it is, encoded for a URL (once or more), or escaped in JSON. */
function writings(character: string): string {
  if (/[\w.~-]/.test(character)) return character === "." ? "\\." : character;
  const plain = character.replace(/[\\^$*+?.()|[\]{}/]/, "\\$&");
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return `(?:\\\\?${plain}|%(?:25)*${anyCase(code.slice(2))}|\\\\u${anyCase(code)})`;
}

/** Hexadecimal digits in either case. */
function anyCase(digits: string): string {
  return digits.replace(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);
}

function concealJwt(text: string): string {
  return text.includes("eyJ") ? text.replace(/eyJ[\w-]+\.eyJ[\w-]+(?:\.[\w-]*)?/g, "…") : text;
}
