import type { GraphVersion } from "../../docs/page.ts";
import { pageName } from "../../docs/page-name.ts";
import {
  type ReceivedMessage,
  requestIn,
  responseBelow,
  type SentMessage,
} from "../../http/received-message.ts";
import type { Exchange, Probe, Source, Unanswered } from "../../rules/exchange.ts";
import type { Purpose } from "./planned-request.ts";
import type { Redaction } from "./redact.ts";

/** Of which service an exchange is, and what of it stays untold. */
export interface ExchangeSetting {
  readonly source: Source;
  readonly version: GraphVersion;
  readonly redaction: Redaction;
}

/** Which promise a request was for, what was sent, and what came of it. */
export interface Happening {
  readonly purpose: Purpose & { readonly probe?: Probe };
  readonly sent: SentMessage;
  readonly outcome: ReceivedMessage | Unanswered;
}

/**
 * Makes an exchange of what went over the wire. Secrets are taken out before a message is read, so that nothing behind
 * this has ever seen one.
 */
export function makeExchange(setting: ExchangeSetting, { purpose, sent, outcome }: Happening): Exchange {
  const { source, version, redaction } = setting;
  const { name, title, file, location, probe } = purpose;
  const transcript = `${source}/${version}/${pageName(file)}/${name}.http`;
  const request = requestIn(transcript, redaction.sent(sent));
  const about = { source, version, name, title, file, location, request, ...(probe ? { probe } : {}) };
  if ("status" in outcome)
    return { ...about, response: responseBelow(request, endToEnd(redaction.received(outcome))) };
  return { ...about, unanswered: { ...outcome, message: redaction.text(outcome.message) } };
}

/** Without the headers that are about the connection alone. */
function endToEnd(message: ReceivedMessage): ReceivedMessage {
  const headers = message.headers.filter(
    ([name]) => !/^(?:connection|keep-alive|transfer-encoding)$/i.test(name),
  );
  return { ...message, headers };
}
