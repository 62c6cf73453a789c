// node packages/portal/scripts/start-language.mjs FOLDER [LANGUAGE]: writes every text of a language (English unless named) into
// FOLDER, as a translator starts from it. A folder languages/<tag> beside site.yaml is all a further language needs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkTexts } from '@casebridge/intake';
import { labelTexts } from '@casebridge/standard';

const [folder, language = 'en'] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Name the folder to write: start-language.mjs languages/pt\n');
  process.exit(2);
}
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const put = (name, texts) => writeFileSync(join(folder, name), `${JSON.stringify(texts, null, 2)}\n`, { flag: 'wx' });

// The folder's name is the language's tag: numbers and direction follow from it.
const tag = basename(folder);
let ownLocale;
try {
  const direction = new Intl.Locale(tag).textInfo?.direction ?? 'ltr';
  ownLocale = { 'language.locale': tag, 'language.direction': direction };
} catch {
  process.stderr.write(`'${tag}' is no language tag: name the folder like pt, uk or zh-Hant\n`);
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
// Countries are left out: the platform knows their names.
put(
  'labels.json',
  Object.fromEntries(Object.entries(labelTexts(language)).filter(([key]) => !key.startsWith('country/'))),
);
put('figures.json', JSON.parse(readFileSync(at(`../../figures/src/messages/${language}.json`), 'utf8')));
put('checks.json', checkTexts(language));
const messages = at(`../src/messages/${language}/`);
for (const name of readdirSync(messages)) {
  const texts = JSON.parse(readFileSync(join(messages, name), 'utf8'));
  put(name, texts['language.locale'] === undefined ? texts : { ...texts, ...ownLocale });
}
