// What tells of nobody: words of Graph by their form alone, whether or not a page has them.

/** One identifier, as the members of enumerations are. */
export function looksLikeMember(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(value) && !/^[0-9a-f]{32}$/i.test(value);
}

/** The qualified name of a type of Graph, as annotations write it. */
export function isTypeName(value: string): boolean {
  return /^#?(?:Collection\()?(?:microsoft\.graph|Edm)(?:\.[A-Za-z]\w*)+\)?$/.test(value);
}

export const guid: RegExp = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
