/** What an HTML document of ours says of who made it, in its head. */
export const htmlMark = '<meta name="generator" content="graph-conformance">';

/** The title of the annotation that ends the workflow commands of a report. */
export const annotationMark = "graph-conformance";

/** How a text file of ours begins. */
export const textMark = "graph-conformance:";

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
export function isOwnOutput(text: string): boolean {
  return (
    text.startsWith("<!-- graph-conformance ") ||
    text.startsWith(textMark) ||
    text.slice(0, head).includes(htmlMark) ||
    (text.startsWith("::") && annotation.test(text))
  );
}
