import { askedOf } from "../../specs/support/asked.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { collector } from "../process/collector.ts";

/** Millions of bytes of the heap after each tenth of the writes. */
export async function heapWhileWriting(contract: Contract, pairs: number): Promise<number[]> {
  const collect = collector();
  const { ask } = await askedOf([contract], { now: () => new Date() });
  const heap: number[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    const name = `writer${pair}`;
    const { status, body } = await ask("POST /users", {
      body: {
        accountEnabled: true,
        displayName: name,
        mailNickname: name,
        userPrincipalName: `${name}@contoso.com`,
        passwordProfile: { password: "xWwvJ]6NMw+bWH-d", forceChangePasswordNextSignIn: true },
      },
    });
    if (status !== 201) throw new Error(`a user is not made, but answered with ${status}`);
    const removed = await ask(`DELETE /users/${String(body.id)}`);
    if (removed.status !== 204) throw new Error(`a user is not deleted, but answered with ${removed.status}`);
    if (pair % (pairs / 10) === 0) {
      collect();
      heap.push(Math.round(process.memoryUsage().heapUsed / 1e6));
    }
  }
  return heap;
}
