import { fileURLToPath } from "node:url";
import { rightAnswer, type ServerPlan } from "../process/server.ts";
import { signIn } from "../process/sign-in.ts";
import type { SizeFiles } from "./size-files.ts";

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The embedded service: its first right answer is the one to a request with a token that it gave. */
export function mockPlan(files: SizeFiles): ServerPlan {
  return {
    name: "the mock",
    args: (port) => [local("../servers/mock.js"), files.contract, String(port)],
    async firstAnswer(port) {
      const authorization = await signIn(port);
      JSON.parse((await rightAnswer(port, { ...files.first, headers: { authorization } })).body);
      return authorization;
    },
    patience: 60_000,
  };
}

/** The handler that gives back what the mock answered. */
export function barePlan(files: SizeFiles): ServerPlan {
  return {
    name: "the bare handler",
    args: (port) => [local("../servers/bare.js"), files.answers, String(port)],
    async firstAnswer(port) {
      JSON.parse((await rightAnswer(port, files.first)).body);
      return "Bearer none";
    },
    patience: 30_000,
  };
}

/** Prism's mock, without the log that it writes for every request. It serves no base path, and takes any token. */
export function prismPlan(files: SizeFiles): ServerPlan {
  const cli = local("../node_modules/@stoplight/prism-cli/dist/index.js");
  const authorization = "Bearer none";
  const target = files.first.target.replace("/v1.0", "");
  return {
    name: "Prism",
    args: (port) => [cli, "mock", files.openapi, "-h", "localhost", "-p", String(port), "-v", "silent"],
    async firstAnswer(port) {
      JSON.parse((await rightAnswer(port, { ...files.first, target, headers: { authorization } })).body);
      return authorization;
    },
    patience: 180_000,
  };
}
