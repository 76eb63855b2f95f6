import { STATUS_CODES } from "node:http";
import type { Page } from "../../docs/page.ts";
import type { HttpResponse } from "../../http/http-message.ts";
import { citedResponse } from "../cited.ts";
import type { ExchangeContext, Verdicts } from "../rule.ts";

/** A response on a page that has no status line; a body that is shown for itself needs none. */
export function withoutStatusLine(context: ExchangeContext): Verdicts {
  const { response, page, promising } = context;
  if (!page || !isMessage(response, page)) return "not-applicable";
  const { startLine: span } = response;
  const successes = promising?.responses.filter(({ status }) => status < 400) ?? [];
  const [promise, ...others] = successes;
  const sure = others.length === 0 ? promise?.status : undefined;
  const line =
    sure === undefined ? "HTTP/1.1 200 OK" : `HTTP/1.1 ${sure} ${STATUS_CODES[sure] ?? ""}`.trimEnd();
  const message =
    sure === undefined
      ? `the response has no status line, as "${line}" is one`
      : `the response has no status line; by what the page promises it is "${line}"`;
  const at = { ...span, end: span.start };
  return [
    {
      status: "fail",
      severity: "warning",
      message,
      span,
      promise: citedResponse(promise),
      fix:
        sure === undefined || !isReadable(response)
          ? undefined
          : { edits: [{ span: at, text: `${line}\n` }] },
    },
  ];
}

/** Above what is no JSON a status line mends nothing. */
function isReadable({ body }: HttpResponse): boolean {
  return (body?.json?.problems ?? []).every(({ harmless }) => harmless);
}

/** Headers without a body above them are no body, and what stands in HTTP is none either. */
function isMessage(response: HttpResponse, page: Page): boolean {
  if (response.headers.length > 0) return true;
  const shown = page.examples.find(({ response: other }) => isSame(other?.message, response))?.response;
  return /^(?:http|msgraph-interactive)$/i.test(shown?.fence.language ?? "");
}

function isSame(one: HttpResponse | undefined, { startLine }: HttpResponse): boolean {
  return one?.startLine.start.line === startLine.start.line;
}
