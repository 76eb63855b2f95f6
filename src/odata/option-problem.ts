/** Why the value of a query option cannot be read. */
export interface OptionProblem {
  readonly message: string;
  /** Where in the option's value, in UTF-16 units. */
  readonly offset: number;
}
