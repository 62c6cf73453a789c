import { countCell } from '../map/map-layers.ts';
import type { CountryPlace } from '../model/country-places.ts';
import { Mark } from './marks.tsx';
import { usePage } from './page.ts';
import { columnName } from './variable-text.ts';
import { YearsTable } from './years-table.tsx';

/** Records of the whole release whose country is not known, by year: any of them may belong to this country. */
export function CountryUnknown({ country }: { readonly country: CountryPlace }) {
  const page = usePage();
  const { words, view, format } = page;
  const { sequence } = view.bundle.manifest;
  const title = words.text('country.records.unknown');
  if (country.layers.length === 0) return null;
  return (
    <>
      <YearsTable caption={title} first={words.text('contributor.question')} class="figures multiples" numbers>
        {country.layers.map(({ layer, whole }) => (
          <tr key={layer.key}>
            <th scope="row">{columnName(page, layer.variable)}</th>
            {whole.map(({ period, unknown }) => (
              <td
                key={period}
                class="num"
                data-table={layer.variable}
                data-cell={countCell(view, layer, period, 'unknown')}
              >
                {unknown === null ? (
                  <Mark absence="not_collected" />
                ) : (
                  <>
                    <b>{format.about(unknown[0])}</b>
                    <small>{format.range(Math.max(0, unknown[1]), unknown[2], 'records')}</small>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </YearsTable>
      <p class="note">
        {words.text('country.records.unknown.note')} {words.text('release.short', { sequence })}
      </p>
    </>
  );
}
