/** What earlier exchanges with a service have shown that bears on a later one. */
export interface Past {
  /** Of a request that the link of an earlier answer led to. */
  readonly walk?: Walk;
  /** The items of the whole list that is asked for, by key, as it was read without any option. */
  readonly list?: ReadonlyMap<string, ListedItem>;
  /** How many items the whole list has, as `$count=true` alone has said. */
  readonly count?: number;
  /** The whole list in the same order the other way round, where it was asked for nothing else. */
  readonly reverse?: OrderedItems;
  /** What became of the list and its count behind this exchange; absent where nobody has read them again. */
  readonly again?: "same" | "changed";
}

/** An item of a list, and whether it keeps to its own type. */
export interface ListedItem {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  readonly broken: boolean;
}

/** A whole list that came in order by one key. */
export interface OrderedItems {
  /** The texts by which it is in order, each once, as they came, with the place where each came first. */
  readonly values: ReadonlyMap<string, string>;
  /** Every item with its text, however they are sorted. */
  readonly items: readonly string[];
}

/** What came before. */
export interface Seen {
  readonly size: number;
  has(value: string): boolean;
  values(): readonly string[];
}

/** The pages of a list that were read before this one, from link to link. */
export interface Walk {
  /** The URL of the request that began it: its options hold for every page. */
  readonly began: string;
  /** The URLs of the pages before. */
  readonly urls: Seen;
  /** The keys of the items before. */
  readonly keys: Seen;
  /** How many items came before. */
  readonly items: number;
  /** How many there are, when a page said so. */
  readonly count?: number;
  /** The items so far, by key, of a list that is read without any option. */
  readonly listed?: Map<string, ListedItem>;
}
