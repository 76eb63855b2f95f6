import { describe, expect, it } from "vitest";
import { sharedAnswers } from "../../../src/exchange/service/shared-answers.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";

const answer = (status: number, body = "{}"): ReceivedMessage => ({ status, reason: "", headers: [], body });

/** Answers with one status after the other; how many were sent. */
function senderOf(...outcomes: readonly ReceivedMessage[]) {
  const sent = { count: 0 };
  const send = async () => outcomes[sent.count++] ?? answer(200);
  return { sent, send };
}

describe("answers that are shared", () => {
  it("are asked for once, also by those who come while one is on its way", async () => {
    const { sent, send } = senderOf(answer(200), answer(200));
    const answers = sharedAnswers();
    const [one, other] = await Promise.all([answers.of("a", send), answers.of("a", send)]);
    expect(one).toBe(other);
    expect(await answers.of("a", send)).toBe(one);
    expect(sent.count).toBe(1);
    await answers.of("b", send);
    expect(sent.count).toBe(2);
  });

  it.each([429, 503])("are asked for anew where the last was %d", async (status) => {
    const { sent, send } = senderOf(answer(status), answer(200));
    const answers = sharedAnswers();
    await answers.of("a", send);
    expect(await answers.of("a", send)).toMatchObject({ status: 200 });
    expect(sent.count).toBe(2);
  });

  it("are asked for anew where nothing came, and where the sender failed", async () => {
    const answers = sharedAnswers();
    const nothing = async () => ({ reason: "service-error", message: "no" }) as const;
    const failing = () => Promise.reject(new Error("stopped"));
    await expect(answers.of("a", failing)).rejects.toThrow("stopped");
    await answers.of("a", nothing);
    expect(await answers.of("a", senderOf(answer(204)).send)).toMatchObject({ status: 204 });
  });

  it("are forgotten on demand, those on their way among them", async () => {
    const { sent, send } = senderOf();
    const answers = sharedAnswers();
    const before = answers.of("a", send);
    answers.forget();
    await answers.of("a", send);
    await before;
    expect(sent.count).toBe(2);
  });

  it("take no more room than there is", async () => {
    const { sent, send } = senderOf(answer(200, "x".repeat(9_000_000)), answer(200, "y".repeat(9_000_000)));
    const answers = sharedAnswers();
    await answers.of("a", send);
    await answers.of("b", send);
    await answers.of("a", send);
    expect(sent.count).toBe(3);
  });
});
