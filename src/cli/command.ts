/** Where a command writes and what it knows of the outside. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** One line that replaces itself; writes nothing where nobody watches. */
  readonly progress: (text: string) => void;
  /** A line of its own for a log that nobody watches; absent where the progress is shown. */
  readonly log?: (line: string) => void;
  /** Empties the screen; absent where nobody sees one. */
  readonly clear?: () => void;
  readonly colour: boolean;
  /** How many characters a line has room for; 80 unless said. */
  readonly columns?: number;
  readonly now: Date;
  /** The built program of the thread that reads one side of a comparison; absent where none is wanted. */
  readonly sideThread?: URL;
  /** Resolves when the user, or the system, asks the program to end. */
  readonly interrupted: () => Promise<void>;
}

export interface Command {
  readonly name: string;
  /** How it is called, behind the tool's name. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly CommandOption[];
  /** Lines for `--help` below the options. */
  readonly notes: readonly string[];
  /** What `--explain` prints, in the place of all else. @throws UsageError for what there is not */
  readonly explain?: (asked: string) => string;
  /** Resolves to the exit code. Options that repeat stand apart. @throws UsageError */
  run(
    paths: readonly string[],
    values: OptionValues,
    terminal: Terminal,
    repeated: RepeatedValues,
  ): Promise<number>;
}

export interface CommandOption {
  readonly name: string;
  /** Absent: the option takes no value. */
  readonly value?: string;
  readonly text: string;
  readonly choices?: readonly string[];
  /** What its value is where it stands last, without one. */
  readonly implied?: string;
  /** It may be given several times, and each value counts; of any other option the last one does. */
  readonly repeats?: boolean;
}

export type OptionValues = Readonly<Record<string, string | undefined>>;

/** The values of the options that repeat, as far as they were given, in their order. */
export type RepeatedValues = Readonly<Record<string, readonly string[] | undefined>>;
