import { type Html, html } from "./escape.ts";

/** What the keys do; a browser shows it when the script says so. */
export function keysDialog(): Html {
  const keys = [
    ["/", "find"],
    ["j", "next finding"],
    ["k", "finding before"],
    ["n", "next page or exchange"],
    ["p", "page or exchange before"],
    ["?", "these keys"],
  ] as const;
  return html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>
<dl class="keys">${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
<form method="dialog"><button>Close</button></form></dialog>`;
}
