import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearestName } from "../base/nearest-name.ts";
import { UsageError } from "../base/usage-error.ts";
import type { Command, CommandOption, OptionValues, RepeatedValues, Terminal } from "./command.ts";
import { toolVersion } from "./package-files.ts";

/** In the order of the help. Each is loaded when it is run: none takes all the code. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    verify: async () => (await import("./verify.ts")).verify,
    gate: async () => (await import("./gate.ts")).gate,
    merge: async () => (await import("./merge.ts")).merge,
    traffic: async () => (await import("./traffic.ts")).traffic,
    diff: async () => (await import("./diff.ts")).diff,
    watch: async () => (await import("./watch.ts")).watch,
    derive: async () => (await import("./derive.ts")).derive,
    mock: async () => (await import("./mock.ts")).mock,
  }),
);

/** Runs one command line and resolves to its exit code. @throws UsageError */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    terminal.out(rest[0] === undefined ? await help() : commandHelp(await commandNamed(rest[0])));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-v" || name === "-V") {
    terminal.out(`${toolVersion()}\n`);
    return 0;
  }
  const command = await commandNamed(name);
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.out(commandHelp(command));
    return 0;
  }
  const { paths, values, repeated } = parseOptions(command, rest);
  if (values.explain !== undefined && command.explain) {
    terminal.out(command.explain(values.explain));
    return 0;
  }
  return command.run(paths, values, terminal, repeated);
}

async function commandNamed(name: string): Promise<Command> {
  const load = commands.get(name);
  if (load) return load();
  throw new UsageError(
    `"${name}" is no command${suggestion(name, [...commands.keys()])}; see graph-conformance --help`,
  );
}

interface CommandLine {
  readonly paths: readonly string[];
  readonly values: OptionValues;
  readonly repeated: RepeatedValues;
}

function parseOptions(command: Command, argv: readonly string[]): CommandLine {
  const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
    command.options.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" }]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const paths: string[] = [];
  const values: Record<string, string> = {};
  const repeated: Record<string, string[]> = {};
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option") continue;
    const option = command.options.find((known) => known.name === token.name);
    if (!option) {
      const hint = suggestion(
        token.name,
        command.options.map((known) => known.name),
        "--",
      );
      throw new UsageError(
        `${token.rawName} is no option of ${command.name}${hint}; see graph-conformance ${command.name} --help`,
      );
    }
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
      values[option.name] = "";
      continue;
    }
    if (token.value === undefined && option.implied !== undefined) {
      values[option.name] = option.implied;
      continue;
    }
    if (
      token.value === undefined ||
      token.value === "" ||
      (!token.inlineValue && token.value.startsWith("--"))
    ) {
      throw new UsageError(`${token.rawName} takes a value: ${option.value}`);
    }
    checkChoices(option, token.value);
    if (option.repeats) repeated[option.name] = [...(repeated[option.name] ?? []), token.value];
    else values[option.name] = token.value;
  }
  return { paths, values, repeated };
}

function checkChoices(option: CommandOption, value: string): void {
  const wrong = option.choices && value.split(",").find((part) => !option.choices?.includes(part));
  if (wrong === undefined) return;
  throw new UsageError(`--${option.name} does not take "${wrong}"; it takes ${option.choices?.join(", ")}`);
}

function suggestion(name: string, known: readonly string[], prefix = ""): string {
  const near = nearestName(name, known);
  return near ? `; did you mean ${prefix}${near}?` : "";
}

async function help(): Promise<string> {
  const all = await Promise.all([...commands.values()].map((load) => load()));
  const width = Math.max(...all.map((command) => command.usage.length));
  return [
    "Holds Microsoft Graph's documentation, and what answers in its name, to the contract it promises.",
    "",
    "Usage: graph-conformance <command> [options]",
    "",
    ...all.map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`),
    "",
    "  graph-conformance <command> --help   what a command takes",
    "  graph-conformance --version",
    "",
    "Exit codes: 0 conformant, be it but for a --baseline; 1 new findings at or above --fail-on, a waiver",
    "that is expired, unused or for nothing, or less verified than --floor; 2 could not run.",
    "",
  ].join("\n");
}

function commandHelp(command: Command): string {
  const flags = command.options.map(
    ({ name, value }) => `--${name}${value === undefined ? "" : ` ${value}`}`,
  );
  const width = Math.max(...flags.map((flag) => flag.length));
  return [
    command.summary,
    "",
    `Usage: graph-conformance ${command.usage}`,
    "",
    ...command.options.map((option, index) => `  ${(flags[index] ?? "").padEnd(width)}  ${option.text}`),
    "",
    ...command.notes,
    "",
  ].join("\n");
}
