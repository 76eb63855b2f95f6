import { ownText } from "./own-text.ts";

/** So many texts are remembered: with more, all are forgotten. */
const most = 20_000;

/**
 * `make` for texts that come again on many pages: it works its value out once for each, as long as it is remembered.
 * The value must depend on nothing but the text, and is the same one each time.
 */
export function onceForText<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined || made.has(text)) return known as Value;
    const own = ownText(text);
    const value = make(own);
    if (made.size >= most) made.clear();
    made.set(own, value);
    return value;
  };
}
