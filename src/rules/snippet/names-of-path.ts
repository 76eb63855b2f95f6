/** One part of a request's path, as a snippet's code would name it. */
export interface PathPart {
  readonly text: string;
  /** A key that stands in the parentheses of a name, or where a template has a parameter. */
  readonly key: boolean;
}

/** The spellings that SDKs have for OData's own segments. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  $ref: ["ref", "reference", "references"],
  $value: ["value", "content"],
  $count: ["count"],
};

/**
 * True when two names are one in the spelling of some SDK: `lifecycleWorkflows`, `LifecycleWorkflows`,
 * `lifecycle_workflows`, `lifecycle-workflows`; `range(address='A1')`, `RangeWithAddress`; `microsoft.graph.user`,
 * `GraphUser`.
 */
export function isSameName(documented: string, called: string): boolean {
  const own = spellings[documented.toLowerCase()];
  if (own) return own.includes(plain(called)) || documented.toLowerCase() === called.toLowerCase();
  const one = plain(documented);
  const other = plain(called);
  if (isFunction(one, other)) return true;
  // A cast, or the namespace of an action, is left out or shortened.
  return /^(?:microsoft)?graph/.test(one)
    ? isFunction(withoutNamespace(documented), other) || isFunction(one.replace(/^microsoft/, ""), other)
    : /^(?:microsoft)?graph/.test(other) && other.endsWith(one);
}

/** The same, or a function whose parameters are in its name. */
function isFunction(name: string, called: string): boolean {
  return name === called || (name !== "" && called.startsWith(`${name}with`));
}

/** Letters and digits alone, without a function's arguments. */
export function plain(name: string): string {
  return name
    .replace(/\(.*$/s, "")
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
}

function withoutNamespace(name: string): string {
  return plain(name.replace(/\(.*$/s, "").replace(/^.*\./, ""));
}
