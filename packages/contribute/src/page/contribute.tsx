// The page for contributors: a spreadsheet is mapped, checked, reported on and sealed in the browser. Nothing leaves the page:
// its policy forbids every connection, and it keeps nothing when it is closed. The worker is loaded with the first file.
import { render } from 'preact';
import { Desk } from './desk.tsx';
import { openContributeWorker } from './open-worker.ts';
import { openWords, type PageSetting, WordsContext } from './words.ts';

const place = document.getElementById('contribute');
const setting = document.querySelector('[data-contribute]')?.textContent;
if (place && setting) {
  const page = JSON.parse(setting) as PageSetting;
  place.replaceChildren();
  render(
    <WordsContext.Provider value={openWords(page)}>
      <Desk worker={openContributeWorker(page.worker, page.texts)} />
    </WordsContext.Provider>,
    place,
  );
}
