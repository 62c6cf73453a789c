import type { Manifest } from '@casebridge/bundle';
import { releaseFolder } from '../model/release-folder.ts';
import { type Page, usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

type File = Manifest['files'][number];

const replicates = 'data/replicates/';

// What most people come for stands first; what only a checker reads, last.
const order = ['data/tables', 'data/figures', 'data/synthetic.', 'data/prevalence', 'docs/codebook', 'data/', 'docs/'];

/** A release's files with sizes and SHA-256, each a link; the many replicates folded. */
export function FileTable({ manifest }: { readonly manifest: Manifest }) {
  const { words } = usePage();
  const rank = ({ path }: File) => order.findIndex((start) => path.startsWith(start));
  const folded = manifest.files.filter(({ path }) => path.startsWith(replicates));
  const told = manifest.files.filter((file) => !folded.includes(file)).sort((a, b) => rank(a) - rank(b));
  return (
    <>
      <Files manifest={manifest} files={told} caption={words.text('data.table')} />
      {folded.length > 0 && (
        <details class="more">
          <summary>{words.text('data.replicates', { count: folded.length })}</summary>
          <Files manifest={manifest} files={folded} caption={words.text('data.replicates', { count: folded.length })} />
        </details>
      )}
    </>
  );
}

function Files({
  manifest,
  files,
  caption,
}: {
  readonly manifest: Manifest;
  readonly files: readonly File[];
  readonly caption: string;
}) {
  const page = usePage();
  const { words, format } = page;
  return (
    <Scroll label={caption}>
      <table class="files slim" data-part="manifest">
        <caption>
          {caption} {manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('data.file')}</th>
            <th scope="col" class="num">
              {words.text('data.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, bytes, sha256 }) => (
            <tr key={path}>
              <th scope="row">
                <a href={page.file(`${releaseFolder(manifest)}/${path}`)} download dir="ltr">
                  {path}
                </a>
                <span>{describeFile(page, path)}</span>
                <small>
                  SHA-256{' '}
                  <code class="hash" dir="ltr">
                    {sha256}
                  </code>
                </small>
              </th>
              <td class="num">{format.bytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function describeFile({ words }: Page, path: string): string {
  const stem = path.startsWith(replicates) ? 'replicate' : path.replace(/^.*\//, '').replace(/\..*$/, '');
  return words.has(`file.${stem}`) ? words.text(`file.${stem}`) : words.text('file.other');
}
