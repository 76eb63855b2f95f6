import type { AnnotationValue } from "./metadata.ts";
import type { XmlElement } from "./read-xml.ts";

/** The attributes that hold the value of an annotation; all but `Bool` as text. */
const constants = new Set([
  "String",
  "Bool",
  "EnumMember",
  "PropertyPath",
  "NavigationPropertyPath",
  "Path",
  "Date",
  "DateTimeOffset",
  "Int",
  "Decimal",
  "Duration",
  "Float",
  "Guid",
  "TimeOfDay",
  "AnnotationPath",
  "UrlRef",
]);

/** An element of an annotation's expression that is not closed yet. */
export interface AnnotationFrame {
  readonly element: XmlElement;
  readonly items?: AnnotationValue[];
  readonly record?: Record<string, AnnotationValue>;
  value?: AnnotationValue;
  text: string;
}

/** A new element of an expression: `<Annotation>` itself, or one below it. */
export function annotationFrame(element: XmlElement): AnnotationFrame {
  const { name, attributes } = element;
  if (name === "Collection") return { element, text: "", items: [] };
  if (name === "Record") return { element, text: "", record: {} };
  for (const constant in attributes) {
    const written = attributes[constant] ?? "";
    if (constants.has(constant))
      return { element, text: "", value: constant === "Bool" ? written === "true" : written };
  }
  return { element, text: "" };
}

/** Whether the value of an element is the text in it: `<EnumMember>`, `<String>`. */
export function isTextual({ name }: XmlElement): boolean {
  return constants.has(name);
}

/** What a closed element is worth; an annotation without a value says that its term holds. */
export function valueOfFrame({ element, items, record, value, text }: AnnotationFrame): AnnotationValue {
  const written = text.trim();
  if (element.name === "Bool") return written === "true";
  return items ?? record ?? value ?? (written === "" ? true : written);
}

/** Puts the value of a closed element into the one around it. */
export function giveValue(outer: AnnotationFrame, inner: AnnotationFrame): void {
  // An annotation of a record says nothing of what the record is about.
  if (inner.element.name === "Annotation") return;
  const value = valueOfFrame(inner);
  if (outer.items) outer.items.push(value);
  else if (outer.record) setOwn(outer.record, inner.element.attributes.Property ?? "", value);
  else outer.value = value;
}

function setOwn(record: Record<string, AnnotationValue>, name: string, value: AnnotationValue): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
