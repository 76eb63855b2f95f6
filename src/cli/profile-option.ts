import { basename, dirname } from "node:path";
import { profileText, type ShapeProfile } from "../profile/shape-profile.ts";
import { oneForm, writeForms } from "../report/write-forms.ts";
import type { Terminal } from "./command.ts";

/** What `--profile` says in the help of every command that has it. */
export const profileHelp = "write what answers look like, and no value: for watch";

/** Writes a profile where somebody named a file for it. @throws UsageError when it cannot be written */
export async function writeProfile(
  file: string,
  profile: ShapeProfile,
  { out }: Pick<Terminal, "out">,
): Promise<void> {
  await writeForms([oneForm(basename(file), () => profileText(profile))], dirname(file));
  out(`Profile      ${file}\n`);
}
