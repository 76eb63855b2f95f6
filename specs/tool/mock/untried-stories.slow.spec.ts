import { expect, test } from "vitest";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { corpus, hasCorpus } from "../../support/corpus.ts";
import { type Told, teller } from "../../support/stories/teller.ts";
import { tokenOf } from "../../support/stories/token-of.ts";
import { plainly } from "../../support/stories/unseen/plain-client.ts";
import { askForAssignments, askForGroups, askForPolicies } from "../../support/stories/untried/directory.ts";
import { tellLife } from "../../support/stories/untried/life-cycle.ts";
import { lives } from "../../support/stories/untried/lives.ts";
import {
  askForCalendars,
  askForFolders,
  askForServices,
  askForSites,
  askForWorkbooks,
} from "../../support/stories/untried/services.ts";

/** Of all steps: a third set, written before anybody had looked how the mock answers it. */
const floor = 0.95;

test.runIf(hasCorpus)(
  "families of Graph that no other story touches do what their pages say",
  async () => {
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
      const tell = teller(told);
      const [ask, me] = [plainly(tell, origin, app), plainly(tell, origin, user)];
      for (const life of lives) await tellLife(life.personal ? me : ask, life);
      await askForPolicies(ask, me);
      await askForAssignments(ask);
      await askForGroups(ask, me);
      await askForFolders(me);
      await askForCalendars(me);
      await askForWorkbooks(me);
      await askForSites(ask);
      await askForServices(ask, me);
      const wrong = told.flatMap(({ says, wrong }) => (wrong === undefined ? [] : [`${says}: ${wrong}`]));
      expect(told.length).toBeGreaterThan(240);
      expect(1 - wrong.length / told.length, `${told.length} steps\n${wrong.join("\n")}`).toBeGreaterThan(
        floor,
      );
    } finally {
      await mock.close();
    }
  },
  120_000,
);
