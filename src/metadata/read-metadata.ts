import { UsageError } from "../base/usage-error.ts";
import {
  type AnnotationFrame,
  annotationFrame,
  giveValue,
  isTextual,
  valueOfFrame,
} from "./annotation-value.ts";
import type { AnnotationValue, Metadata } from "./metadata.ts";
import { otherDocument } from "./other-document.ts";
import { namesIn } from "./qualify-names.ts";
import { declarationReader, noRecords, required } from "./read-declarations.ts";
import { readXml } from "./read-xml.ts";

/**
 * Reads a CSDL document (OData CSDL XML 4.01). Annotations are resolved by what they target, wherever they stand.
 *
 * @throws UsageError where the text is no XML, is cut off, is another document, or lacks a name that it needs.
 */
export function readMetadata(text: string, file: string): Metadata {
  const other = otherDocument(text);
  if (other !== undefined) throw new UsageError(`${file} ${other}`);
  const names = namesIn(text);
  const reader = declarationReader(names);
  const annotations = noRecords<Record<string, AnnotationValue>>();
  /** What annotations call each of the open elements: `microsoft.graph.user`, `/manager`. */
  const path: string[] = [];
  /** The open elements of an annotation. */
  const frames: AnnotationFrame[] = [];

  readXml(text, file, {
    open(element) {
      if (path.length === 0 && element.name !== "Edmx") {
        throw new UsageError(`${file} is no CSDL: it begins with <${element.name}>, not with <edmx:Edmx>`);
      }
      const { Version: version = "4.0" } = element.attributes;
      if (path.length === 0 && !version.startsWith("4."))
        throw new UsageError(`${file} is CSDL of OData ${version}; only that of 4.0 and later is read`);
      if (frames.length > 0 || element.name === "Annotation") {
        frames.push(annotationFrame(element));
        path.push("");
        return isTextual(element);
      }
      path.push(reader.begin(element));
      return false;
    },
    text(piece) {
      const frame = frames.at(-1);
      if (frame) frame.text += piece;
    },
    close() {
      path.pop();
      const frame = frames.pop();
      const outer = frames.at(-1);
      if (frame && outer) giveValue(outer, frame);
      else if (frame) annotate(targetAt(path), frame);
    },
  });
  const declarations = reader.declarations();
  if (Object.keys(declarations.types).length === 0) {
    throw new UsageError(`${file} is no metadata of Graph: it declares no type`);
  }
  return { file, ...declarations, annotations };

  function annotate(target: string, frame: AnnotationFrame): void {
    const { element } = frame;
    const term = names.qualified(required(element, "Term"));
    const known = annotations[target];
    const value = valueOfFrame(frame);
    if (!known) annotations[target] = { [term]: value };
    // A qualified annotation is another view of the same term: the plain one counts.
    else if (element.attributes.Qualifier === undefined || !Object.hasOwn(known, term)) known[term] = value;
  }
}

/** The qualified name that stands last, with the parts behind it. */
function targetAt(path: readonly string[]): string {
  const start = path.findLastIndex((name) => name !== "" && !name.startsWith("/"));
  return path.slice(Math.max(0, start)).join("");
}
