import type { ValidateFunction } from "ajv";
import { isObject } from "../base/is-object.ts";
import { UsageError } from "../base/usage-error.ts";
import type { Contract } from "./contract.ts";
import { readLines, writeLines } from "./line-layout.ts";

/** The form of `contract.json`; another number is another form. */
const CONTRACT_FORMAT = 1;

/** What `contract.json` holds: a contract, without its examples unless they were asked for. */
export interface ContractFile extends Omit<Contract, "examples" | "metadata"> {
  readonly format: typeof CONTRACT_FORMAT;
  readonly examples?: Contract["examples"];
}

/** The text of `contract.json`, types and enumerations by name; the same contract gives the same text. */
export function contractText(contract: Contract, options: { readonly examples?: boolean } = {}): string {
  const { version, types, enums, operations, examples, shown } = contract;
  const file: ContractFile = {
    format: CONTRACT_FORMAT,
    version,
    types: byName(types),
    enums: byName(enums),
    operations,
    ...(shown ? { shown } : {}),
    ...(options.examples ? { examples } : {}),
  };
  return writeLines(file);
}

/**
 * Reads `contract.json`, in the layout in which `contractText` writes it or in any other. `isContract` validates it
 * against `schemas/contract.schema.json`.
 *
 * @param lines gives its text line by line, from the beginning whenever it is asked
 * @throws UsageError for text that is not JSON, is no contract, or has another form.
 */
export function parseContract(
  lines: () => Iterable<string>,
  file: string,
  isContract: ValidateFunction<ContractFile>,
): Contract {
  const value = readLines(lines()) ?? parse([...lines()].join("\n"), file);
  if (!isObject(value) || !("format" in value) || !("types" in value))
    throw new UsageError(`${file} is no contract: derive writes one as contract.json`);
  if (value.format !== CONTRACT_FORMAT)
    throw new UsageError(
      `${file} has the form ${JSON.stringify(value.format)} of another version of this tool, which reads ${CONTRACT_FORMAT}: derive it anew`,
    );
  if (!isContract(value)) {
    const [error] = isContract.errors ?? [];
    throw new UsageError(
      `${file} is no whole contract: ${error?.instancePath || "/"} ${error?.message ?? "breaks its schema"}`,
    );
  }
  const { format: _, examples = [], ...contract } = value;
  return { ...contract, examples };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function byName<Value>(named: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1)));
}
