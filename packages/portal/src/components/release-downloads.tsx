import { releaseFolder } from '../model/release-folder.ts';
import { openFolder } from '../open-data/addresses.ts';
import { usePage } from './page.ts';

/** What most people take from a release, a link for each form with its size. */
export function ReleaseDownloads() {
  const page = usePage();
  const { words, view, format, file } = page;
  const { manifest } = view.bundle;
  const sizes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]));
  const own = (form: string, path: string) => {
    const bytes = sizes.get(path);
    return bytes === undefined ? [] : [{ form, bytes, href: file(`${releaseFolder(manifest)}/${path}`) }];
  };
  const doors = [
    {
      key: 'tables',
      forms: [
        ...own('CSV', 'data/tables.csv'),
        ...own('Excel', 'data/tables.xlsx'),
        ...own('Parquet', 'data/tables.parquet'),
        ...own('JSON-stat', 'data/tables.json'),
      ],
    },
    {
      key: 'figures',
      forms: [
        { form: 'CSV', bytes: null, href: file(`${openFolder(view)}/figures.csv`) },
        { form: 'HXL', bytes: null, href: file(`${openFolder(view)}/figures.hxl.csv`) },
        ...own('JSON', 'data/figures.json'),
      ],
    },
    {
      key: 'records',
      forms: [...own('CSV', 'data/synthetic.csv'), ...own('Parquet', 'data/synthetic.parquet')],
    },
  ].filter(({ forms }) => forms.length > 0);
  return (
    <ul class="doors">
      {doors.map(({ key, forms }) => (
        <li key={key}>
          <b>{words.text(`data.take.${key}`)}</b>
          <span>{words.text(`data.take.${key}.text`)}</span>
          <ul class="chips">
            {forms.map(({ form, bytes, href }) => (
              <li key={form}>
                <a href={href} download>
                  <span dir="ltr">{form}</span> {bytes !== null && <small>{format.bytes(bytes)}</small>}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
