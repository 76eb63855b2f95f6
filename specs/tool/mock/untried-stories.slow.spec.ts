import { test } from "vitest";
import { hasCorpus } from "../../support/corpus.ts";
import { expectStories } from "../../support/stories/expect-stories.ts";
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

/** A third set, written before anybody had looked how the mock answers it. */
const asked = { floor: 0.95, steps: 240 };

test.runIf(hasCorpus)(
  "families of Graph that no other story touches do what their pages say",
  () =>
    expectStories(asked, async (tellAs, { origin, app, user }) => {
      const tell = tellAs();
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
    }),
  120_000,
);
