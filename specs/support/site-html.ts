import MarkdownIt from "markdown-it";

export interface SiteHtmlOptions {
  readonly folder: "api" | "resources";
  readonly name: string;
  readonly version?: string;
  /** `saved`: what a browser saves once the site's scripts have run; else what the server sends. */
  readonly form?: "sent" | "saved";
  /** Without the annotations, which the site keeps as comments. */
  readonly bare?: boolean;
}

const notes = /<blockquote>\n<p>\[!(NOTE|TIP|IMPORTANT|CAUTION|WARNING)\]\s*([\s\S]*?)<\/blockquote>/g;
const tabTitle = /<h1 id="[^"]*"><a href="#tab\/([^"]*)"[^>]*>([^<]*)<\/a><\/h1>\n/;

/** A page's Markdown as learn.microsoft.com renders it, in the site's frame; includes are left out. */
export function siteHtml(markdown: string, options: SiteHtmlOptions): string {
  const { folder, name, version = "v1.0" } = options;
  const [, matter = "", text = ""] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(markdown) ?? [];
  const docType = /^doc_type: *"?(\w+)/m.exec(matter)?.[1] ?? "";
  const bare = text.replace(/\[!INCLUDE[^\]]*\]\([^)]*\)\]/gi, "");
  const body = rendered(options.bare ? bare.replace(/<!--[\s\S]*?-->/g, "") : bare, options);
  const title = /<h1[\s\S]*?<\/h1>\n/.exec(body)?.[0] ?? "";
  const view = `graph-rest-${version.replace("v", "")}`;
  const url = `https://learn.microsoft.com/en-us/graph/api/${folder === "api" ? "" : "resources/"}${name}?view=${view}`;
  return [
    "<!DOCTYPE html>",
    ...(options.form === "saved" ? [`<!-- saved from url=(0090)${url} -->`] : []),
    `<html lang="en-us">\n<head>\n<title>x - Microsoft Graph ${version} | Microsoft Learn</title>`,
    `<meta charset="utf-8" />\n<link rel="canonical" href="${url}" />`,
    `<meta name="doc_type" content="${docType}" />\n<meta name="monikers" content="${view}" />`,
    '<script>var msDocs = { "title": "<h2>Properties</h2>" };</script>\n</head>\n<body>',
    '<header><a href="#main">Skip to main content</a></header>\n<main id="main" role="main">',
    `<div class="content">${title}</div>`,
    '<nav id="center-doc-outline" class="doc-outline"><h2>In this article</h2></nav>',
    `<div hidden><h2>Note</h2></div>\n<div class="content">${body.replace(title, "")}</div>`,
    "<section><h2>Feedback</h2>\n<p>Was this page helpful?</p></section>\n</main>",
    "<footer><ul><li>Terms</li></ul></footer>\n</body>\n</html>\n",
  ].join("\n");
}

function rendered(text: string, { folder, version = "v1.0", form }: SiteHtmlOptions): string {
  const md = new MarkdownIt({ html: true });
  const seen = new Map<string, number>();
  md.renderer.rules.fence = (tokens, index) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const language = info.trim().toLowerCase().replace("msgraph-interactive", "msgraph");
    const code = md.utils.escapeHtml(content).replaceAll("&quot;", '"');
    if (form !== "saved") return `<pre><code class="lang-${language}">${code}</code></pre>\n`;
    const coloured = code.replace(/"[^"\n]*"/g, (string) => `<span class="hljs-string">${string}</span>`);
    return `<div class="codeHeader"><span class="language">${language}</span><button>Copy</button></div><pre tabindex="0"><code class="lang-${language}"><span>${coloured}</span></code></pre>\n`;
  };
  md.renderer.rules.heading_open = (tokens, index) => {
    const title = tokens[index + 1]?.content ?? "";
    const plain = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
    const count = seen.get(plain) ?? 0;
    seen.set(plain, count + 1);
    return `<${tokens[index]?.tag} id="${count === 0 ? plain : `${plain}-${count}`}">`;
  };
  md.renderer.rules.link_open = (tokens, index, options, _, self) => {
    const token = tokens[index];
    const target = token?.attrGet("href") ?? "";
    token?.attrSet("href", onSite(String(target), folder, version, form));
    return self.renderToken(tokens, index, options);
  };
  const notesRendered = md.render(text).replace(notes, (_, kind: string, rest: string) => {
    const label = kind.charAt(0) + kind.slice(1).toLowerCase();
    return `<div class="${kind}">\n<p>${label}</p>\n<p>${rest.trimStart()}</div>`;
  });
  return withTabs(notesRendered);
}

/** `../resources/run.md#properties` as the site writes it, seen from a page of the folder. */
function onSite(target: string, folder: string, version: string, form: string | undefined): string {
  const [, path, anchor = ""] = /^((?:[\w-]+|\.\.)[\w./-]*)\.md(#.*)?$/.exec(target) ?? [];
  if (path === undefined) return target.startsWith("/graph/") ? `/en-us${target}` : target;
  const full = path.startsWith("../") ? path.slice(3) : `${folder}/${path}`;
  const there = full.replace(/^api\//, "");
  const query = `?view=graph-rest-${version.replace("v", "")}${anchor}`;
  if (form === "saved") return `https://learn.microsoft.com/en-us/graph/api/${there}${query}`;
  if (folder === "api") return there + query;
  return (there.startsWith("resources/") ? there.slice("resources/".length) : `../${there}`) + query;
}

/** Each group of tabs, up to the line across the page. */
function withTabs(html: string): string {
  let group = 0;
  return html.replace(
    new RegExp(`(?:${tabTitle.source}(?:(?!${tabTitle.source}|<hr>)[\\s\\S])*)+<hr>`, "g"),
    (tabs) => {
      group++;
      const parts = tabs
        .replace(/<hr>$/, "")
        .split(new RegExp(`(?=${tabTitle.source.replaceAll("(", "(?:")})`));
      const panels = parts.map((part) => {
        const [title = "", id = "", label = ""] = tabTitle.exec(part) ?? [];
        return { id, label, body: part.slice(title.length) };
      });
      const list = panels.map(
        ({ id, label }) =>
          `<li role="presentation">\n<a href="#tabpanel_${group}_${id}" role="tab" data-tab="${id}">${label}</a>\n</li>`,
      );
      const sections = panels.map(
        ({ id, body }, index) =>
          `<section id="tabpanel_${group}_${id}" role="tabpanel" data-tab="${id}"${index === 0 ? "" : ' hidden="hidden"'}>\n${body}</section>`,
      );
      return `<div class="tabGroup" id="tabgroup_${group}">\n<ul role="tablist">\n${list.join("\n")}\n</ul>\n${sections.join("\n")}\n</div>`;
    },
  );
}
