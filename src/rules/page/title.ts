import { spanAt } from "../../base/span.ts";
import { plainText } from "../../docs/markdown/inline.ts";
import { headingSpan } from "../../docs/section.ts";
import { definePageRule } from "../rule.ts";

/** The title of the front matter against the first heading. */
export const pageTitle = definePageRule("page/title", {
  promise: "The title in the front matter is the page's first heading.",
  weighs: { documented: "info" },
  judge({ page }) {
    const heading = page.headings.find(({ level }) => level === 1);
    const title = page.frontMatter.find(({ name }) => name === "title");
    if (!heading || !title || title.value.trim() === "") return "not-applicable";
    const text = plainText(heading.text);
    if (comparable(title.value) === comparable(heading.text)) return [];
    const told = page.flaws.some(
      ({ rule, span }) =>
        (rule === "page/template-text" || rule === "page/front-matter") &&
        (span.start.line === title.location.line || span.start.line === heading.location.line),
    );
    if (told) return "not-applicable";
    return [
      {
        status: "fail",
        message: `the front matter says that the title is ${JSON.stringify(title.value)}, the heading ${JSON.stringify(text)}`,
        span: spanAt(title.location, title.length),
        promise: { span: headingSpan(heading), text: `# ${heading.text}` },
        cause: { id: "page-title" },
      },
    ];
  },
});

/** Blanks, marks and the form of quotation marks are no difference. */
function comparable(text: string): string {
  return plainText(text)
    .replace(/\\(.)/g, "$1")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\*/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
