import type { Random } from "./random.ts";

type Text = (random: Random) => string;

const first = [
  "amber",
  "bright",
  "calm",
  "deep",
  "early",
  "fresh",
  "golden",
  "high",
  "ivory",
  "keen",
  "lively",
];
const second = ["arbor", "bridge", "cove", "field", "garden", "harbor", "lake", "meadow", "orchard", "ridge"];
const givenNames = [
  "Ada",
  "Bela",
  "Chidi",
  "Dana",
  "Emil",
  "Farah",
  "Gita",
  "Hugo",
  "Ines",
  "Jonas",
  "Kaya",
  "Lior",
];
const surnames = [
  "Abara",
  "Berg",
  "Costa",
  "Duarte",
  "Eriksen",
  "Fischer",
  "Gupta",
  "Haddad",
  "Ito",
  "Keller",
];
const cities = ["Bergen", "Graz", "Leeds", "Lyon", "Porto", "Utrecht"];
const countries = ["Austria", "France", "Norway", "Portugal"];
const jobs = ["Analyst", "Designer", "Engineer", "Planner"];
const departments = ["Finance", "Logistics", "People", "Research"];

const word: Text = (random) => random.pick(second);
const words: Text = (random) => `${random.pick(first)} ${random.pick(second)}`;
const title: Text = (random) =>
  `${capital(random.pick(first))} ${capital(random.pick(second))} ${random.whole(1, 999)}`;
const sentence: Text = (random) => `${capital(words(random))} by the ${word(random)}.`;
const person: Text = (random) => `${random.pick(givenNames)} ${random.pick(surnames)}`;
const login: Text = (random) =>
  `${random.pick(givenNames)}.${random.pick(surnames)}${random.whole(1, 999)}`.toLowerCase();
const guid: Text = (random) => random.guid();
const url: Text = (random) => `https://www.example.com/${word(random)}/${random.whole(1, 999)}`;

// What a property of a name holds, measured on the names of Graph's string properties; the first that fits.
const texts: readonly (readonly [RegExp, Text])[] = [
  [/^id$|[a-z\d]Ids?$|ID$|guid|uuid/, guid],
  [/^@odata\.id$|(?:url|uri|link|href|endpoint)s?$/i, url],
  [/e-?tag$|^changeKey$/i, (random) => `W/"${random.hex(16)}"`],
  [/mailNickname|alias|^userName$|accountName|login/i, login],
  [/userPrincipalName|e?mail(?!ed)|imAddress|proxyAddress/i, (random) => `${login(random)}@example.com`],
  [/macAddress/i, (random) => `00-00-5E-00-53-${random.hex(2).toUpperCase()}`],
  [
    /ip(?:v4)?Address|^ip$|ServiceIp|lowerAddress|upperAddress/i,
    (random) => `192.0.2.${random.whole(1, 254)}`,
  ],
  [/cidr|subnet/i, () => "192.0.2.0/24"],
  [/phone|fax|tollNumber|tollFree/i, (random) => `+1 206 555 01${`${random.whole(0, 99)}`.padStart(2, "0")}`],
  [/^(?:user|person|contact|member|recipient|assistant|spouse|owner|manager)(?:Display)?Name$/i, person],
  [/givenName|firstName|nickName/i, (random) => random.pick(givenNames)],
  [/surname|lastName/i, (random) => random.pick(surnames)],
  [/jobTitle|profession/i, (random) => random.pick(jobs)],
  [/department/i, (random) => random.pick(departments)],
  [/company|publisher|manufacturer|vendor|organi[sz]ation/i, (random) => `${capital(word(random))} Works`],
  [/^city$|locality/i, (random) => random.pick(cities)],
  [/countryCode|countryLetterCode|usageLocation/i, (random) => random.pick(["AT", "FR", "NO", "PT"])],
  [/country/i, (random) => random.pick(countries)],
  [/postalCode|zip/i, (random) => `${random.whole(10000, 99999)}`],
  [/street/i, (random) => `${random.whole(1, 200)} ${capital(word(random))} Street`],
  [/locale|language|culture/i, (random) => random.pick(["en-US", "fr-FR", "nb-NO", "pt-PT"])],
  [/time-?zone/i, () => "UTC"],
  [/version/i, (random) => `${random.whole(1, 9)}.${random.whole(0, 20)}.${random.whole(0, 99)}`],
  [/color/i, (random) => `#${random.hex(6)}`],
  [
    /(?:date)?time$|date$/i,
    (random) => `2024-0${random.whole(1, 9)}-1${random.whole(0, 9)}T08:00:00.0000000`,
  ],
  [/mediaType|mimeType/i, () => "text/plain"],
  [/fileName/i, (random) => `${word(random)}-${random.whole(1, 99)}.txt`],
  [/path$|folder$/i, (random) => `/${random.pick(first)}/${word(random)}`],
  [/thumbprint|hash|checksum|fingerprint|serialNumber/i, (random) => random.hex(40).toUpperCase()],
  [/password|secret|token|certificate|signature/i, (random) => `made-up-${random.hex(24)}`],
  [/domain|fqdn|hostName/i, (random) => `${word(random)}.example.com`],
  [
    /description|comment|note|reason|message|summary|body|content|text|justification|preview|detail/i,
    sentence,
  ],
  [/name$|title|subject|topic|label/i, title],
];

/** Makes texts that look like what a property of the name holds; names of people where the type is one of people. */
export function plausibleText(name: string, type = ""): Text {
  if (name === "displayName" && /\.(?:user|person|contact|orgContact|.*Member)$/.test(type)) return person;
  return texts.find(([pattern]) => pattern.test(name))?.[1] ?? words;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
