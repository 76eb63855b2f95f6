import { spawn, spawnSync } from "node:child_process";

// Nothing is told to anybody, and no server of the compiler stays behind.
const env = {
  ...process.env,
  DOTNET_CLI_TELEMETRY_OPTOUT: "1",
  DOTNET_NOLOGO: "1",
  MSBUILDDISABLENODEREUSE: "1",
};

/** What a program said, and whether it went well. */
export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** The version of .NET on the PATH; undefined where there is none. */
export function dotnetVersion(path = process.env.PATH): string | undefined {
  const { status, stdout } = spawnSync("dotnet", ["--version"], {
    encoding: "utf8",
    env: { ...env, PATH: path },
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs a program to its end; this process goes on meanwhile, and can serve it. */
export function run(
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...env, ...more }, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    const done = (ok: boolean, output = Buffer.concat(chunks).toString("utf8")) => resolve({ ok, output });
    child.on("error", (error) => done(false, String(error)));
    child.on("close", (status) => done(status === 0));
  });
}

/** Compiles a project into that folder; what the compiler says is the output. */
export function build(project: string, folder: string): Promise<Ran> {
  const quiet = ["-v", "q", "-nologo", "--disable-build-servers"];
  return run("dotnet", ["build", project, "--artifacts-path", folder, ...quiet]);
}
