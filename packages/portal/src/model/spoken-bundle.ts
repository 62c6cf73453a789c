import type { Bundle } from '@casebridge/bundle';
import { type Figure, sentenceOf } from '@casebridge/figures';
import { columnLabels, valueLabels } from '@casebridge/standard';

/**
 * A bundle that also speaks languages it was not written in: its figures by the wording of figures, its codebook by the labels of
 * the standard. The files in the bundle stay as they are. A sentence is made when it is first asked for.
 */
export function spokenIn(bundle: Bundle, languages: readonly string[]): Bundle {
  const { codebook, manifest } = bundle;
  const context = { setApart: manifest.setApart, grouping: manifest.grouping };
  const figures = bundle.figures.map((figure): Figure => {
    const further = languages.filter((language) => figure.sentences[language] === undefined);
    if (further.length === 0) return figure;
    const sentences = { ...figure.sentences };
    for (const language of further) {
      Object.defineProperty(sentences, language, {
        enumerable: true,
        get: () => sentenceOf(figure, context, language),
      });
    }
    return { ...figure, sentences };
  });
  const variables = codebook.variables.map((variable) => ({
    ...variable,
    labels: { ...standardLabels(() => columnLabels(variable.id), languages), ...variable.labels },
    codes: variable.codes.map((entry) => ({
      ...entry,
      labels: {
        ...standardLabels(() => valueLabels(variable.id, entry.code, codebook.grouping), languages),
        ...entry.labels,
      },
    })),
  }));
  return { ...bundle, figures, codebook: { ...codebook, variables } };
}

// What a release added to the standard, such as the group set apart, has the labels that the release gave it.
function standardLabels(
  find: () => Readonly<Record<string, string>>,
  languages: readonly string[],
): Readonly<Record<string, string>> {
  try {
    const labels = find();
    return Object.fromEntries(languages.flatMap((tag) => (labels[tag] === undefined ? [] : [[tag, labels[tag]]])));
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}
