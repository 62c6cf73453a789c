/** What stands on the page before its script runs: in English, every text marked with its key for the script to change. */
import { type PageKey, pageWords } from '../words/page-words.ts';

const { en } = pageWords;

/** A text between tags. All words are ours and hold no markup. */
const text = (key: PageKey, tag = 'span', more = '') => `<${tag}${more} data-words="${key}">${en[key]}</${tag}>`;
const hint = (key: PageKey) => (en[key] === '' ? '' : ` ${text(key, 'small')}`);
const label = (id: string, key: PageKey, hintKey: PageKey) => `<label for="${id}">${text(key)}${hint(hintKey)}</label>`;
const column = (id: 'given_name' | 'family_name' | 'birth' | 'sex' | 'nationality' | 'record_key') =>
  `${label(id, id, `${id}.hint`)}<select id="${id}" autocomplete="off"></select>`;
const option = (value: string, key: PageKey) => `<option value="${value}" data-words="${key}">${en[key]}</option>`;
const languages = Object.entries(pageWords).map(
  ([tag, words]) => `<option value="${tag}" lang="${tag}">${words['language.name']}</option>`,
);
const without = Object.entries(pageWords).map(
  ([tag, words]) =>
    `<p lang="${tag}" dir="${words['language.direction']}">${words.noscript} <code dir="ltr">casebridge link encode</code></p>`,
);

export const pageTitle = en.title;

export const pageBody = `<main>
<p id="choose">${`<label for="language">${text('language')}</label>`}<select id="language" autocomplete="off">${languages.join('')}</select></p>
${text('title', 'h1')}
${text('lede', 'p')}
<section>${text('file.title', 'h2')}
<label for="file">${text('file')}</label><input id="file" type="file" accept=".csv,.txt,text/csv">
${label('rows', 'rows', 'rows.hint')}<textarea id="rows" dir="auto" rows="2" wrap="off" spellcheck="false" autocapitalize="none" autocomplete="off"></textarea></section>
<form id="form" autocomplete="off" hidden>
<section>${text('columns.title', 'h2')}<div class="grid">
${column('given_name')}
${column('family_name')}
${column('birth')}
${label('order', 'order', 'order.hint')}<select id="order" autocomplete="off">${option('dmy', 'order.dmy')}${option('mdy', 'order.mdy')}</select>
${column('sex')}
${column('nationality')}
${column('record_key')}
</div></section>
<section>${text('whom.title', 'h2')}<div class="grid">
${label('organisation', 'organisation', 'organisation.hint')}<input id="organisation" dir="ltr" required maxlength="63">
${label('project', 'project', 'project.hint')}<input id="project" dir="auto" required>
${label('epoch', 'epoch', 'epoch.hint')}<input id="epoch" dir="auto" required>
${label('words', 'words', 'words.hint')}<textarea id="words" dir="ltr" rows="3" required spellcheck="false" autocapitalize="none" autocomplete="off"></textarea>
${label('field_filters', 'field_filters', 'field_filters.hint')}<input id="field_filters" type="checkbox">
</div>${text('encode', 'button', ' id="encode"')}</section>
</form>
<progress id="bar" max="1" value="0" aria-labelledby="encode" hidden></progress>
<p id="status" role="status"></p>
<section id="result" hidden>${text('result.title', 'h2')}<table>${text('report.caption', 'caption')}<tbody id="report"></tbody></table>
${text('save', 'a', ' id="save" class="button"')}</section>
<section id="end" hidden>${text('forget', 'button', ' id="forget" type="button" class="quiet" aria-describedby="forget-hint"')} ${text('forget.hint', 'small', ' id="forget-hint"')}</section>
<details id="custodian"><summary>${text('custodian')}</summary>
${text('custodian.text', 'p')}${text('custodian.make', 'button', ' id="draw" type="button" class="quiet"')}
<output id="drawn" for="draw" dir="ltr" translate="no"></output></details>
<noscript>${without.join('')}</noscript>
</main>`;

export const pageStyle = `:root{--paper:#fbfaf7;--ink:#1b2430;--muted:#556070;--rule:#c9c3b6;--accent:#0f5e6e;--on-accent:#fff;--warn:#8a3b12}
@media (prefers-color-scheme:dark){:root{--paper:#11171d;--ink:#e9e6df;--muted:#a7b0bb;--rule:#46535f;--accent:#7cc4d2;--on-accent:#0a1a1f;--warn:#f0a87c}}
*{box-sizing:border-box}[hidden]{display:none!important}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
[lang=ar]{line-height:1.7}main{max-inline-size:46rem;margin-inline:auto;padding:1rem 1rem 4rem}h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.1rem;margin-block:0 .6rem}
#choose{display:flex;gap:.6rem;justify-content:flex-end;align-items:center;margin:0;font-size:.9rem}#choose select{inline-size:auto}
section{border-block-start:1px solid var(--rule);padding-block:1rem}.grid{display:grid;grid-template-columns:minmax(10rem,16rem) 1fr;gap:.6rem 1rem;align-items:start}
@media (max-width:34rem){.grid{grid-template-columns:1fr;gap:.2rem}}small{color:var(--muted)}label small{display:block}
input,select,textarea,button,.button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--rule);border-radius:.3rem;padding:.4rem .6rem;inline-size:100%}
input[type=checkbox]{inline-size:1.4rem;block-size:1.4rem}button,.button{display:inline-block;inline-size:auto;margin-block-start:1rem;padding:.5rem 1.2rem;background:var(--accent);color:var(--on-accent);border:0;text-decoration:none;cursor:pointer}
button.quiet{background:var(--paper);color:var(--ink);border:1px solid var(--ink);margin-block-start:0}button:disabled{opacity:.6;cursor:default}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}progress{inline-size:100%}
details{border-block-start:1px solid var(--rule);padding-block:1rem}summary{cursor:pointer}output{display:block;margin-block-start:1rem;font:1.1rem/1.8 ui-monospace,monospace}
table{border-collapse:collapse}caption{text-align:start;color:var(--muted)}th{text-align:start;font-weight:400;padding-block:.2rem;padding-inline:0 1.5rem}td{text-align:end;font-variant-numeric:tabular-nums}.wrong{color:var(--warn);font-weight:600}`;
