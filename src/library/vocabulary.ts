/** Indexes the words of many names: which names contain a word, and which contain a word with a given prefix. */

/** Names by word, as indices. The names of one word are sorted. */
export interface WordEntries {
  whole(word: string): Int32Array;
  /** Names with a word that has this prefix, in word order; a name is repeated for each such word. */
  begun(start: string): Int32Array;
}

/** The words of all names, by place in the name. */
export interface NameVocabulary {
  /** By any word of a name. */
  readonly held: WordEntries;
  /** By the first word of a name. */
  readonly first: WordEntries;
  /** Length of the longest word, in UTF-16 code units. */
  readonly longest: number;
}

/** Binary search for the first index from which `isAfter` holds, or `count`. */
function firstPlace(count: number, isAfter: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Tells whether a sorted list of names contains a name. */
export function includesSorted(names: Int32Array, name: number): boolean {
  return names[firstPlace(names.length, (place) => names[place]! >= name)] === name;
}

/** Groups names by word. `words` is sorted, so words with the same prefix form one contiguous range. */
function entriesOf(
  words: readonly string[],
  numbers: ReadonlyMap<string, number>,
  placed: readonly number[],
  names: readonly number[],
): WordEntries {
  const from = new Int32Array(words.length + 1);
  for (const word of placed) from[word + 1]!++;
  for (let word = 1; word < from.length; word++) from[word]! += from[word - 1]!;
  const next = from.slice();
  const listed = new Int32Array(placed.length);
  for (let at = 0; at < placed.length; at++) listed[next[placed[at]!]!++] = names[at]!;
  const between = (low: number, high: number) => listed.subarray(from[low], from[high]);
  return {
    whole(word) {
      const number = numbers.get(word);
      return number === undefined ? between(0, 0) : between(number, number + 1);
    },
    begun(start) {
      const low = firstPlace(words.length, (place) => words[place]! >= start);
      const high = firstPlace(
        words.length,
        (place) => words[place]! >= start && !words[place]!.startsWith(start),
      );
      return between(low, high);
    },
  };
}

/** Creates a vocabulary from the words of each name; names are numbered from 0 in the order added. */
export function createVocabularyBuilder(): {
  add(words: readonly string[]): void;
  vocabulary(): NameVocabulary;
} {
  const numbers = new Map<string, number>();
  const placed: number[] = [];
  const names: number[] = [];
  const firsts: number[] = [];
  return {
    add(words) {
      const name = firsts.length;
      for (const [place, word] of words.entries()) {
        let number = numbers.get(word);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(word, number);
        }
        if (place === 0) firsts.push(number);
        placed.push(number);
        names.push(name);
      }
    },
    vocabulary() {
      const sorted = [...numbers.keys()].sort();
      const places = new Int32Array(sorted.length);
      sorted.forEach((word, place) => {
        places[numbers.get(word)!] = place;
        numbers.set(word, place);
      });
      const inOrder = (all: readonly number[]) => all.map((number) => places[number]!);
      return {
        held: entriesOf(sorted, numbers, inOrder(placed), names),
        first: entriesOf(sorted, numbers, inOrder(firsts), [...firsts.keys()]),
        longest: sorted.reduce((most, { length }) => Math.max(most, length), 0),
      };
    },
  };
}
