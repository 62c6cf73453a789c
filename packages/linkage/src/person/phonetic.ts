/**
 * A rough sound of a romanised name, for keyed link keys: spellings that transliteration lets slip (y and i, ou and u, c
 * and k, doubled letters, h after a consonant) give one text. First letter kept, later vowels dropped.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch|sh|ch|cz|tch/g, 's'],
  [/th/g, 't'],
  [/gh|kh|q|ck|c|g|k/g, 'k'],
  [/dj|zh|j|z/g, 'z'],
  [/v|w|f|b|p/g, 'p'],
  [/d/g, 't'],
  [/x/g, 'ks'],
  [/m/g, 'n'],
  [/y/g, 'i'],
  [/h/g, ''],
  [/l/g, 'r'],
];

/** The sound of a normalised name; empty for an empty one. */
export function soundOf(name: string): string {
  if (name === '') return '';
  let sound = name;
  for (const [pattern, by] of rules) sound = sound.replace(pattern, by);
  sound = sound.replace(/(.)\1+/g, '$1');
  const first = sound.slice(0, 1).replace(/[aeiou]/, 'a');
  return first + sound.slice(1).replace(/[aeiou]+/g, '');
}
