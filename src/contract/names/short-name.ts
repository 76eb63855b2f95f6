/** The last part of a qualified name: `run` of `microsoft.graph.identityGovernance.run`. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
