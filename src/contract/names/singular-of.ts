/** What one of a collection is called: `policies` holds a `policy`, `workflows` a `workflow`; another name stays. */
export function singularOf(collection: string): string {
  return collection.replace(/ies$/i, "y").replace(/s$/i, "");
}
