// Numbers written as words, read after folding: fractions, `one in five`, and `seventy-one` before a word for per cent.

/** What a word or phrase is worth. */
export interface WordNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const one = '(?:one|a)[ -]';
/** `a fifth` and its like. */
const fractions: readonly (readonly [RegExp, number])[] = [
  [/(?:three[ -]quarters|trois quarts|tres cuartas partes|tres cuartos|tres quartos|ثلاثه ارباع)/gu, 3 / 4],
  [/(?:two[ -]thirds|deux tiers|dos tercios|dos terceras partes|dois tercos|ثلثا|ثلثي|ثلثين)/gu, 2 / 3],
  [/(?:two[ -]fifths|deux cinquiemes|dos quintos|dos quintas partes|dois quintos|خمسا|خمسي)(?!\p{L})/gu, 2 / 5],
  [
    new RegExp(`(?:${one}third|un tiers|le tiers|un tercio|una tercera parte|um terco|الثلث|ثلث)(?!\\p{L})`, 'gu'),
    1 / 3,
  ],
  [
    new RegExp(`(?:${one}quarter|un quart|le quart|una cuarta parte|un cuarto|um quarto|الربع|ربع)(?!\\p{L})`, 'gu'),
    1 / 4,
  ],
  [new RegExp(`(?:${one}fifth|un cinquieme|una quinta parte|un quinto|um quinto|خمس(?= ))(?!\\p{L})`, 'gu'), 1 / 5],
  [new RegExp(`(?:${one}tenth|un dixieme|una decima parte|un decimo|um decimo|عشر(?= ))(?!\\p{L})`, 'gu'), 1 / 10],
  [/(?<!and a )(?<![\p{L}-])(?:half|la moitie|la mitad|metade|نصف|النصف)(?![\p{L}-])/gu, 1 / 2],
];

const small = worth([
  'one un une uno una um uma واحد واحده',
  'two deux dos dois duas اثنان اثنين',
  'three trois tres ثلاثه ثلاث',
  'four quatre cuatro quatro اربعه اربع',
  'five cinq cinco خمسه',
  'six seis سته ست',
  'seven sept siete sete سبعه سبع',
  'eight huit ocho oito ثمانيه',
  'nine neuf nueve nove تسعه تسع',
  'ten dix diez dez عشره',
]);
const teens = worth(
  [
    'eleven onze once',
    'twelve douze doce doze',
    'thirteen treize trece treze',
    'fourteen quatorze catorce catorze',
    'fifteen quinze quince',
    'sixteen seize dieciseis dezasseis dezesseis',
    'seventeen dix-sept diecisiete dezassete dezessete',
    'eighteen dix-huit dieciocho dezoito',
    'nineteen dix-neuf diecinueve dezanove dezenove',
  ],
  (at) => at + 11,
);
const tens = worth(
  [
    'twenty vingt veinte vinte عشرون عشرين',
    'thirty trente treinta trinta ثلاثون ثلاثين',
    'forty quarante cuarenta quarenta اربعون اربعين',
    'fifty cinquante cincuenta cinquenta خمسون خمسين',
    'sixty soixante sesenta sessenta ستون ستين',
    'seventy soixante-dix setenta سبعون سبعين',
    'eighty quatre-vingt quatre-vingts ochenta oitenta ثمانون ثمانين',
    'ninety quatre-vingt-dix noventa تسعون تسعين',
  ],
  (at) => (at + 2) * 10,
);
const below = { ...small, ...teens };

const [unitWord, belowWord, tenWord] = [small, below, tens].map(either);
const spelled = `(?:(?<unit>${unitWord}) و(?<arabicTen>${tenWord})|(?<ten>${tenWord})(?:(?:-et-|-| et | y | e | )(?<rest>${belowWord}))?|(?<alone>${belowWord}))`;
const spelledPattern = new RegExp(`(?<![\\p{L}\\p{N}-])${spelled}(?![\\p{L}\\p{N}-])`, 'gu');
const ratio = new RegExp(
  `(?<![\\p{L}\\p{N}])(${unitWord}|\\d{1,2}) (?:(?:people |persons |victims )?(?:in|out of|sur|de cada|em cada|em|من كل|من بين كل)(?: every)?) (${unitWord}|${tenWord}|\\d{1,3})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Shares written as fractions or as `one in five`. */
export function sharesInWords(text: string): readonly WordNumber[] {
  const found: WordNumber[] = [];
  const free = ({ start, end }: WordNumber) => !found.some((other) => start < other.end && end > other.start);
  for (const match of text.matchAll(ratio)) {
    const [first, second] = [match[1], match[2]].map((word = '') => small[word] ?? tens[word] ?? Number(word));
    if (first && second && first < second) found.push({ ...span(match), value: first / second });
  }
  for (const [pattern, value] of fractions) {
    for (const match of text.matchAll(pattern)) {
      const each = { ...span(match), value };
      if (free(each)) found.push(each);
    }
  }
  return found;
}

/** Whole numbers below a hundred written as words: most are no numbers of ours, so they count only before a unit. */
export function spelledNumbers(text: string): readonly WordNumber[] {
  return [...text.matchAll(spelledPattern)].map((match) => {
    const { unit = '', arabicTen = '', ten = '', rest = '', alone = '' } = match.groups ?? {};
    const value =
      arabicTen !== ''
        ? (small[unit] ?? 0) + (tens[arabicTen] ?? 0)
        : alone !== ''
          ? (below[alone] ?? 0)
          : (tens[ten] ?? 0) + (below[rest] ?? 0);
    return { ...span(match), value };
  });
}

function span(match: RegExpMatchArray): { readonly start: number; readonly end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function worth(lines: readonly string[], valueAt = (at: number) => at + 1): Readonly<Record<string, number>> {
  return Object.fromEntries(lines.flatMap((words, at) => words.split(' ').map((word) => [word, valueAt(at)] as const)));
}

function either(words: Readonly<Record<string, number>>): string {
  return Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');
}
