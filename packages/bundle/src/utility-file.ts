// `docs/utility.json`: the error to expect of every published table, from the published noise alone.
import { type Answers, predictTableErrors } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { type JsonValue, sortedJson } from './canonical-json.ts';
import { utf8 } from './digest.ts';
import { paths } from './files.ts';
import { exampleNote } from './formats/table-file.ts';
import type { ReleasedMeasurements } from './measurements.ts';
import type { Bundle } from './types.ts';

/**
 * The bytes of `docs/utility.json`: per table its cells, their largest standard deviation and the expected total-variation
 * distance from the real table, to four significant digits. What synthetic records may be used for is in
 * `data/synthetic-support.json`. Worked out here from the measurements, so that no figure of another origin can be in it.
 */
export function utilityFile(
  measurements: Bundle['measurements'] | ReleasedMeasurements,
  answers: Answers,
  example: boolean,
): Uint8Array {
  const { tables } = predictTableErrors(measurements, answers);
  const lines = tables.map(({ variables, cells, sd, expectedDistance }) =>
    sortedJson({
      variables: [...variables],
      cells,
      sd: rounded(sd),
      expectedDistance: rounded(expectedDistance),
    } as JsonValue),
  );
  const note = example ? `"note":${JSON.stringify(exampleNote)},\n` : '';
  const basis = 'predicted from the noise; no real record was compared';
  return utf8(
    `{${note}"format":"casebridge-utility-1",\n"basis":${JSON.stringify(basis)},\n"tables":[\n${lines.join(',\n')}\n]}\n`,
  );
}

/** Works the file out again, where the bundle has one. Refusal `bundle-utility`, exit 3, when it says anything else. */
export async function checkUtility(bundle: Bundle, answers: Answers): Promise<void> {
  if (!bundle.manifest.files.some(({ path }) => path === paths.utility)) return;
  const expected = utilityFile(bundle.measurements, answers, bundle.manifest.example);
  const found = await bundle.file(paths.utility);
  if (found.length === expected.length && found.every((byte, at) => byte === expected[at])) return;
  throw new Refusal(
    'bundle-utility',
    `${paths.utility} is not what the published noise gives; do not use this bundle`,
    { exit: 3 },
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
