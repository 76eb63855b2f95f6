import type { Location } from "../base/location.ts";
import type { Edit, Span } from "../base/span.ts";

/** The body of a documented or received message. */
export interface Body {
  readonly text: string;
  /** Where its first character stands. */
  readonly location: Location;
  /** How the text reads as JSON; absent when it is not meant to be JSON. */
  readonly json?: JsonReading;
}

/** A JSON text read tolerantly: what can be read is read, what is wrong is said. */
export interface JsonReading {
  readonly value: unknown;
  readonly problems: readonly JsonProblem[];
  readonly duplicates: readonly DuplicateKey[];
}

export interface JsonProblem {
  /** What the parser calls it; the same in whatever words it is told. */
  readonly kind: string;
  readonly message: string;
  /** What to write, where it is known. */
  readonly advice?: string;
  /** Offset in the body's text. */
  readonly offset: number;
  readonly span: Span;
  /** True when the repair is no guess (a trailing comma, a comment): the value stands as if it were not there. */
  readonly harmless: boolean;
  /** What mends it without a guess, and all behind it where it is the first that stops the reading. */
  readonly edits?: readonly Edit[];
}

export interface DuplicateKey {
  readonly pointer: string;
  /** The second name, with its quotes. */
  readonly span: Span;
}
