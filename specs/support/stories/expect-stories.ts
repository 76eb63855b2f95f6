import { expect } from "vitest";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { corpus } from "../corpus.ts";
import { type Teller, type Told, teller } from "./teller.ts";
import { tokenOf } from "./token-of.ts";

/** A mock of all of v1.0, and the tokens of an application and of a user. */
export interface Scene {
  readonly origin: string;
  readonly app: string;
  readonly user: string;
}

/** What is asked of stories: the share of their steps that is right, and of how many there are more. */
export interface Expected {
  readonly floor: number;
  readonly steps: number;
}

/** Tells stories against a mock of all of v1.0, and expects that they come out as the pages say. */
export async function expectStories(
  { floor, steps }: Expected,
  tellAll: (tellAs: (client?: string) => Teller, scene: Scene) => Promise<void>,
): Promise<void> {
  // Clients are newer than the pages.
  const mock = await startMock({ contracts: [(await corpus()).contract("v1.0")], lenient: () => {} });
  try {
    const { origin } = mock;
    const app = await tokenOf(origin, { grant_type: "client_credentials" });
    const user = await tokenOf(origin, {
      grant_type: "password",
      username: "megan@contoso.com",
      password: "hers",
    });
    const told: Told[] = [];
    await tellAll((client) => teller(told, client), { origin, app, user });
    const wrong = told.flatMap(({ says, wrong }) => (wrong === undefined ? [] : [`${says}: ${wrong}`]));
    expect(told.length).toBeGreaterThan(steps);
    expect(1 - wrong.length / told.length, `${told.length} steps\n${wrong.join("\n")}`).toBeGreaterThan(
      floor,
    );
  } finally {
    await mock.close();
  }
}
