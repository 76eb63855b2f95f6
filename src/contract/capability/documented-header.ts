import type { Operation } from "../contract.ts";

/** True where the page of an operation documents a header of the request, letter case aside. */
export function documentsHeader(
  { requestHeaders }: Pick<Operation, "requestHeaders">,
  header: string,
): boolean {
  const wanted = header.toLowerCase();
  return requestHeaders.some(({ name }) => name.toLowerCase() === wanted);
}
