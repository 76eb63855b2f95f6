/** What earlier exchanges with a service have shown that bears on a later one. */
export interface Past {
  /** Of a request that the link of an earlier answer led to. */
  readonly walk?: Walk;
  /** The items of the whole list that is asked for, by key, as it was read without any option. */
  readonly list?: ReadonlyMap<string, ListedItem>;
}

/** An item of a list, and whether it keeps to its own type. */
export interface ListedItem {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  readonly broken: boolean;
}

/** The pages of a list that were read before this one, from link to link. */
export interface Walk {
  /** The URL of the request that began it: its options hold for every page. */
  readonly began: string;
  /** The URLs of the pages before. */
  readonly urls: ReadonlySet<string>;
  /** The keys of the items before. */
  readonly keys: ReadonlySet<string>;
  /** How many items came before. */
  readonly items: number;
  /** How many there are, when a page said so. */
  readonly count?: number;
}
