/** Goes on with a value: at once when it is there, else when it comes. Most answers wait for nothing. */
export function whenReady<Value, Result>(
  value: Value | Promise<Value>,
  go: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> {
  return value instanceof Promise ? value.then(go) : go(value);
}
