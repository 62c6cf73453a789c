// One script for page and worker: the page starts its worker from its own text, so that one file is enough.
import { serveEncoding } from './encode-in-worker.ts';
import { startPage } from './page.ts';

if (typeof document === 'undefined') {
  serveEncoding(self as unknown as Parameters<typeof serveEncoding>[0]);
} else {
  const source = document.currentScript?.textContent ?? '';
  startPage(document, navigator.languages, () => {
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    return worker;
  });
}
