import type { Location } from "../base/location.ts";

/** The flat structure of a page, in reading order; both page dialects are cut into these. */
export type Block = Heading | Fence | Table | Paragraph | Annotation;

export interface Heading {
  readonly kind: "heading";
  readonly level: number;
  readonly text: string;
  /** The fragment that links to this heading, without `#`. */
  readonly anchor: string;
  readonly location: Location;
}

export interface Fence {
  readonly kind: "fence";
  /** The info string, trimmed and lower-cased: `http`, `json`, `msgraph-interactive`, `csharp` or empty. */
  readonly language: string;
  readonly text: string;
  /** Where the first character of `text` stands. Every line of it starts in this column. */
  readonly location: Location;
  /** False when the page ends before the fence does. */
  readonly closed: boolean;
  /** Index into the headings that the fence swallowed, when it is not closed. */
  readonly swallowedHeadings: number;
}

export interface Table {
  readonly kind: "table";
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly location: Location;
}

export interface TableRow {
  /** As many as the header has; what is left over of a ragged row is joined to the last cell. */
  readonly cells: readonly Cell[];
  /** The row as written; of a row that was broken over several lines, the first. */
  readonly text: string;
  readonly location: Location;
}

export interface Cell {
  /** The Markdown source of the cell, trimmed. */
  readonly text: string;
  readonly location: Location;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** The Markdown source, one line of text for each line of the file. */
  readonly text: string;
  readonly location: Location;
}

/** An HTML comment with JSON that says what the block after it is. */
export interface Annotation {
  readonly kind: "annotation";
  /** `request`, `response`, `resource`, `ignored`, ...; empty when the comment does not say. */
  readonly blockType: string;
  /** The comment's members as written, after repair. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What stands between `<!--` and `-->`, as written. */
  readonly text: string;
  /** Where the comment begins. */
  readonly location: Location;
}

export interface BoundAnnotation extends Annotation {
  /** The fence that it describes. */
  readonly fence?: Fence;
}
