// Cells of many-valued variables are seven texts, so their columns are bytes and tables of bytes.
import { missing, missingReasons, no, yes } from '@casebridge/standard';

/** Dictionary of every flag column. */
export const flagTexts: readonly string[] = [yes, no, ...missingReasons.map(missing)];

export const flagYes = 0;
export const flagNo = 1;
/** Nothing said yet; never in a record. */
export const flagUnset = flagTexts.length;

/** The code of a flag cell. */
export function flagCode(text: string): number {
  const code = flagTexts.indexOf(text);
  if (code < 0) throw new RangeError(`'${text}' is not a flag cell`);
  return code;
}

// Which reason stays when two columns are silent for different ones: what was asked outweighs what was not.
const reasonOrder = ['?unknown', '?refused', '?suppressed', '?not_applicable', '?not_asked'];
const width = flagUnset + 1;

/** `mergedFlag[a * 8 + b]`: what two statements about one code come to. Yes and no together are yes, and a conflict. */
export const mergedFlag: Uint8Array = new Uint8Array(width * width);
/** 1 where one says yes and the other no. */
export const flagConflict: Uint8Array = new Uint8Array(width * width);
/** Rank of a cell for `.known`: 0 for an answer, then reasons. */
export const flagRank: Uint8Array = new Uint8Array(width);

for (let first = 0; first < width; first++) {
  const text = flagTexts[first];
  flagRank[first] = text === undefined ? 9 : first <= flagNo ? 0 : 1 + reasonOrder.indexOf(text);
}
for (let first = 0; first < width; first++) {
  for (let second = 0; second < width; second++) {
    const at = first * width + second;
    const [a, b] = [flagRank[first] as number, flagRank[second] as number];
    mergedFlag[at] = first === flagYes || second === flagYes ? flagYes : a <= b ? first : second;
    flagConflict[at] = first + second === flagNo && first !== second ? 1 : 0;
  }
}

/** The cell of `.known` for the lowest rank among a variable's columns. */
export const knownOfRank: Uint8Array = Uint8Array.from([
  flagYes,
  ...reasonOrder.map(flagCode),
  flagCode('?not_asked'),
  flagCode('?not_asked'),
  flagCode('?not_asked'),
  flagCode('?not_asked'),
]);
