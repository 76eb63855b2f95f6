/**
 * A source of numbers that look random and depend on nothing but a seed and on what is asked for: the value of one
 * property stays the same when a page adds another property.
 */
export class Random {
  readonly #first: number;
  readonly #second: number;
  readonly #third: number;
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 0;

  constructor(seed: string) {
    this.#first = hash(seed, 0x9e3779b9);
    this.#second = hash(seed, 0x85ebca6b);
    this.#third = hash(seed, 0xc2b2ae35);
  }

  /** Begins the numbers that belong to a place, given by its hash. */
  at(place: number): void {
    this.#a = this.#first ^ place;
    this.#b = this.#second ^ Math.imul(place, 0x27d4eb2f);
    this.#c = this.#third;
    this.#counter = 1;
    for (let round = 0; round < 10; round++) this.word();
  }

  /** 32 bits, as a number from 0. This is sfc32 of PractRand (Chris Doty-Humphrey, public domain). */
  word(): number {
    const b = this.#b;
    const c = this.#c;
    const sum = (this.#a + b + this.#counter++) | 0;
    this.#a = b ^ (b >>> 9);
    this.#b = (c + (c << 3)) | 0;
    this.#c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `low` to `high`, both among them. */
  whole(low: number, high: number): number {
    return low + Math.floor((this.word() / 2 ** 32) * (high - low + 1));
  }

  /**
   * One of the choices.
   *
   * @throws RangeError when there is none.
   */
  pick<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.whole(0, choices.length - 1)];
    if (choice === undefined) throw new RangeError("there is nothing to pick from");
    return choice;
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    let text = "";
    while (text.length < digits) {
      const word = this.word();
      text += `${pair[word >>> 24]}${pair[(word >>> 16) & 255]}${pair[(word >>> 8) & 255]}${pair[word & 255]}`;
    }
    return text.slice(0, digits);
  }

  /** A GUID of version 4 (RFC 9562, section 5.4). */
  guid(): string {
    const digits = this.hex(32);
    const variant = "89ab".charAt(Number.parseInt(digits.charAt(16), 16) & 3);
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
  }
}

const pair = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A hash of a name or a seed, 32 bits: FNV-1a with the finish of MurmurHash3 (both in the public domain). */
export function hash(text: string, start = 0x811c9dc5): number {
  let bits = start;
  for (let index = 0; index < text.length; index++) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  return scatter(bits);
}

/** The place of a part within a place. */
export function placeWithin(place: number, part: number): number {
  return scatter(Math.imul(place, 31) + part);
}

function scatter(bits: number): number {
  let mixed = bits;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** What the values of one resource share. */
export interface Draw {
  readonly random: Random;
  /** When the story of the resource begins, in milliseconds since 1970. */
  readonly begin: number;
  /** The types of the objects around the value, the outermost first. */
  readonly around: string[];
}

/** Makes the value that stands at a place; the place decides which. Undefined: the contract leaves none. */
export type Fill = (draw: Draw, place: number) => unknown;
