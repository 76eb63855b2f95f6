import { SaxesParser } from "saxes";
import { UsageError } from "../base/usage-error.ts";

export interface XmlElement {
  /** Without its prefix: the vocabularies of CSDL share no name. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is told of a document while it is read. */
export interface XmlVisitor {
  /** True asks for the text in the element, of which most documents hold nothing but blanks: telling it costs time. */
  open(element: XmlElement): boolean;
  text(text: string): void;
  /** The element that was opened last and not yet closed ends. */
  close(): void;
}

/**
 * Reads an XML document from its first element to its last, telling the visitor.
 *
 * @throws UsageError with the place where the text is no XML, or ends too early.
 */
export function readXml(text: string, file: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser<Record<never, never>>();
  let line = 1;
  let column = 1;
  parser.on("error", ({ message }) => {
    const [, row = "1", at = "0", what = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    throw new UsageError(`${file}:${row}:${Number(at) + 1} is no XML: ${what.replace(/\.$/, "")}`);
  });
  parser.on("opentagstart", ({ name }) => {
    line = parser.line;
    column = Math.max(1, parser.columnIndex - name.length - 1);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (visitor.open({ name: localName(name), attributes, file, line, column }))
      parser.on("text", (piece) => visitor.text(piece));
  });
  parser.on("cdata", (piece) => visitor.text(piece));
  parser.on("closetag", () => {
    parser.off("text");
    visitor.close();
  });
  parser.write(text).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
