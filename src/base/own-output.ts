/** What an HTML document of ours says of who made it, in its head. */
export const htmlMark = '<meta name="generator" content="graph-conformance">';

/** The title of the annotation that ends the workflow commands of a report. */
export const annotationMark = "graph-conformance";

const text = "graph-conformance:";

/** The first line of a text file of ours. */
export function textMark(what: string): string {
  return `${text} ${what}`;
}

/** The first line of a Markdown file of ours; nothing of it is shown. */
export function markdownMark(what: string): string {
  return `<!-- graph-conformance ${what} -->`;
}

/** Where an HTML document has its mark: before its style. */
const head = 2048;
const annotation = new RegExp(`^::notice title=${annotationMark}::`, "m");

/**
 * Whether a file that may have the name of a page is one that a command wrote, wherever it lies: reports are kept beside
 * the pages that they are of, and quote them.
 */
export function isOwnOutput(content: string): boolean {
  return (
    content.startsWith("<!-- graph-conformance ") ||
    content.startsWith(text) ||
    content.slice(0, head).includes(htmlMark) ||
    (content.startsWith("::") && annotation.test(content))
  );
}
