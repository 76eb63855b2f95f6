/** Where a command writes and what it knows of the outside. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** One line that replaces itself; writes nothing where nobody watches. */
  readonly progress: (text: string) => void;
  readonly colour: boolean;
  readonly now: Date;
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
  /** Resolves to the exit code. @throws UsageError */
  run(paths: readonly string[], values: OptionValues, terminal: Terminal): Promise<number>;
}

export interface CommandOption {
  readonly name: string;
  /** Absent: the option takes no value. */
  readonly value?: string;
  readonly text: string;
  readonly choices?: readonly string[];
}

export type OptionValues = Readonly<Record<string, string | undefined>>;
