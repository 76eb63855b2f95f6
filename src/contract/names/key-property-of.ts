/** The name of the property that has the key of a resource: `id`, where nothing says another. */
export function keyPropertyOf(type: { readonly keyProperty?: string } | undefined): string {
  return type?.keyProperty ?? "id";
}
