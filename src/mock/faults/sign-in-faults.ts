import type { Fault } from "./fault.ts";

export const signInFaults: readonly Fault[] = [
  {
    name: "open-door",
    breaks: "a read without a token is served",
    expect: { rule: "auth/anonymous" },
    open: true,
  },
  {
    name: "silent-door",
    breaks: "a 401 does not say how to sign in",
    expect: { rule: "auth/anonymous" },
    response: (response) => {
      const { "www-authenticate": _, ...headers } = response.headers;
      return response.status === 401 ? { ...response, headers } : response;
    },
  },
];
