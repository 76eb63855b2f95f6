import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: true });
/** Headings that announce a table of declarations, in words of this reader's own. */
const known =
  /^(?:propert(?:ies|y)\b.*|\w+ properties|relationships?.*|navigation propert.*|methods?|tasks|functions|actions|(?:function |path |query |url )?parameters?\b.*|request body\b.*|(?:optional )?request headers?\b.*|(?:optional )?query param.*|permissions?\b.*|members|\w+ (?:(?:enum(?:eration)?|type) )?(?:values|members|options|enum(?:eration)?(?: type)?))$/i;
const permissions = /^permission type/i;

/** How many fences a page has, and rows below such a heading, as markdown-it sees them. */
export function markdownParts(text: string): { readonly fence: number; readonly row: number } {
  const tokens = markdown.parse(text.replace(/^\uFEFF/, "").replace(/^---\n[\s\S]*?\n---\n/, ""), {});
  const under: string[] = [];
  let fence = 0;
  let row = 0;
  let counts = false;
  let isHead = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "fence") fence++;
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      const heading = tokens[index + 1]?.content ?? "";
      if (!/^\[[^\]]*\]\(#tab/.test(heading)) under.splice(level - 1, under.length, heading);
    }
    if (token.type === "thead_open") isHead = true;
    if (token.type === "thead_close") isHead = false;
    if (token.type === "table_open") {
      const first = tokens.slice(index).find(({ type }) => type === "inline")?.content ?? "";
      counts =
        permissions.test(first) || under.slice(1).some((heading) => known.test((heading ?? "").trim()));
    }
    if (token.type === "tr_open" && !isHead && counts) row++;
  }
  return { fence, row };
}
