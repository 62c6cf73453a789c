/** What stands on the page before its script runs. */
const column = (id: string, label: string, hint: string) =>
  `<label for="${id}">${label} <small>${hint}</small></label><select id="${id}"></select>`;

export const pageBody = `<main>
<h1>Encode records for linkage</h1>
<p>This page turns names and dates of birth into keyed encodings, so that organisations can find out whether they know the same
people without showing each other a name. It works with the network off: nothing is sent, and nothing is kept when you close it.
Encodings are still personal data. Hand them over under seal.</p>
<section><h2>1 · The file</h2>
<label for="file">CSV file with a header row</label><input id="file" type="file" accept=".csv,.txt,text/csv"></section>
<form id="form" autocomplete="off" hidden>
<section><h2>2 · What its columns are</h2><div class="grid">
${column('given_name', 'Given name', 'in Latin letters')}
${column('family_name', 'Family name', 'in Latin letters')}
${column('birth', 'Date of birth', 'or year')}
<label for="order">Order of dates <small>where the year comes last</small></label><select id="order"><option value="dmy">day, month, year</option><option value="mdy">month, day, year</option></select>
${column('sex', 'Sex', '')}
${column('nationality', 'Nationality', 'country codes')}
${column('record_key', 'Record key', 'never a name; row numbers without one')}
</div></section>
<section><h2>3 · For whom</h2><div class="grid">
<label for="organisation">Your organisation <small>lower-case letters, digits, hyphens</small></label><input id="organisation" required maxlength="63">
<label for="project">Project <small>the coalition’s name for it</small></label><input id="project" required>
<label for="epoch">Epoch <small>such as 2016</small></label><input id="epoch" required>
<label for="words">The secret’s words <small>as the key custodian gave them</small></label><textarea id="words" rows="3" required spellcheck="false" autocapitalize="none" autocomplete="off"></textarea>
<label for="field_filters">Profile F as well <small>only if your coalition decided so</small></label><input id="field_filters" type="checkbox">
</div><button id="encode">Encode</button></section>
</form>
<progress id="bar" max="1" value="0" aria-label="Encoding" hidden></progress>
<p id="status" role="status"></p>
<section id="result" hidden><h2>4 · Look, then save</h2><table><tbody id="report"></tbody></table>
<a id="save" class="button">Save the encodings</a></section>
<noscript><p>This page works with JavaScript. Without it, use <code>casebridge link encode</code>.</p></noscript>
</main>`;

export const pageStyle = `:root{--paper:#fbfaf7;--ink:#1b2430;--muted:#556070;--rule:#c9c3b6;--accent:#0f5e6e;--on-accent:#fff;--warn:#8a3b12}
@media (prefers-color-scheme:dark){:root{--paper:#11171d;--ink:#e9e6df;--muted:#a7b0bb;--rule:#46535f;--accent:#7cc4d2;--on-accent:#0a1a1f;--warn:#f0a87c}}
*{box-sizing:border-box}[hidden]{display:none!important}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-inline-size:46rem;margin-inline:auto;padding:1.5rem 1rem 4rem}h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.1rem;margin-block:0 .6rem}
section{border-block-start:1px solid var(--rule);padding-block:1rem}.grid{display:grid;grid-template-columns:minmax(10rem,16rem) 1fr;gap:.6rem 1rem;align-items:start}
@media (max-width:34rem){.grid{grid-template-columns:1fr;gap:.2rem}}label small{display:block;color:var(--muted)}
input,select,textarea,button,.button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--rule);border-radius:.3rem;padding:.4rem .6rem;inline-size:100%}
input[type=checkbox]{inline-size:1.4rem;block-size:1.4rem}button,.button{display:inline-block;inline-size:auto;margin-block-start:1rem;padding:.5rem 1.2rem;background:var(--accent);color:var(--on-accent);border:0;text-decoration:none;cursor:pointer}
button:disabled{opacity:.6;cursor:default}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}progress{inline-size:100%}
table{border-collapse:collapse}th{text-align:start;font-weight:400;padding:.2rem 1.5rem .2rem 0}td{text-align:end;font-variant-numeric:tabular-nums}.wrong{color:var(--warn);font-weight:600}`;
