import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '@casebridge/refusal';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser that prints: the first Chromium on the path. Refusal naming the one command that installs it.
 *
 * @param path folders as in `PATH`
 */
export async function findBrowser(path: string): Promise<string> {
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        await access(file, constants.X_OK);
        return file;
      } catch {}
    }
  }
  throw new Refusal(
    'report-no-browser',
    'A PDF is printed by Chromium and none is installed. Install it with: sudo apt-get install -y chromium',
  );
}

/** Prints an HTML file as a tagged PDF with an outline. The browser reads that one file and nothing else. */
export async function printPdf(file: string, path = process.env.PATH ?? ''): Promise<Uint8Array> {
  const executablePath = await findBrowser(path);
  const browser = await chromium.launch({
    executablePath,
    // Chromium's own sandbox does not start for the superuser; the page printed is our own and has no script.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
    await page.goto(pathToFileURL(file).href);
    return await page.pdf({
      format: 'A4',
      tagged: true,
      outline: true,
      printBackground: true,
      preferCSSPageSize: true,
    });
  } finally {
    await browser.close();
  }
}
