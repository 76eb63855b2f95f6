/** The caller asked for something that cannot be done. Its message is one sentence, shown without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
