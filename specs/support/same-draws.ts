import fc from "fast-check";

// What is drawn at random is the same in every run, whatever other specs ran before.
fc.configureGlobal({ seed: 2026 });
