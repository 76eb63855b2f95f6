import { mkdirSync } from "node:fs";
import { measureOwn } from "./mock/measure-own.ts";
import { settings } from "./mock/settings.ts";
import { writeSizeFiles } from "./mock/size-files.ts";
mkdirSync("/tmp/own", { recursive: true });
const sizes = (process.argv[2] ?? settings.sizes.join()).split(",").map(Number);
const files = sizes.map((s) => writeSizeFiles("/tmp/own", s));
const r = await measureOwn(files, (t) => console.error(t));
for (const [i, { mock, bare }] of r.entries()) console.log(sizes[i], "start", mock.startUp | 0, bare.startUp | 0, "rps", mock.perSecond | 0, bare.perSecond | 0, (mock.perSecond / bare.perSecond).toFixed(2));
