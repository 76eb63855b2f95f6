/** Takes the scripts in turns, so many at a time; the results stand in the order of the scripts. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  width: number,
  take: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await take(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  return results;
}
