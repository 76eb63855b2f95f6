import MarkdownIt from "markdown-it";
import type { RuleEntry } from "../report.ts";
import { type Html, html, trustedHtml } from "./escape.ts";
import { Url } from "./url.ts";
import type { View } from "./view.ts";

/** The rule pages of all rules that were applied, each with an anchor. */
export function rulesSection(view: View): Html {
  const { rules } = view.report;
  const render = pageRenderer(new Set(rules.map(({ id }) => id)));
  return html`<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">Rules <span class="count">${rules.length}</span></h2>
<ul class="names index">${rules.map(({ id }) => html`<li>${view.rule(id)}</li>`)}</ul>
${rules.map((rule) => rulePage(rule, render))}
</section>
`;
}

function rulePage({ id, promise, page }: RuleEntry, render: (page: string) => Html): Html {
  const title = `rule-${id}-title`;
  return html`<article class="rulepage" id="${`rule-${id}`}" aria-labelledby="${title}">
<h3 id="${title}">${id}</h3>
${page === "" ? html`<p>${promise}</p>` : render(page)}
</article>
`;
}

/**
 * Rule pages are ours, but are rendered as if they were not: HTML in them is text, images are left out,
 * links lead to a rule of this report or to the web, and nothing carries a style attribute.
 */
function pageRenderer(rules: ReadonlySet<string>): (page: string) => Html {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  markdown.disable("image");
  const shift = 2;
  markdown.core.ruler.push("report", ({ tokens }) => {
    // The title stands above; the headings below it go two levels down, so that the outline holds.
    const first = tokens.findIndex(({ type, tag }) => type === "heading_open" && tag === "h1");
    if (first === 0) tokens.splice(0, 3);
    for (const token of tokens) {
      if (token.type.startsWith("heading")) token.tag = `h${Math.min(Number(token.tag.slice(1)) + shift, 6)}`;
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
      let hidden = false;
      for (const child of token.children ?? []) {
        if (child.type === "link_open") {
          const url = linkTarget(String(child.attrGet("href") ?? ""), rules);
          hidden = url === undefined;
          child.attrs =
            url === undefined
              ? []
              : [
                  ["href", url.href],
                  ["rel", "noreferrer"],
                ];
        }
        if (child.type.startsWith("link") && hidden) child.hidden = true;
      }
    }
  });
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) =>
    tokens[index]?.hidden ? "" : self.renderToken(tokens, index, options);
  markdown.renderer.rules.link_close = (tokens, index, options, _env, self) =>
    tokens[index]?.hidden ? "" : self.renderToken(tokens, index, options);
  markdown.renderer.rules.fence = (tokens, index) => codeBlock(tokens[index]?.content ?? "");
  markdown.renderer.rules.code_block = (tokens, index) => codeBlock(tokens[index]?.content ?? "");
  return (page) => trustedHtml(markdown.render(page));
}

/** `../body/type.md` beside another rule page is that rule's anchor. */
function linkTarget(href: string, rules: ReadonlySet<string>): Url | undefined {
  const rule = /^(?:\.\.\/)?([\w-]+\/[\w-]+)\.md$/.exec(href)?.[1];
  return rule !== undefined && rules.has(rule) ? Url.anchor(`rule-${rule}`) : Url.web(href);
}

function codeBlock(text: string): string {
  return html`<pre tabindex="0"><code>${text}</code></pre>\n`.toString();
}
