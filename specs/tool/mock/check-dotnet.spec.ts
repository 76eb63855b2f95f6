import { expect, test } from "vitest";
import { dotnetVersion, run } from "../../support/dotnet/dotnet.ts";

test("where dotnet is not on the PATH, there is no version of it", () => {
  expect(dotnetVersion("/nowhere")).toBeUndefined();
});

test("a program says all that it says, and whether it went well", async () => {
  const said = (code: string) => run(process.execPath, ["-e", code]);
  expect(await said("console.log('out'); console.error(process.env.DOTNET_CLI_TELEMETRY_OPTOUT)")).toEqual({
    ok: true,
    output: expect.stringMatching(/^(?:out\n1\n|1\nout\n)$/),
  });
  expect(await said("process.exit(3)")).toEqual({ ok: false, output: "" });
  expect(await run("/nowhere/at-all", [])).toMatchObject({
    ok: false,
    output: expect.stringContaining("ENOENT"),
  });
});
