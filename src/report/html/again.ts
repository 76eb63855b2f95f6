import type { ShownMessage } from "../../http/show-message.ts";
import type { Judgement } from "../../rules/assertion.ts";
import { type Html, html } from "./escape.ts";

/** How to have just this one again: by our own command, and its request by curl, as far as it is shown. */
export function againText({ kind, source, version, file, subject, request }: Judgement): Html | undefined {
  const own =
    source === "documented"
      ? `graph-conformance verify ${quoted(file)}`
      : source === "tenant" && subject.kind === "operation"
        ? `graph-conformance gate --include ${quoted(subject.id)}`
        : undefined;
  const curl = kind === "exchange" && request ? curlOf(request, version) : undefined;
  const commands = [own, curl].filter((command) => command !== undefined);
  if (commands.length === 0) return undefined;
  return html`<details class="commands"><summary>Just this one again</summary>
${commands.map((command) => html`<pre tabindex="0"><code>${command}</code></pre>`)}</details>`;
}

/** The request as a command of a POSIX shell; the token comes from the environment. */
function curlOf({ text }: ShownMessage, version: string): string {
  const [first = "", ...lines] = text.split("\n");
  const [, method = "GET", target = ""] = /^(\S+)\s+(.*)$/s.exec(first.trim()) ?? [];
  const end = lines.findIndex((line) => line.trim() !== "" && !/^[\w-]+:/.test(line));
  const headers = (end === -1 ? lines : lines.slice(0, end)).filter(
    (line) => line.trim() !== "" && !/^(?:authorization|content-length|host):/i.test(line),
  );
  const body = end === -1 ? "" : lines.slice(end).join("\n").trim();
  const url = /^https?:/i.test(target)
    ? target
    : `https://graph.microsoft.com${/^\/(?:v1\.0|beta)\//i.test(target) ? "" : `/${version}`}${target.startsWith("/") ? "" : "/"}${target}`;
  return [
    `curl${method === "GET" ? "" : ` -X ${quoted(method)}`} ${quoted(url)}`,
    '-H "Authorization: Bearer $GRAPH_TOKEN"',
    ...headers.map((header) => `-H ${quoted(header.trim())}`),
    ...(body === "" ? [] : [`--data ${quoted(body)}`]),
  ].join(" \\\n  ");
}

/** A word of a POSIX shell, in which nothing acts. */
function quoted(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
