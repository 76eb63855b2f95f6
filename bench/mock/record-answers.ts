import { writeFileSync } from "node:fs";
import { ask } from "../process/ask.ts";
import type { Server } from "../process/server.ts";
import type { SizeFiles } from "./size-files.ts";

// Node writes these itself, for the one server as for the other.
const ofTheConnection = ["connection", "date", "keep-alive", "transfer-encoding"];

/**
 * Sends every request once and writes down what the mock answered, byte for byte.
 * @throws Error when it refuses one of them: the figures would be about something else
 */
export async function recordAnswers(
  server: Server,
  files: Pick<SizeFiles, "all" | "answers">,
): Promise<void> {
  const answers: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const { method, target, body } of files.all) {
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const headers = { authorization: server.authorization, accept: "application/json", ...type };
    const answer = await ask(server.port, {
      method,
      target,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status >= 300)
      refused.push(`${method} ${target}: ${answer.status} ${answer.body.slice(0, 300)}`);
    const kept = Object.entries(answer.headers).filter(([name]) => !ofTheConnection.includes(name));
    answers[`${method} ${target}`] = {
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: answer.body,
    };
  }
  if (refused.length > 0) {
    throw new Error(
      `the mock refuses ${refused.length} of ${files.all.length} requests:\n${refused.slice(0, 5).join("\n")}`,
    );
  }
  writeFileSync(files.answers, JSON.stringify(answers));
}
