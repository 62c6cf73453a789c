import { type NumberCheck, withoutCheckMarks } from './check-numbers.ts';
import { partsByLanguage } from './printed-numbers.ts';
import type { SiteFile } from './room-set.ts';

/** A document beside the pages, held to the releases as pages are: each part of it in the language that it is written in. */
export function checkedDocument(
  file: SiteFile,
  language: string,
  checkIn: (language: string) => NumberCheck,
): SiteFile {
  if (!file.path.endsWith('.html')) return file;
  const checked = (made: string | Uint8Array) => {
    if (typeof made !== 'string') return made;
    for (const [own, part] of partsByLanguage(made, language)) checkIn(own)(part, file.path);
    return withoutCheckMarks(made);
  };
  return {
    path: file.path,
    content: (draw) => {
      const made = file.content(draw);
      return made instanceof Promise ? made.then(checked) : checked(made);
    },
  };
}
