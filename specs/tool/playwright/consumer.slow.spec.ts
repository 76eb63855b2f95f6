import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPackage } from "../../support/install-package.ts";

/** What Playwright's JSON reporter writes, as far as it is read here. */
interface Results {
  readonly suites: readonly {
    readonly specs: readonly {
      readonly title: string;
      readonly ok: boolean;
      readonly tests: readonly {
        readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[];
      }[];
    }[];
  }[];
}

const folder = mkdtempSync(join(realpathSync(tmpdir()), "consumer-"));

function install(): void {
  cpSync("specs/support/consumer", folder, { recursive: true });
  installPackage(folder, ["@playwright/test", "typescript"]);
}

function run(program: string, ...given: readonly string[]) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, CI: "1" };
  return spawnSync(process.execPath, [join("node_modules", program), ...given], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}

/** Whether each test of a file passed, and the messages of those that did not, without colours. */
function results(file: string): Record<string, true | readonly string[]> {
  const { stdout } = run("@playwright/test/cli.js", "test", "--reporter=json", file);
  const { suites } = JSON.parse(stdout) as Results;
  const specs = suites.flatMap((suite) => suite.specs);
  return Object.fromEntries(
    specs.map(({ title, ok, tests }) => [
      title,
      ok ||
        tests
          .flatMap((test) => test.results.flatMap(({ errors }) => errors))
          // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with it.
          .map(({ message }) => message.replace(/\u001b\[\d+m/g, "")),
    ]),
  );
}

describe("a project of somebody else, with the packed package", () => {
  beforeAll(install, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(["tsconfig.json", "tsconfig.bundler.json"])(
    "is sound by the types that it brings, with %s",
    (config) => {
      expect(run("typescript/bin/tsc", "--project", config)).toMatchObject({ stdout: "", status: 0 });
    },
  );

  it.each([
    ["the service keeps its promises", "kept.spec.ts", 9],
    ["it judges by its own pages", "own-pages.spec.ts", 4],
  ])("passes where %s", (_, file, tests) => {
    const passed = results(file);
    expect(Object.keys(passed)).toHaveLength(tests);
    expect(
      Object.values(passed).every((ok) => ok === true),
      JSON.stringify(passed, null, 2),
    ).toBe(true);
  });

  it("fails where it does not, and says what a report would say", () => {
    const {
      "a promise is broken": broken,
      "soft assertions go on": soft,
      ...others
    } = results("broken.spec.ts");
    const member = [
      "  error  body/enum-member  /value/0/processingStatus\n",
      '    "noSuchMember" is no member of lifecycleWorkflowProcessingStatus ("processingStatus"), whose members are "queued", ',
      "    expected  processingStatus|",
      "    page      graph-conformance/fixtures/docs/api-reference/v1.0/resources/identitygovernance-userprocessingresult.md, line 36",
    ];
    const type = "microsoft.graph.identityGovernance.userProcessingResult";
    const list = "GET /identityGovernance/lifecycleWorkflows/workflows/{}/runs/{}/userProcessingResults";
    const refused = "no-credentials: 401 Unauthorized (InvalidAuthenticationToken) came back";
    expect(broken).toHaveLength(1);
    for (const said of [`expect(response).toConformTo("${type}")`, "1 error", ...member])
      expect(broken).toEqual([expect.stringContaining(said)]);
    const expected: readonly (readonly string[])[] = [
      [`breaks what "${list}" promises: 1 error`, ...member],
      ["expect(response).toHonour()", "which is no pass", refused],
      ["expect(response).not.toConformTo", "which is no pass", refused],
      ["which is no pass", "no-data: there is no resource in it"],
      [`conforms to ${type}: `, "Held: ", "body/enum-member"],
      [`declares a type "${type.replace("Result", "Reslt")}"; did you mean "${type}"?`],
      [`the response came from "${list}", which is not "GET /…/taskProcessingResults"`],
    ];
    expect(soft).toEqual(expected.map(() => expect.any(String)));
    for (const [index, says] of expected.entries())
      for (const text of says) expect((soft as string[])[index]).toContain(text);
    expect(others).toEqual({ "nobody waits for an assertion": [expect.stringContaining(type)] });
  });
});
