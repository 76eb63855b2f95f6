import { expect } from "vitest";
import { idOf, idsOf } from "../teller.ts";
import type { Ask } from "../unseen/plain-client.ts";

/** What a collection is sent, and which statuses its pages give. */
export interface Life {
  readonly of: string;
  /** Its pages say that no application may do that by itself. */
  readonly personal?: true;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What is answered of the body, where it is not all of it. */
  readonly shown?: Readonly<Record<string, unknown>>;
  readonly change?: Readonly<Record<string, unknown>>;
  readonly statuses?: { readonly created?: number; readonly changed?: number; readonly deleted?: number };
  /** An equality by which the resource is found, where the page of the collection speaks of `$filter`. */
  readonly filter?: string;
}

/** Creates, reads, lists, changes and deletes one resource. */
export async function tellLife(
  ask: Ask,
  { of, at, body, shown = body, change, statuses = {}, filter }: Life,
) {
  const created = await ask(`${of}: created`, `POST ${at}`, statuses.created ?? 201, { body }, (reply) =>
    expect(reply.body).toMatchObject(shown),
  );
  const path = `${at}/${idOf(created)}`;
  await ask(`${of}: read`, `GET ${path}`, 200, {}, (reply) => expect(reply.body).toMatchObject(shown));
  await ask(`${of}: listed`, `GET ${at}`, 200, {}, (reply) =>
    expect(idsOf(reply.body)).toContain(idOf(created)),
  );
  if (filter !== undefined)
    await ask(`${of}: found`, `GET ${at}?$filter=${encodeURIComponent(filter)}`, 200, {}, (reply) =>
      expect(idsOf(reply.body)).toEqual([idOf(created)]),
    );
  if (change !== undefined) {
    await ask(`${of}: changed`, `PATCH ${path}`, statuses.changed ?? 204, { body: change });
    await ask(`${of}: as changed`, `GET ${path}`, 200, {}, (reply) =>
      expect(reply.body).toMatchObject({ ...shown, ...change }),
    );
  }
  await ask(`${of}: deleted`, `DELETE ${path}`, statuses.deleted ?? 204);
  await ask(`${of}: gone`, `GET ${path}`, 404);
}
