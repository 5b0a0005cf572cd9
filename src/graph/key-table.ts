/**
 * Numbers by strings, which are not kept: of each there are sixty-four bits of a hash. Two of a hundred million
 * strings have the same ones once in four thousand times; whoever asks must be able to live with that.
 */
export class KeyTable {
  /** For each place two halves of a hash and a number; 0 where there is none. */
  #places = new Uint32Array(3 * 1024);
  #size = 0;

  /** How many strings have a number. */
  get size(): number {
    return this.#size;
  }

  /** The number of a string; undefined where it has none. */
  get(key: string): number | undefined {
    const [low, high] = hash(key);
    const value = this.#places[this.#find(low, high) + 2]!;
    return value === 0 ? undefined : value - 1;
  }

  /** @param value at most 2³² - 2. */
  set(key: string, value: number): void {
    const [low, high] = hash(key);
    if (this.#put(low, high, value + 1) && ++this.#size * 4 > this.#places.length) this.#grow();
  }

  /** Whether it is a new one. */
  #put(low: number, high: number, value: number): boolean {
    const place = this.#find(low, high);
    const isNew = this.#places[place + 2] === 0;
    this.#places[place] = low;
    this.#places[place + 1] = high;
    this.#places[place + 2] = value;
    return isNew;
  }

  #find(low: number, high: number): number {
    const places = this.#places;
    let place = (low % (places.length / 3)) * 3;
    while (places[place + 2] !== 0 && !(places[place] === low && places[place + 1] === high))
      place = (place + 3) % places.length;
    return place;
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Uint32Array(old.length * 2);
    for (let place = 0; place < old.length; place += 3)
      if (old[place + 2] !== 0) this.#put(old[place]!, old[place + 1]!, old[place + 2]!);
  }
}

/** Two hashes of a string's code units, with different primes, their bits mixed at the end as MurmurHash3 does. */
function hash(text: string): [low: number, high: number] {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high = (high << 13) | (high >>> 19);
  }
  return [mixed(low), mixed(high ^ text.length)];
}

function mixed(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
